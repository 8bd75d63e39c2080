import Archive
import Foundation
import Hummingbird

/// Search and the outcome ledger as JSON.
struct SearchInterface {
  let hall: Hall

  struct Found: Encodable {
    let items: [SearchHit]
    let next: String?
    let count: Int
    let isMore: Bool
  }

  var endpoints: [Endpoint] {
    [
      .get("/api/search") { request, _ in
        let query: SearchQuery
        do {
          query = try SearchQuery(request.query["q"] ?? "")
        } catch let error as QueryError {
          let problem = Problem(400, error.message, position: error.position)
          return .json(problem.json, status: .badRequest)
        }
        let (cursor, limit) = (try request.query.cursor(), try request.query.limit(20))
        let answer = try await hall.ask { try $0.search(query, after: cursor, limit: limit) }
        let found = Found(
          items: answer.page.items, next: answer.page.next?.description, count: answer.count,
          isMore: answer.isMore)
        return .json(found.json)
      },
      .get("/api/due") { request, _ in
        let query = request.query
        let state = try query.choice("state", of: DueState.self) ?? .next
        let (cursor, limit) = (try query.cursor(), try query.limit())
        let page = try await hall.ask { archive in
          let day = String(archive.now().ISO8601Format().prefix(10))
          return try archive.due(state, on: day, after: cursor, limit: limit)
        }
        return .json(Answer(items: page.items, next: page.next).json)
      },
    ]
  }
}
