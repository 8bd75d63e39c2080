import Archive
import Hummingbird

/// What people decided about lines, as JSON.
struct DecisionsInterface {
  let hall: Hall

  var endpoints: [Endpoint] {
    [
      .get("/api/decisions") { request, _ in
        let query = request.query
        let document = try query.number("document")
        let orphaned = try query.flag("orphaned")
        let (cursor, limit) = (try query.cursor(), try query.limit())
        let page = try await hall.ask {
          try $0.decisions(about: document, onlyOrphaned: orphaned, after: cursor, limit: limit)
        }
        return .json(Answer(items: page.items, next: page.next).json)
      },
      .get("/api/agreement") { request, _ in
        let who = request.query["who"]
        return .json(try await hall.ask { try $0.agreement(who: who) }.json)
      },
      .post("/api/reports/:document/lines/:line/decisions") { _, context in
        let verdict = try LineVerdict(
          context.form, document: context.number("document"),
          line: context.parameters.get("line") ?? "")
        return .json(
          ActorsInterface.Kept(
            decision: try await hall.decide(context) { archive, who, why in
              try verdict.keep(in: archive, who: who, why: why)
            }
          ).json, status: .created)
      },
    ]
  }
}
