import Archive
import HTTPTypes
import Hummingbird

/// Actors, and who people decided them to be, as JSON.
struct ActorsInterface {
  let hall: Hall

  /// The number of a decision that was kept.
  struct Kept: Encodable {
    let decision: Int
  }

  var endpoints: [Endpoint] {
    [
      .get("/api/actors") { request, _ in
        let query = request.query
        let (name, cursor, limit) = (query["name"], try query.cursor(), try query.limit())
        let page = try await hall.ask { try $0.actors(named: name, after: cursor, limit: limit) }
        return .json(Answer(items: page.items, next: page.next).json)
      },
      .get("/api/actors/:actor") { _, context in
        let id = try context.number("actor")
        let actor = try await hall.ask { archive in
          guard let actor = try archive.actor(id) else { throw ArchiveError.unknown("actor \(id)") }
          return actor
        }
        return .json(actor.json)
      },
      .get("/api/actors/:actor/candidates") { request, context in
        let (id, limit) = (try context.number("actor"), try request.query.limit(8))
        return .json(try await hall.ask { try $0.candidates(of: id, limit: limit) }.json)
      },
      .get("/api/actors/:actor/decisions") { _, context in
        let id = try context.number("actor")
        return .json(try await hall.ask { try $0.identityDecisions(about: id) }.json)
      },
      .post("/api/actors/:actor/merges") { _, context in
        let (id, other) = (try context.number("actor"), try context.formNumber("other"))
        return try await keep(context) { archive, who, why in
          try archive.merge(other, into: id, who: who, why: why)
        }
      },
      .post("/api/actors/:actor/splits") { _, context in
        let (id, document) = (try context.number("actor"), try context.formNumber("document"))
        return try await keep(context) { archive, who, why in
          try archive.split(id, in: document, who: who, why: why)
        }
      },
      .post("/api/decisions/:decision/undo") { _, context in
        let id = try context.number("decision")
        return try await keep(context) { archive, who, why in
          try archive.undo(id, who: who, why: why)
        }
      },
    ]
  }

  private func keep(
    _ context: DeskContext,
    _ body: @escaping @Sendable (Archive, _ who: String, _ why: String?) throws -> Int
  ) async throws -> Response {
    .json(Kept(decision: try await hall.decide(context, body)).json, status: .created)
  }
}
