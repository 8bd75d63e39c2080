import Foundation
import GRDB
import Records
import Text

/// How records, texts and pages are packed in this archive; the dictionaries and the order of the
/// columns lie in the archive, so that it stays readable whatever a later Verbale would choose.
struct Packing: Sendable {
  private let columns: ColumnForm
  private let records: Deflate
  private let texts: Deflate

  init(_ database: Database) throws {
    func bytes(_ name: String) throws -> [UInt8] {
      Array(
        try Data.fetchOne(
          database, sql: "SELECT bytes FROM dictionary WHERE name = ?", arguments: [name])
          ?? Data())
    }
    self.init(
      columns: try bytes("columns"), records: try bytes("record"), texts: try bytes("text"))
  }

  init(columns: [UInt8], records: [UInt8], texts: [UInt8]) {
    let names = String(decoding: columns, as: UTF8.self).split(separator: "\n").map(String.init)
    self.columns = ColumnForm(order: names)
    self.records = Deflate(dictionary: records)
    self.texts = Deflate(dictionary: texts)
  }

  /// A record without its text, which stands in a table of its own and is what names, roles and
  /// days in the record refer back to.
  func pack(_ record: Records.Record) throws -> Data {
    var bare = record
    bare.text = ""
    // A plain text's hashes are one, and follow from the text.
    if bare.document.sha256 == bare.document.textSHA256 {
      if bare.id == bare.document.sha256 { bare.id = "" }
      (bare.document.sha256, bare.document.textSHA256) = ("", "")
    }
    let packed = records.followed(by: Array(record.text.utf8.suffix(16 << 10)))
    return Data(packed.packed(try columns.bytes(of: bare)))
  }

  func record(_ packed: Data, text: String) throws -> Records.Record {
    let deflate = records.followed(by: Array(text.utf8.suffix(16 << 10)))
    var record = try columns.value(
      Records.Record.self, from: deflate.unpacked(Array(packed)))
    record.text = text
    if record.document.sha256.isEmpty {
      let hash = SHA256.hex(Array(text.utf8))
      (record.document.sha256, record.document.textSHA256) = (hash, hash)
      if record.id.isEmpty { record.id = hash }
    }
    return record
  }

  func pack(text: String) -> Data { Data(texts.packed(Array(text.utf8))) }

  func text(_ packed: Data) throws -> String {
    String(decoding: try texts.unpacked(Array(packed)), as: UTF8.self)
  }

  func pack(page: [UInt8]) -> Data { Data(texts.packed(page)) }

  func page(_ packed: Data) throws -> [UInt8] { try texts.unpacked(Array(packed)) }
}
