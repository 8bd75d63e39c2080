import GRDB
import Records

extension Transaction {
  /// Notes the shared actors of an event, so that what one of them did of one type is found at once.
  func addParties(
    of event: Event, number: Int, in document: Int, _ record: Records.Record,
    _ actors: [String: Int], _ shared: Set<Int>
  ) throws {
    let (type, status) = try kind(of: event)
    for (side, ids) in Self.sides(of: event, actors).enumerated() {
      for id in ids where shared.contains(id) {
        for day in Self.days(of: event, record) {
          try run(
            """
            INSERT INTO party (actor, type, status, day, document, event, side)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """, [id, type, status, day, document, number, side])
        }
      }
    }
  }

  /// Takes away what `addParties` noted.
  func removeParties(
    of event: Event, number: Int, in document: Int, _ record: Records.Record
  ) throws {
    let (type, status) = try kind(of: event)
    let named = try Int.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT DISTINCT member.value FROM event, \(EventParties.each(of: "event")) AS member
          WHERE event.document = ? AND event.number = ?
          """), arguments: [document, number])
    for actor in named {
      for day in Self.days(of: event, record) {
        try run(
          """
          DELETE FROM party WHERE actor = ? AND type = ? AND status = ? AND day = ?
            AND document = ? AND event = ?
          """, [actor, type, status, day, document, number])
      }
    }
  }

  /// Who does it, and to whom, by the archive's numbers.
  static func sides(of event: Event, _ actors: [String: Int]) -> [[Int]] {
    [event.actors, event.recipients].map { Set($0.compactMap { actors[$0] }).sorted() }
  }

  private func kind(of event: Event) throws -> (type: Int, status: Int) {
    (try term(.type, event.type.rawValue), try term(.status, event.status.rawValue))
  }

  /// The days by which an event is looked for: what is to come by the end of its window, what is told
  /// as done by its report, what is denied by both.
  private static func days(of event: Event, _ record: Records.Record) -> [Int] {
    let published = record.document.published.flatMap(Days.count) ?? 0
    let last = (event.date?.to ?? event.date?.from).flatMap(Days.count)
    let end = last ?? (published == 0 ? 0 : published + 30)
    switch event.status {
    case .planned, .expected: return [end]
    case .denied: return end == published ? [end] : [published, end]
    default: return [published]
    }
  }
}
