import HTTPTypes
import Hummingbird

/// Tells who asks, lets in whom it may, and turns away forms that another site had posted.
struct Door: RouterMiddleware {
  typealias Context = DeskContext

  /// Nil on a desk that only this machine reaches: then everybody may everything.
  let accounts: Accounts?
  let sessions: Sessions
  let tokens: FormToken
  /// Whom decisions without accounts are by.
  let localName: String
  let requests: RateLimit
  let isBehindHTTPS: Bool

  static let cookie = "verbale"
  /// The largest form.
  static let mostBytes = 64 * 1024

  @concurrent func handle(
    _ request: Request, context: DeskContext,
    next: @concurrent (Request, DeskContext) async throws -> Response
  ) async throws -> Response {
    var request = request
    var context = context
    if accounts != nil, let wait = requests.take(context.peer ?? "") {
      throw Self.tooMany(wait)
    }
    let given = request.cookies[Self.cookie]?.value
    let session = given.flatMap { $0.utf8.count == 48 ? $0 : nil } ?? Secret.name()
    context.visitor = try visitor(request, session: session)
    if request.isUnsafe {
      let body = try await request.collectBody(upTo: Self.mostBytes)
      if request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true {
        context.form = Form(String(buffer: body))
      }
      try refuseForeignForms(request, context)
    }
    var response: Response
    if context.visitor.role == nil && !Self.isOpen(request.uri.path) {
      if request.isForInterface {
        throw HTTPError(
          .unauthorized, headers: [.wwwAuthenticate: "Bearer"],
          message: "Sign in, or send a token: Authorization: Bearer vrb_…")
      }
      response = .redirect(to: Address.path("/sign-in", [("next", Self.next(request))]))
    } else {
      response = try await next(request, context)
    }
    // A new session's cookie is set by whoever begins it.
    if given != session, response.headers[.setCookie] == nil, !request.isForInterface {
      response.setCookie(cookie(session))
    }
    return response
  }

  /// The cookie of a session.
  func cookie(_ session: String) -> Cookie {
    Cookie(
      name: Self.cookie, value: session, path: "/", secure: isBehindHTTPS, httpOnly: true,
      sameSite: .strict)
  }

  static func tooMany(_ wait: Int) -> HTTPError {
    HTTPError(
      .tooManyRequests, headers: [.retryAfter: "\(wait)"],
      message: "Too many requests; try again in \(wait) seconds.")
  }

  private func visitor(_ request: Request, session: String) throws -> Visitor {
    guard let accounts else {
      return Visitor(name: localName, role: .admin, session: session, isSignedIn: false)
    }
    if let header = request.headers[.authorization], header.lowercased().hasPrefix("bearer ") {
      let token = String(header.dropFirst("bearer ".count))
      guard let (account, role) = try accounts.account(token: token) else {
        throw HTTPError(
          .unauthorized, headers: [.wwwAuthenticate: "Bearer error=\"invalid_token\""],
          message: "This token isn't known; `verbale accounts token NAME` makes one.")
      }
      return Visitor(name: account.name, role: role, session: nil, isSignedIn: true)
    }
    guard let name = sessions.account(session), let account = try accounts.account(name),
      sessions.mark(session) == account.mark
    else {
      return Visitor(name: "", role: nil, session: session, isSignedIn: false)
    }
    return Visitor(name: name, role: account.role, session: session, isSignedIn: true)
  }

  private func refuseForeignForms(_ request: Request, _ context: DeskContext) throws {
    // A token of its own is no cookie: no other site's page can send it.
    if context.visitor.isSignedIn && context.visitor.session == nil { return }
    let site = HTTPField.Name("Sec-Fetch-Site").flatMap { request.headers[$0] }
    let header = HTTPField.Name(FormToken.header).flatMap { request.headers[$0] }
    guard site == nil || site == "same-origin" || site == "none",
      tokens.isRight(context.form[FormToken.field] ?? header, for: context.visitor.session)
    else {
      throw HTTPError(
        .forbidden,
        message: "The form is out of date or came from another site. Load the page again.")
    }
  }

  private static func isOpen(_ path: String) -> Bool {
    path == "/sign-in" || path.hasPrefix("/assets/")
  }

  /// Where to go after signing in: a page of the desk, never another site.
  private static func next(_ request: Request) -> String? {
    request.method == .get ? request.uri.string : nil
  }
}
