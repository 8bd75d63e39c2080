import Foundation
import GRDB
public import Pages
public import Records
import Text

extension Archive {
  /// The documents that can be read again, in the order of their numbers.
  ///
  /// - Throws: `ArchiveError`.
  public func readableDocuments() throws -> [Int] {
    try read {
      try Int.fetchAll($0, sql: "SELECT id FROM document WHERE state <> 'removed' ORDER BY id")
    }
  }

  /// The input of a document's newest version as it came in, to be read again, with the publication
  /// day that its reading may fall back on; nil where it was taken down.
  ///
  /// - Throws: `ArchiveError`.
  public func input(of document: Int) throws -> (input: Input, published: String?)? {
    try read { database in
      guard
        let row = try Row.fetchOne(
          database,
          sql: """
            SELECT input.*, document.address, text.body FROM document
            JOIN version ON version.document = document.id AND version.number = document.version
            JOIN input ON input.id = version.input LEFT JOIN text ON text.id = version.text
            WHERE document.id = ?
            """, arguments: [document])
      else { return nil }
      let page: Data? = row["page"]
      let body: Data? = row["body"]
      let bytes: [UInt8]
      if let page {
        bytes = try packing.page(page)
      } else if let body {
        bytes = Array(try packing.text(body).utf8)
      } else {
        return nil
      }
      let hash: Data = row["sha256"]
      guard SHA256.hex(bytes) == hash.hex else {
        throw ArchiveError.damaged(
          path: path, detail: "the bytes of document \(document) don't have their hash")
      }
      let (format, reasons): (String, String) = (row["format"], row["reasons"])
      func told(_ column: String) -> String? {
        let text: String? = row[column]
        return text == "=" ? row["address"] : text
      }
      let input = Input(
        source: told("source"), id: row["given_id"], bytes: bytes,
        format: Input.Format(rawValue: format) ?? .text, url: told("url"),
        published: row["published"], title: row["title"], isRaw: row["raw"], sha256: hash.hex,
        encoding: row["encoding"],
        reasons: try JSONDecoder().decode([String].self, from: Data(reasons.utf8)))
      return (input, row["fallback_day"])
    }
  }

  /// Keeps another reading of a document's newest input as a new version. A reading that is the
  /// same to the byte is no new version.
  ///
  /// - Returns: the version's number; nil where nothing is new.
  /// - Throws: `ArchiveError`; `unknown` where the document isn't there or was taken down.
  @discardableResult
  public func reread(_ document: Int, as record: Records.Record) throws -> Int? {
    guard let present = try self.record(of: document) else {
      throw ArchiveError.unknown("readable document \(document)")
    }
    if present == record || record.document.state == .refused { return nil }
    let packed = try PackedReading(
      record, nil, packing, read { try WordNumbers(record, $0) })
    return try write { transaction in
      guard
        let input = try transaction.number(
          """
          SELECT version.input FROM document JOIN version
            ON version.document = document.id AND version.number = document.version
          WHERE document.id = ? AND document.state <> 'removed'
          """, [document])
      else { throw ArchiveError.unknown("readable document \(document)") }
      return try transaction.addVersion(
        packed, of: document, cause: .reread, input: input)
    }
  }
}
