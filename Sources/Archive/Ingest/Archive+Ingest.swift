import GRDB
public import Pages
public import Records

extension Archive {
  /// The document that holds the input already: the same bytes with the same facts. Whoever
  /// ingests asks this first and spares the reading.
  ///
  /// - Throws: `ArchiveError`.
  public func document(holding input: Input) throws -> Int? {
    let key = InputKey(input)
    return try read {
      try Int.fetchOne(
        $0, sql: "SELECT document FROM input WHERE fingerprint = ?", arguments: [key.fingerprint])
    }
  }

  /// Keeps a record and the input that it was read from, in one transaction: a new document, a new
  /// version of one, or nothing where the input is known; and its line in the ledger.
  ///
  /// A refused record leaves its line in the ledger only.
  ///
  /// - Throws: `ArchiveError`; then nothing of the record is kept.
  @discardableResult
  public func ingest(_ record: Records.Record, from input: Input) throws -> IngestOutcome {
    let line = LedgerLine(record, bytes: input.bytes.count)
    if record.document.state == .refused { return try refuse(line) }
    let key = InputKey(input)
    let packed = try PackedReading(record, input, packing)
    return try write { transaction in
      let outcome = try transaction.keep(record, input, key, packed)
      try transaction.note(line, document: outcome.document)
      return outcome
    }
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
    _ record: Records.Record, _ input: Input, _ key: InputKey, _ packed: PackedReading
  ) throws -> IngestOutcome {
    if let known = try number(
      "SELECT document FROM input WHERE fingerprint = ?", [key.fingerprint])
    {
      return .known(document: known)
    }
    let address = Self.address(of: record, input)
    let existing =
      try number("SELECT id FROM document WHERE address = ?", [address])
      ?? number("SELECT document FROM input WHERE sha256 = ? LIMIT 1", [key.bytes])
    let document =
      try existing
      ?? add(
        "INSERT INTO document (address, published, state, version) VALUES (?, '', 'whole', 1)",
        [address])
    let inputID = try add(
      """
      INSERT INTO input (sha256, fingerprint, document, format, given_id, source, url, published,
        title, raw, bytes, page) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        key.bytes, key.fingerprint, document, input.format.rawValue, input.id, input.source,
        input.url, input.published, input.title, input.isRaw, input.bytes.count, packed.page,
      ])
    let number = try addVersion(
      record, packed, of: document, cause: existing == nil ? .new : .changed, input: inputID)
    return existing == nil
      ? .new(document: document) : .changed(document: document, version: number)
  }

  /// What makes later bytes a version of the same document.
  private static func address(of record: Records.Record, _ input: Input) -> String {
    record.document.url ?? input.url ?? input.id ?? input.source ?? "sha256:\(input.sha256)"
  }
}
