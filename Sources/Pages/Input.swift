public import Records

/// One input as it came in: the bytes, and what was given with them.
public struct Input: Hashable, Sendable {
  /// What the bytes are.
  public enum Format: String, CaseIterable, Sendable {
    case text, html
  }

  /// The path or address as given; nil for standard input.
  public var source: String?
  /// The id that was given; otherwise the record takes the hash of the bytes.
  public var id: String?
  /// The bytes, before any decoding.
  public var bytes: [UInt8]
  /// What they are.
  public var format: Format
  /// The report's address, where given.
  public var url: String?
  /// The publication date, where given, ISO 8601.
  public var published: String?
  /// The headline, where given.
  public var title: String?
  /// Whether the text is clean already: no furniture is looked for.
  public var isRaw: Bool
  /// SHA-256 of `bytes` in hexadecimal.
  public var sha256: String
  /// The encoding's label as the sender gave it, such as HTTP's `charset`.
  public var encoding: String?
  /// What is known to be wrong with the bytes, as codes (`damaged`, `cut`): makes it partly read.
  public var reasons: [String]
  /// For a record of an archive: where it begins in the archive's file, in bytes.
  public var offset: Int?
  /// For a record of an archive: the bytes of the file that it takes.
  public var stored: Int?

  /// An input with what was given.
  public init(
    source: String?, id: String? = nil, bytes: [UInt8], format: Format, url: String? = nil,
    published: String? = nil, title: String? = nil, isRaw: Bool = false, sha256: String,
    encoding: String? = nil, reasons: [String] = []
  ) {
    self.source = source
    self.id = id
    self.bytes = bytes
    self.format = format
    self.url = url
    self.published = published
    self.title = title
    self.isRaw = isRaw
    self.sha256 = sha256
    self.encoding = encoding
    self.reasons = reasons
  }
}

extension LedgerLine {
  /// The line of an input that became a record.
  public init(_ record: Record, of input: Input) {
    self.init(record, bytes: input.bytes.count)
    (url, offset, stored) = (input.url, input.offset, input.stored)
  }
}

/// What intake makes of a source: something to read, or a line of the ledger that says why not.
public enum IntakeItem: Hashable, Sendable {
  case input(Input)
  case refused(LedgerLine)
}
