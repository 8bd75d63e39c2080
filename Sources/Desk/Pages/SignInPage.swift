import HTTPTypes
import Hummingbird

/// Signing in and out, on a desk with accounts.
struct SignInPage {
  let hall: Hall

  struct Model: Sendable {
    let next: String
    let name: String
    let error: String?
  }

  func add(to router: Router<DeskContext>) {
    router.get("/sign-in") { request, context in
      if hall.accounts == nil { return Response.redirect(to: "/") }
      let model = Model(next: Self.own(request.query["next"]), name: "", error: nil)
      return hall.page("sign-in", model, request, context)
    }
    router.post("/sign-in") { request, context in try await signIn(request, context) }
    router.post("/sign-out") { _, context in
      if let session = context.visitor.session { hall.sessions.end(session) }
      var response = Response.redirect(to: "/sign-in")
      response.setCookie(door.cookie(Secret.name()))
      return response
    }
  }

  private var door: Door {
    Door(
      accounts: hall.accounts, sessions: hall.sessions, tokens: hall.tokens, localName: "",
      requests: hall.requests, isBehindHTTPS: hall.settings.isBehindHTTPS)
  }

  private func signIn(_ request: Request, _ context: DeskContext) async throws -> Response {
    guard let accounts = hall.accounts else { return .redirect(to: "/") }
    let name = context.form["name"] ?? ""
    let password = context.form["password"] ?? ""
    // By address and by name: neither many names from one place nor many places at one name.
    for asker in ["from " + (context.peer ?? ""), "as " + name] {
      if let wait = hall.signIns.take(asker) { throw Door.tooMany(wait) }
    }
    let account = try await hall.checkPassword { try accounts.account(name, password: password) }
    guard let account else {
      let model = Model(
        next: Self.own(context.form["next"]), name: name,
        error: "Name or password is wrong. Passwords tell capital from small letters.")
      return hall.page("sign-in", model, request, context, status: .unauthorized)
    }
    // A new session, so that nobody can have known its cookie before.
    var response = Response.redirect(to: Self.own(context.form["next"]))
    response.setCookie(door.cookie(hall.sessions.begin(account.name, mark: account.mark)))
    return response
  }

  /// A path of this desk; never another site, however it is spelled.
  static func own(_ next: String?) -> String {
    guard let next, next.hasPrefix("/"), !next.hasPrefix("//"), !next.contains("\\"),
      next.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return "/" }
    return next
  }
}
