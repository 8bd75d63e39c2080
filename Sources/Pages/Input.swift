public import Records

/// One input as it came in: the bytes, and what was given with them.
public struct Input: Sendable {
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

  /// An input with what was given.
  public init(
    source: String?, id: String? = nil, bytes: [UInt8], format: Format, url: String? = nil,
    published: String? = nil, title: String? = nil, isRaw: Bool = false, sha256: String
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
  }
}

/// What intake makes of a source: something to read, or a line of the ledger that says why not.
public enum IntakeItem: Sendable {
  case input(Input)
  case refused(LedgerLine)
}
