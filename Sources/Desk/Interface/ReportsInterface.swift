import Archive
import Hummingbird
import Records

/// Reports, their records and lines, and the ledger, as JSON.
struct ReportsInterface {
  let hall: Hall

  var endpoints: [Endpoint] {
    [
      .get("/api/counts") { _, _ in
        .json(CountsAnswer(try await hall.ask { try $0.counts() }).json)
      },
      .get("/api/ledger") { request, _ in
        let query = request.query
        let state = try query.choice("state", of: DocumentState.self)
        let (cursor, limit) = (try query.cursor(), try query.limit())
        let page = try await hall.ask { try $0.ledger(state: state, after: cursor, limit: limit) }
        return .json(Answer(items: page.items, next: page.next).json)
      },
      .get("/api/reports") { request, _ in
        let (cursor, limit) = (try request.query.cursor(), try request.query.limit())
        let page = try await hall.ask { try $0.documents(after: cursor, limit: limit) }
        return .json(Answer(items: page.items, next: page.next).json)
      },
      .get("/api/reports/:document") { _, context in
        let id = try context.number("document")
        let document = try await hall.ask { archive in
          guard let document = try archive.document(id) else {
            throw ArchiveError.unknown("report \(id)")
          }
          return document
        }
        return .json(document.json)
      },
      .get("/api/reports/:document/diff") { request, context in
        let id = try context.number("document")
        let (old, new) = (try request.query.number("from"), try request.query.number("to"))
        return .json(try await hall.ask { try $0.diff(of: id, from: old, to: new) }.json)
      },
      .get("/api/reports/:document/versions/:version/record") { _, context in
        let (id, version) = (try context.number("document"), try context.number("version"))
        let record = try await hall.ask { archive in
          guard let record = try archive.record(of: id, version: version) else {
            throw ArchiveError.unknown("report \(id), version \(version)")
          }
          return record
        }
        return .json(record.json)
      },
      .get("/api/reports/:document/versions/:version/lines/:line") { _, context in
        .json(try await line(context) { LineAnswer($0, in: $1).json })
      },
      .get("/api/reports/:document/versions/:version/lines/:line/citation") { _, context in
        .json(try await line(context) { [Citation($0, in: $1)].json })
      },
    ]
  }

  private func line(
    _ context: DeskContext, _ answer: @escaping @Sendable (LineView, ReportLines) -> String
  ) async throws -> String {
    let (document, version) = (try context.number("document"), try context.number("version"))
    let id = context.parameters.get("line") ?? ""
    let base = hall.base
    return try await hall.ask { archive in
      let lines = try archive.lines(of: document, version: version, base: base)
      guard let line = lines.line(id) else {
        throw ArchiveError.unknown("line \(id) of report \(document)")
      }
      return answer(line, lines)
    }
  }
}
