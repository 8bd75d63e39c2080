import Foundation
import GRDB
import Records

extension Transaction {
  /// The documents from which dictionaries are learned: enough to tell what reports have in common,
  /// few enough to be read at once.
  private static let samples = 250

  /// Learns dictionaries once there are documents enough.
  func learnWhenReady(_ document: Int) throws {
    if document >= Self.samples, packing.generation == 0 { try learn() }
  }

  /// Learns dictionaries from the first documents, packs anew what lies packed, and forgets what was
  /// learned before. What this transaction did not keep nobody else may use: the archive's own packing
  /// knows of them once they are kept.
  private func learn() throws {
    let sampled = try Row.fetchAll(
      database,
      sql: """
        SELECT document.id, version.record, text.body FROM document
        JOIN version ON version.document = document.id AND version.number = document.version
        JOIN text ON text.id = version.text
        WHERE document.state <> 'removed' ORDER BY document.id LIMIT ?
        """, arguments: [Self.samples])
    let texts = try sampled.map { try packing.page($0["body"]) }
    let records = try sampled.map {
      try packing.bytes(of: packing.record($0["record"], text: packing.text($0["body"])))
    }
    let size = texts.reduce(0) { $0 + $1.count }
    // A small archive's dictionary takes a small place.
    let words = SharedRuns.dictionary(of: texts, .words, longest: 6, size: min(96 << 10, size / 8))
    let names = SharedRuns.dictionary(
      of: records, .columns, longest: 1, size: min(32 << 10, size / 16))
    try run("DELETE FROM learned")
    if let text = LearnedDictionary.made(of: words, samples: texts),
      let record = LearnedDictionary.made(of: names, samples: records)
    {
      try run(
        "INSERT INTO learned (last, texts, records) VALUES (?, ?, ?)",
        [sampled.last?["id"] as Int?, Data(text), Data(record)])
    } else if packing.generation == 0 {
      return
    }
    try packAnew(Packing(database))
  }

  /// Learns anew where a document that is taken down was among those learned from: what its words
  /// were shared with may be gone, too.
  func forgetLearned(from document: Int) throws {
    let isSample = try number("SELECT 1 FROM learned WHERE last >= ?", [document]) != nil
    if isSample { try learn() }
  }

  private func packAnew(_ new: Packing) throws {
    let versions = try Int.fetchAll(
      database, sql: "SELECT id FROM version WHERE record IS NOT NULL ORDER BY id")
    for id in versions {
      let row = try Row.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT version.record, text.body FROM version JOIN text ON text.id = version.text
            WHERE version.id = ?
            """), arguments: [id])
      guard let row else { continue }
      let record = try packing.record(row["record"], text: packing.text(row["body"]))
      try run(
        "UPDATE version SET record = ? WHERE id = ?",
        [try new.packed(record, page: nil).record, id])
    }
    for (table, column) in [("text", "body"), ("input", "page")] {
      let ids = try Int.fetchAll(
        database, sql: "SELECT id FROM \(table) WHERE \(column) IS NOT NULL ORDER BY id")
      for id in ids {
        let bytes = try Data.fetchOne(
          database.cachedStatement(sql: "SELECT \(column) FROM \(table) WHERE id = ?"),
          arguments: [id])
        guard let bytes else { continue }
        try run(
          "UPDATE \(table) SET \(column) = ? WHERE id = ?",
          [new.pack(page: try packing.page(bytes)), id])
      }
    }
  }
}
