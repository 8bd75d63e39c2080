import Foundation
import GRDB
import Records

extension Archive {
  /// Stories of two reports or more, the one with the latest report first.
  ///
  /// - Throws: `ArchiveError`.
  public func stories(after cursor: Cursor? = nil, limit: Int = 50) throws -> Page<StorySummary> {
    try read { database in
      // Stories of one report are most: only those that a report joined are looked at.
      let found = try Row.fetchAll(
        database,
        sql: """
          WITH shared (id) AS (
            SELECT DISTINCT story FROM telling INDEXED BY telling_joined WHERE story <> document)
          SELECT shared.id, founder.title AS title, max(document.published) AS latest,
            count(*) AS reports, count(DISTINCT telling.original) AS sources
          FROM shared CROSS JOIN telling INDEXED BY telling_by_story ON telling.story = shared.id
          JOIN document ON document.id = telling.document
          JOIN document AS founder ON founder.id = shared.id
          GROUP BY shared.id HAVING (max(document.published), shared.id) < (?, ?)
          ORDER BY latest DESC, shared.id DESC LIMIT ?
          """,
        arguments: [cursor?.day ?? Self.afterAllDays, cursor?.rest.first ?? Int.max, limit + 1]
      ).map { row in
        let latest: String = row["latest"]
        return StorySummary(
          id: row["id"], title: row["title"], latest: latest.isEmpty ? nil : latest,
          reports: row["reports"], sources: row["sources"])
      }
      let shown = Array(found.prefix(limit))
      return Page(
        items: shown,
        next: found.count <= limit
          ? nil : shown.last.map { Cursor(day: $0.latest ?? "", rest: [$0.id]) })
    }
  }

  /// The number of the story that a document belongs to; nil where it isn't there.
  ///
  /// - Throws: `ArchiveError`.
  public func story(ofDocument document: Int) throws -> Int? {
    try read {
      try Int.fetchOne(
        $0, sql: "SELECT story FROM telling WHERE document = ?", arguments: [document])
    }
  }

  /// A story with its reports, and what they agree and differ on; nil where nobody has the number.
  ///
  /// - Throws: `ArchiveError`.
  public func story(_ id: Int) throws -> Story? {
    try read { database in
      let reports = try Row.fetchAll(
        database,
        sql: """
          SELECT document.*, telling.original, telling.why FROM telling
          JOIN document ON document.id = telling.document WHERE telling.story = ?
          ORDER BY document.published, document.id
          """, arguments: [id]
      ).map {
        Story.Report(document: DocumentSummary($0), original: $0["original"], why: $0["why"])
      }
      guard !reports.isEmpty else { return nil }
      return Story(
        id: id, reports: reports, sources: Set(reports.map(\.original)).count,
        events: try events(of: reports, database))
    }
  }

  /// The events that two of the reports or more tell: of one type between the same two parties.
  private func events(
    of reports: [Story.Report], _ database: Database
  ) throws -> [Story.SharedEvent] {
    struct Key: Hashable {
      let type: String
      let parties: [Int]
    }
    var tellings: [Key: [(Int, Story.SharedEvent.Telling)]] = [:]
    var names: [Int: String] = [:]
    for report in reports {
      guard
        let row = try Row.fetchOne(
          database.cachedStatement(sql: Self.newest), arguments: [report.document.id]),
        let packed: Data = row["record"]
      else { continue }
      let record = try packing.record(packed, text: packing.text(row["body"]))
      let lines = Dictionary(
        RecordLine.all(of: record).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      for (index, event) in record.events.enumerated() {
        let parties = try Row.fetchAll(
          database.cachedStatement(
            sql: """
              SELECT DISTINCT whole.id, name.name
              FROM event, \(EventParties.each(of: "event")) AS party
              CROSS JOIN actor AS own ON own.id = party.value
              JOIN actor AS whole ON whole.id = ifnull(own.same_as, own.id)
              JOIN name ON name.id = whole.name
              WHERE event.document = ? AND event.number = ? AND whole.key IS NOT NULL
              ORDER BY whole.id
              """), arguments: [report.document.id, index + 1])
        guard parties.count >= 2, let line = lines[event.id] else { continue }
        for party in parties { names[party["id"]] = party["name"] }
        let telling = Story.SharedEvent.Telling(
          document: report.document.id, line: "e\(index + 1)", words: line.words,
          status: event.status.rawValue, size: line["size"], day: line["day"])
        tellings[
          Key(type: event.type.rawValue, parties: parties.map { $0["id"] }), default: []
        ].append((report.original, telling))
      }
    }
    let shared = tellings.filter { Set($0.value.map(\.1.document)).count > 1 }
    return shared.map { key, found in
      func differ(_ values: [String?]) -> Bool { Set(values.compactMap(\.self)).count > 1 }
      let told = found.map(\.1)
      let differences = [
        ("status", differ(told.map(\.status))), ("size", differ(told.map(\.size))),
        ("day", differ(told.map(\.day))),
      ]
      return Story.SharedEvent(
        type: key.type, parties: key.parties.compactMap { names[$0] }, tellings: told,
        sources: Set(found.map(\.0)).count, differs: differences.filter(\.1).map(\.0))
    }.sorted {
      (-$0.sources, $0.type, $0.parties.joined()) < (-$1.sources, $1.type, $1.parties.joined())
    }
  }
}
