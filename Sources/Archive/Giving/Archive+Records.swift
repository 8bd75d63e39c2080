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
      let condition = try query.map {
        try QueryCompiler(database: database).condition($0.expression, .report)
      }
      let documents = try SQLRequest<Int>(
        literal: """
          SELECT document.id FROM document
          WHERE document.state <> 'removed' AND \(condition ?? "1") ORDER BY document.id
          """
      ).fetchAll(database)
      let lines = try query.flatMap { query in
        query.unit == .report ? nil : try Self.lines(query, database)
      }
      for document in documents {
        guard
          let row = try Row.fetchOne(
            database.cachedStatement(sql: Self.newest), arguments: [document]),
          let packed: Data = row["record"]
        else { continue }
        var record = try packing.record(packed, text: packing.text(row["body"]))
        if let lines { record.keepOnly(lines[document] ?? []) }
        try body(document, record)
      }
    }
  }

  static let newest = """
    SELECT version.record, text.body FROM document
    JOIN version ON version.document = document.id AND version.number = document.version
    JOIN text ON text.id = version.text WHERE document.id = ?
    """

  /// The lines that the query asks for, by their documents.
  private static func lines(
    _ query: SearchQuery, _ database: Database
  ) throws -> [Int: Set<LineName>] {
    let search = Search(
      unit: query.unit,
      condition: try QueryCompiler(database: database).condition(query.expression, query.unit))
    let kind: LineName.Kind = query.unit == .event ? .event : .attribution
    return Dictionary(grouping: try search.all(database), by: \.document)
      .mapValues { Set($0.map { LineName(kind, $0.number) }) }
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
