import Foundation
import GRDB
import Records
import Synchronization
import Text

/// How records, texts and pages are packed in this archive; the dictionaries and the order of the
/// columns lie in the archive, so that it stays readable whatever a later Verbale would choose.
///
/// A young archive packs with zlib and the dictionaries that it was made with. Once it has reports
/// enough it learns dictionaries from them; what they pack begins with a byte of 0x80 and more, which
/// tells which ones did.
final class Packing: Sendable {
  /// What an archive learned from its reports.
  struct Learned: Sendable {
    /// Counted from 1.
    let generation: Int
    let records: LearnedDictionary
    let texts: LearnedDictionary
  }

  private let columns: ColumnForm
  private let records: Deflate
  private let texts: Deflate
  private let learned = Mutex<[Learned]>([])

  init(_ database: Database) throws {
    func bytes(_ name: String) throws -> [UInt8] {
      Array(
        try Data.fetchOne(
          database, sql: "SELECT bytes FROM dictionary WHERE name = ?", arguments: [name])
          ?? Data())
    }
    let names = String(decoding: try bytes("columns"), as: UTF8.self)
      .split(separator: "\n").map(String.init)
    columns = ColumnForm(order: names)
    records = Deflate(dictionary: try bytes("record"))
    texts = Deflate(dictionary: try bytes("text"))
    try refresh(database)
  }

  /// Takes over what was learned since, by this program or another. What it knows it keeps: who
  /// reads in an older snapshot may need it.
  func refresh(_ database: Database) throws {
    let generations = try Int.fetchAll(
      database.cachedStatement(sql: "SELECT generation FROM learned ORDER BY generation"))
    let known = learned.withLock { $0.map(\.generation) }
    for generation in generations where !known.contains(generation) {
      guard
        let row = try Row.fetchOne(
          database, sql: "SELECT texts, records FROM learned WHERE generation = ?",
          arguments: [generation])
      else { continue }
      let (texts, records): (Data, Data) = (row["texts"], row["records"])
      let new = Learned(
        generation: generation, records: try LearnedDictionary(Array(records)),
        texts: try LearnedDictionary(Array(texts)))
      learned.withLock { learned in
        if learned.contains(where: { $0.generation == generation }) { return }
        learned.append(new)
        learned.sort { $0.generation < $1.generation }
      }
    }
  }

  /// The generation that packs now; 0 before any is learned.
  var generation: Int { learned.withLock { $0.last?.generation ?? 0 } }

  /// A record, its text and the page that it was read from, packed.
  ///
  /// - Parameter page: the page's bytes where the text doesn't give them back.
  func packed(_ record: Records.Record, page: [UInt8]?) throws -> PackedBytes {
    let bytes = try self.bytes(of: record)
    let text = Array(record.text.utf8)
    guard let newest = learned.withLock({ $0.last }) else {
      // Names, roles and days in the record refer back to the text.
      let record = records.followed(by: text.suffix(16 << 10)).packed(bytes)
      return PackedBytes(
        generation: 0, record: Data(record), text: Data(texts.packed(text)),
        page: page.map { Data(texts.packed($0)) })
    }
    func marked(_ bytes: [UInt8]) -> Data { Data([Self.mark(newest)] + bytes) }
    return PackedBytes(
      generation: newest.generation, record: marked(newest.records.packed(bytes)),
      text: marked(newest.texts.packed(text)), page: page.map { marked(newest.texts.packed($0)) })
  }

  /// A record's columns, as they are packed.
  func bytes(of record: Records.Record) throws -> [UInt8] {
    var bare = record
    bare.text = ""
    // A plain text's hashes are one, and follow from the text.
    if bare.document.sha256 == bare.document.textSHA256 {
      if bare.id == bare.document.sha256 { bare.id = "" }
      (bare.document.sha256, bare.document.textSHA256) = ("", "")
    }
    return try columns.bytes(of: bare)
  }

  /// The record that was packed.
  ///
  /// - Throws: `Deflate.Damage` or `ByteStream.Damage`.
  func record(_ packed: Data, text: String) throws -> Records.Record {
    let bytes = Array(packed)
    let unpacked: [UInt8]
    if let learned = try learned(bytes) {
      unpacked = try learned.records.unpacked(bytes.dropFirst())
    } else {
      unpacked = try records.followed(by: Array(text.utf8.suffix(16 << 10))).unpacked(bytes)
    }
    var record = try columns.value(Records.Record.self, from: unpacked)
    record.text = text
    if record.document.sha256.isEmpty {
      let hash = SHA256.hex(Array(text.utf8))
      (record.document.sha256, record.document.textSHA256) = (hash, hash)
      if record.id.isEmpty { record.id = hash }
    }
    return record
  }

  /// The text that was packed.
  ///
  /// - Throws: `Deflate.Damage`.
  func text(_ packed: Data) throws -> String { String(decoding: try page(packed), as: UTF8.self) }

  /// A text or a page, packed.
  func pack(page: [UInt8]) -> Data {
    guard let newest = learned.withLock({ $0.last }) else { return Data(texts.packed(page)) }
    return Data([Self.mark(newest)] + newest.texts.packed(page))
  }

  /// The page that was packed.
  ///
  /// - Throws: `Deflate.Damage`.
  func page(_ packed: Data) throws -> [UInt8] {
    let bytes = Array(packed)
    if let learned = try learned(bytes) { return try learned.texts.unpacked(bytes.dropFirst()) }
    return try texts.unpacked(bytes)
  }

  private static func mark(_ learned: Learned) -> UInt8 { 0x80 | UInt8(learned.generation & 0x7F) }

  /// What packed these bytes; nil where zlib did, whose first byte is that of a length.
  private func learned(_ packed: [UInt8]) throws -> Learned? {
    guard let mark = packed.first, mark >= 0x80 else { return nil }
    guard let learned = learned.withLock({ $0.last { Self.mark($0) == mark } }) else {
      throw Deflate.Damage()
    }
    return learned
  }
}

/// A reading's bytes as they lie in the archive.
struct PackedBytes: Sendable {
  /// What packed them; 0 for what the archive was made with.
  let generation: Int
  let record: Data
  let text: Data
  let page: Data?
}
