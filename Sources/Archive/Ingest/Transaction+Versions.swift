import Foundation
import GRDB
import Records

extension Transaction {
  /// Stores a reading as a document's newest version and gives its number.
  func addVersion(
    _ packed: PackedReading, of document: Int, cause: VersionCause, input: Int
  ) throws -> Int {
    let packed = try packed.renewed(packing)
    let record = packed.reading
    try removeWords(of: document)
    let newest = try number(
      "SELECT max(number) FROM version WHERE document = ?", [document])
    let next = (newest ?? 0) + 1
    let text = try textID(packed, of: document)
    try run(
      """
      INSERT INTO version (document, number, cause, input, text, reader, model, record, at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        document, next, cause.rawValue, input, text, try term(.reader, record.reader.version),
        try term(.model, record.reader.model), packed.bytes.record, moment,
      ])
    let facts = record.document
    try run(
      """
      UPDATE document SET source = iif(?1 = address, '=', ?1), url = iif(?2 = address, '=', ?2),
        title = ?, published = ?, language = ?, state = ?,
        version = ? WHERE id = ?
      """,
      [
        facts.source, facts.url, facts.title, facts.published ?? "", facts.language,
        facts.state.rawValue, next, document,
      ])
    try run(
      "INSERT INTO report_words (rowid, title, body) VALUES (?, ?, ?)",
      [document, facts.title, record.text])
    try addLines(of: packed, to: document)
    return next
  }

  private func textID(_ packed: PackedReading, of document: Int) throws -> Int {
    let known = try number(
      """
      SELECT id FROM text WHERE document = ?1 AND substr(sha256, 1, 8) = substr(?2, 1, 8)
        AND sha256 = ?2
      """, [document, packed.textHash])
    return try known
      ?? add(
        "INSERT INTO text (document, sha256, body) VALUES (?, ?, ?)",
        [document, packed.textHash, packed.bytes.text])
  }

  /// Takes the words and lines of a document's newest version out of the indexes, which keep no
  /// copy of them: they are named once more.
  func removeWords(of document: Int) throws {
    guard
      let row = try Row.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT document.title, version.record, text.body FROM document
            JOIN version ON version.document = document.id AND version.number = document.version
            JOIN text ON text.id = version.text WHERE document.id = ?
            """), arguments: [document])
    else { return }
    let title: String? = row["title"]
    let body = try packing.text(row["body"])
    try run(
      "INSERT INTO report_words (report_words, rowid, title, body) VALUES ('delete', ?, ?, ?)",
      [document, title, body])
    if let packed: Data = row["record"] {
      try removeLines(of: document, packing.record(packed, text: body))
    }
  }
}
