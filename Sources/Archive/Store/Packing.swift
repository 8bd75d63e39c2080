import Foundation
import GRDB
import Records
import Text

/// How records, texts and pages are packed in this archive; the dictionaries lie in the archive, so
/// that it stays readable whatever a later Verbale would choose.
struct Packing: Sendable {
  private let records: Deflate
  private let texts: Deflate

  init(_ database: Database) throws {
    func dictionary(_ name: String) throws -> Deflate {
      let bytes = try Data.fetchOne(
        database, sql: "SELECT bytes FROM dictionary WHERE name = ?", arguments: [name])
      return Deflate(dictionary: Array(bytes ?? Data()))
    }
    records = try dictionary("record")
    texts = try dictionary("text")
  }

  /// A record without its text, which stands in a table of its own.
  func pack(_ record: Records.Record) throws -> Data {
    var bare = record
    bare.text = ""
    return Data(records.packed(Array(try JSONText.of(bare).utf8)))
  }

  func record(_ packed: Data, text: String) throws -> Records.Record {
    var record = try JSONDecoder().decode(
      Records.Record.self, from: Data(records.unpacked(Array(packed))))
    record.text = text
    return record
  }

  func pack(text: String) -> Data { Data(texts.packed(Array(text.utf8))) }

  func text(_ packed: Data) throws -> String {
    String(decoding: try texts.unpacked(Array(packed)), as: UTF8.self)
  }

  func pack(page: [UInt8]) -> Data { Data(texts.packed(page)) }

  func page(_ packed: Data) throws -> [UInt8] { try texts.unpacked(Array(packed)) }
}
