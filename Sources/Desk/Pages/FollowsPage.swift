import Archive
import Hummingbird

/// Searches that are kept.
struct FollowsPage {
  let hall: Hall

  struct Row: Sendable {
    let name: String
    let query: String
    let href: String
    let items: Int
    /// Nil where what is found is only kept.
    let deliveries: String?
  }

  struct Model: Sendable {
    let mayChange: Bool
    let name: String
    let query: String
    let error: String?
    let isEmpty: Bool
    let follows: [Row]
  }

  func add(to router: Router<DeskContext>) {
    router.get("/follows") { request, context in
      try await answer(request, context, query: request.query["query"] ?? "")
    }
    router.post("/follows") { request, context in
      try hall.require(.reviewer, context)
      let (name, text) = (context.form["name"] ?? "", context.form["query"] ?? "")
      do {
        let query = try SearchQuery(text)
        _ = try await hall.ask { try $0.addFollow(name, query) }
      } catch let error as QueryError {
        let words = "The search " + error.description
        return try await answer(request, context, query: text, name: name, error: words)
      } catch let error as ArchiveError {
        return try await answer(
          request, context, query: text, name: name, error: error.description)
      }
      return Response.redirect(to: "/follows")
    }
    router.post("/follows/remove") { _, context in
      try hall.require(.reviewer, context)
      let name = context.form["name"] ?? ""
      try await hall.ask { try $0.removeFollow(name) }
      return Response.redirect(to: "/follows")
    }
  }

  private func answer(
    _ request: Request, _ context: DeskContext, query: String, name: String = "",
    error: String? = nil
  ) async throws -> Response {
    let follows = try await hall.ask { try $0.follows() }
    let model = Model(
      mayChange: context.visitor.may(.reviewer), name: name, query: query, error: error,
      isEmpty: follows.isEmpty,
      follows: follows.map { follow in
        Row(
          name: follow.name, query: follow.query, href: Address.search(follow.query),
          items: follow.items,
          deliveries: follow.deliveries.isEmpty
            ? nil
            : follow.deliveries.map { "\($0.kind.rawValue): \($0.target)" }
              .joined(separator: ", "))
      })
    return hall.page("follows", model, request, context, status: error == nil ? .ok : .badRequest)
  }
}
