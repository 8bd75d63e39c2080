import Foundation
import GRDB
public import Records

extension Archive {
  /// The documents, the newest publication first, those without a date last.
  ///
  /// - Parameters:
  ///   - cursor: where the page before ended.
  ///   - limit: the most documents of a page.
  /// - Throws: `ArchiveError`.
  public func documents(after cursor: Cursor? = nil, limit: Int = 50) throws
    -> Page<DocumentSummary>
  {
    try read { database in
      let documents = try Row.fetchAll(
        database,
        sql: """
          SELECT * FROM document WHERE (published, id) < (?, ?)
          ORDER BY published DESC, id DESC LIMIT ?
          """,
        arguments: [cursor?.day ?? Self.afterAllDays, cursor?.rest.first ?? Int.max, limit + 1]
      ).map(DocumentSummary.init)
      let shown = Array(documents.prefix(limit))
      return Page(
        items: shown,
        next: documents.count <= limit
          ? nil : shown.last.map { Cursor(day: $0.published ?? "", rest: [$0.id]) })
    }
  }

  /// Sorts behind every day that a report can tell.
  static let afterAllDays = "\u{10FFFF}"

  /// A document with its versions; nil where nobody has the id.
  ///
  /// - Throws: `ArchiveError`.
  public func document(_ id: Int) throws -> ArchivedDocument? {
    try read { database in
      guard
        let row = try Row.fetchOne(
          database, sql: "SELECT * FROM document WHERE id = ?", arguments: [id])
      else { return nil }
      let versions = try Row.fetchAll(
        database,
        sql: """
          SELECT version.*, reader.name AS reader_name, model.name AS model_name, input.sha256
          FROM version JOIN term AS reader ON reader.id = version.reader
          JOIN term AS model ON model.id = version.model
          LEFT JOIN input ON input.id = version.input WHERE version.document = ? ORDER BY number
          """, arguments: [id]
      ).map(DocumentVersion.init)
      let tombstone = try Row.fetchOne(
        database, sql: "SELECT * FROM tombstone WHERE document = ?", arguments: [id]
      ).map(Tombstone.init)
      return ArchivedDocument(
        summary: DocumentSummary(row), versions: versions, tombstone: tombstone)
    }
  }

  /// The document that a person names: by the archive's number, by its address, by a path or id
  /// under which it was given, or by the hash of its bytes (eight digits or more).
  ///
  /// - Throws: `ArchiveError`.
  public func document(named name: String) throws -> Int? {
    try read { database in
      if let id = Int(name),
        let known = try Int.fetchOne(
          database, sql: "SELECT id FROM document WHERE id = ?", arguments: [id])
      {
        return known
      }
      if let known = try Int.fetchOne(
        database, sql: "SELECT id FROM document WHERE address_key = ? AND address = ?",
        arguments: [InputKey.number(of: name), name])
      {
        return known
      }
      if let known = try Int.fetchOne(
        database,
        sql: "SELECT document FROM input WHERE source = ?1 OR given_id = ?1 OR url = ?1 LIMIT 1",
        arguments: [name])
      {
        return known
      }
      guard name.count >= 8, name.count <= 64, name.allSatisfy(\.isHexDigit) else { return nil }
      let found = try Int.fetchAll(
        database,
        sql: "SELECT DISTINCT document FROM input WHERE hex(sha256) LIKE ? || '%' LIMIT 2",
        arguments: [name.uppercased()])
      return found.count == 1 ? found[0] : nil
    }
  }

  /// The record of a document: of its newest version, or of the one given. Nil where there is
  /// none, or where it was taken down.
  ///
  /// - Throws: `ArchiveError`.
  public func record(of document: Int, version: Int? = nil) throws -> Records.Record? {
    try read { database in
      guard
        let row = try Row.fetchOne(
          database,
          sql: """
            SELECT version.record, text.body FROM document
            JOIN version ON version.document = document.id
              AND version.number = ifnull(?, document.version)
            JOIN text ON text.id = version.text WHERE document.id = ?
            """, arguments: [version, document]),
        let packed: Data = row["record"]
      else { return nil }
      return try packing.record(packed, text: packing.text(row["body"]))
    }
  }
}

extension DocumentSummary {
  init(_ row: Row) {
    let (day, address): (String, String) = (row["published"], row["address"])
    func told(_ column: String) -> String? {
      let text: String? = row[column]
      return text == "=" ? address : text
    }
    self.init(
      id: row["id"], address: address, source: told("source"), url: told("url"),
      title: row["title"], published: day.isEmpty ? nil : day, language: row["language"],
      state: ArchivedState(rawValue: row["state"]) ?? .removed, version: row["version"])
  }
}

extension DocumentVersion {
  init(_ row: Row) {
    let hash: Data? = row["sha256"]
    self.init(
      number: row["number"], sequence: row["id"],
      cause: VersionCause(rawValue: row["cause"]) ?? .new, reader: row["reader_name"],
      model: row["model_name"], sha256: hash?.hex ?? "", at: row["at"])
  }
}

extension Tombstone {
  init(_ row: Row) {
    let hashes: String = row["sha256"]
    self.init(
      sha256: (try? JSONDecoder().decode([String].self, from: Data(hashes.utf8))) ?? [],
      reason: row["reason"], at: row["at"])
  }
}
