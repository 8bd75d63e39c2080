import Foundation
import GRDB
public import Pages
public import Records

extension Archive {
  /// The document that holds the input already: the same bytes with the same facts. Whoever
  /// ingests asks this first and spares the reading.
  ///
  /// - Parameters:
  ///   - input: the input.
  ///   - published: the publication day that its reading would fall back on.
  /// - Throws: `ArchiveError`.
  public func document(holding input: Input, published: String? = nil) throws -> Int? {
    let key = InputKey(input)
    return try read {
      try Int.fetchOne($0, sql: Self.holding, arguments: [key.fingerprint, published])
    }
  }

  /// Where no day is given to fall back on, a reading that had one stands.
  fileprivate static let holding = """
    SELECT document FROM input WHERE fingerprint = ?1 AND (?2 IS NULL OR fallback_day IS ?2)
    ORDER BY id LIMIT 1
    """

  /// Keeps a record and the input that it was read from, in one transaction: a new document, a new
  /// version of one, or nothing where the input is known; and its line in the ledger.
  ///
  /// A refused record leaves its line in the ledger only.
  ///
  /// - Parameters:
  ///   - record: the reading.
  ///   - input: what was read.
  ///   - published: the publication day that the reading could fall back on.
  /// - Throws: `ArchiveError`; then nothing of the record is kept.
  @discardableResult
  public func ingest(
    _ record: Records.Record, from input: Input, published: String? = nil
  ) throws -> IngestOutcome {
    try ingest(prepare(record, from: input), from: input, published: published)
  }

  /// Keeps a reading that was made ready, as the other does.
  ///
  /// - Throws: `ArchiveError`; then nothing of the record is kept.
  @discardableResult
  public func ingest(
    _ packed: PackedReading, from input: Input, published: String? = nil
  ) throws -> IngestOutcome {
    let line = LedgerLine(packed.reading, of: input)
    if packed.reading.document.state == .refused { return try refuse(line) }
    return try write { transaction in
      let outcome = try transaction.keep(packed, input, published)
      try transaction.note(line, document: outcome.document)
      if case .new(let document) = outcome { try transaction.learnWhenReady(document) }
      return outcome
    }
  }

  /// Notes that an input which the archive holds was given again, maybe under another name, so that
  /// it has its line in the ledger.
  ///
  /// - Throws: `ArchiveError`.
  public func acknowledge(_ input: Input, as document: Int) throws {
    let hash = Data(hex: input.sha256)
    let first = try read { database in
      let lines = try Row.fetchAll(
        database,
        sql: ArchivedLedgerLine.selection + " WHERE document = ? AND sha256 = ? ORDER BY ledger.id",
        arguments: [document, hash]
      ).map(ArchivedLedgerLine.init)
      return lines.contains { $0.line.source == input.source } ? nil : lines.first
    }
    guard let first else { return }
    let line = LedgerLine(
      source: input.source, id: input.id ?? first.line.id, state: first.line.state,
      reasons: first.line.reasons, message: first.line.message, bytes: input.bytes.count,
      sha256: input.sha256)
    try write { try $0.note(line, document: document) }
  }

  /// Keeps the ledger's line of an input that gave no record.
  ///
  /// - Throws: `ArchiveError`.
  @discardableResult
  public func refuse(_ line: LedgerLine) throws -> IngestOutcome {
    try write { try $0.note(line, document: nil) }
    return .refused
  }
}

extension Transaction {
  fileprivate func keep(
    _ packed: PackedReading, _ input: Input, _ published: String?
  ) throws -> IngestOutcome {
    let packed = try packed.renewed(packing)
    let (record, key) = (packed.reading, packed.key ?? InputKey(input))
    if let known = try number(Archive.holding, [key.fingerprint, published]) {
      return .known(document: known)
    }
    let address = Self.address(of: record, input)
    let existing =
      try number(
        "SELECT id FROM document WHERE address_key = ? AND address = ?",
        [InputKey.number(of: address), address])
      ?? number(
        """
        SELECT document FROM input WHERE substr(sha256, 1, 8) = substr(?1, 1, 8) AND sha256 = ?1
        LIMIT 1
        """, [key.bytes])
    let document =
      try existing
      ?? add(
        """
        INSERT INTO document (address, address_key, published, state, version)
        VALUES (?, ?, '', 'whole', 1)
        """, [address, InputKey.number(of: address)])
    let known = try String.fetchOne(
      database.cachedStatement(sql: "SELECT address FROM document WHERE id = ?"),
      arguments: [document])
    let inputID = try add(
      """
      INSERT INTO input (sha256, fingerprint, document, format, given_id, source, url, published,
        title, fallback_day, raw, encoding, reasons, bytes, page)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        key.bytes, key.fingerprint, document, input.format.rawValue, input.id,
        input.source == known ? "=" : input.source, input.url == known ? "=" : input.url,
        input.published, input.title, published,
        input.isRaw, input.encoding, try JSONText.of(input.reasons), input.bytes.count,
        packed.bytes.page,
      ])
    if existing != nil, try isNewest(packed, of: document) { return .known(document: document) }
    let number = try addVersion(
      packed, of: document, cause: existing == nil ? .new : .changed, input: inputID)
    return existing == nil
      ? .new(document: document) : .changed(document: document, version: number)
  }

  /// Whether a document's newest version is the same reading of the same text.
  private func isNewest(_ packed: PackedReading, of document: Int) throws -> Bool {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT version.record, text.body FROM document
          JOIN version ON version.document = document.id AND version.number = document.version
          JOIN text ON text.id = version.text WHERE document.id = ? AND text.sha256 = ?
          """), arguments: [document, packed.textHash])
    guard let row, let present: Data = row["record"] else { return false }
    return try packing.record(present, text: packing.text(row["body"])) == packed.reading
  }

  /// What makes later bytes a version of the same document.
  private static func address(of record: Records.Record, _ input: Input) -> String {
    record.document.url ?? input.url ?? input.id ?? input.source ?? "sha256:\(input.sha256)"
  }
}
