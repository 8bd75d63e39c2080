import Foundation
import GRDB
public import Records

extension Archive {
  /// Gives the newest records of all documents that a query finds to `body`, in the order of their
  /// numbers, one in memory at a time and all of one moment.
  ///
  /// Where the query asks for lines, a record holds only those, with the attributions that vouch
  /// for them; its text and actors stay whole.
  ///
  /// - Parameter query: nil for all documents.
  /// - Throws: `ArchiveError`, and what `body` throws.
  public func records(
    matching query: SearchQuery? = nil, _ body: (Int, Records.Record) throws -> Void
  ) throws {
    try read { database in
      guard let query else {
        let all = try Int.fetchAll(
          database, sql: "SELECT id FROM document WHERE state <> 'removed' ORDER BY id")
        for document in all { try record(of: document, database).map { try body(document, $0) } }
        return
      }
      try Search(query.expression, .report).all(database) { places in
        let documents = places.map(\.document)
        let lines =
          query.unit == .report ? nil : try Self.lines(query, among: documents, database)
        for document in documents {
          guard var record = try record(of: document, database) else { continue }
          if let lines { record.keepOnly(lines[document] ?? []) }
          try body(document, record)
        }
      }
    }
  }

  private func record(of document: Int, _ database: Database) throws -> Records.Record? {
    guard
      let row = try Row.fetchOne(
        database.cachedStatement(sql: Self.newest), arguments: [document]),
      let packed: Data = row["record"]
    else { return nil }
    return try packing.record(packed, text: packing.text(row["body"]))
  }

  static let newest = """
    SELECT version.record, text.body FROM document
    JOIN version ON version.document = document.id AND version.number = document.version
    JOIN text ON text.id = version.text WHERE document.id = ?
    """

  /// The lines of some documents that the query asks for.
  private static func lines(
    _ query: SearchQuery, among documents: [Int], _ database: Database
  ) throws -> [Int: Set<LineName>] {
    let kind: LineName.Kind = query.unit == .event ? .event : .attribution
    var found: [Int: Set<LineName>] = [:]
    try Search(query.expression, query.unit).all(database, among: documents) { places in
      for place in places {
        found[place.document, default: []].insert(LineName(kind, place.number))
      }
    }
    return found
  }
}

extension Records.Record {
  /// Drops all lines but these and the attributions that vouch for them or hold them.
  mutating func keepOnly(_ lines: Set<LineName>) {
    events = events.enumerated().filter { lines.contains(LineName(.event, $0.offset + 1)) }
      .map(\.element)
    var kept = Set(
      events.flatMap { $0.authority + $0.mentions.flatMap(\.authority) }
        + attributions.enumerated().filter { lines.contains(LineName(.attribution, $0.offset + 1)) }
        .map(\.element.id))
    for attribution in attributions.reversed() where kept.contains(attribution.id) {
      if let outer = attribution.within { kept.insert(outer) }
    }
    attributions = attributions.filter { kept.contains($0.id) }
  }
}
