import Archive
import Hummingbird

/// Saved searches and what they found, as JSON.
struct FollowsInterface {
  let hall: Hall

  var endpoints: [Endpoint] {
    [
      .get("/api/follows") { _, _ in .json(try await hall.ask { try $0.follows() }.json) },
      // By a field, not in the path: a follow's name may hold anything.
      .get("/api/follows/items") { request, _ in
        let query = request.query
        guard let name = query["name"] else {
          throw HTTPError(.badRequest, message: "‘name’ tells which follow.")
        }
        let (cursor, limit) = (try query.cursor(), try query.limit())
        let page = try await hall.ask { try $0.items(of: name, after: cursor, limit: limit) }
        return .json(Answer(items: page.items, next: page.next).json)
      },
    ]
  }
}
