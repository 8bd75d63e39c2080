/// What became of one input: every input has one line.
public struct LedgerLine: Codable, Hashable, Sendable {
  /// The path, address or line number as given; nil for standard input.
  public var source: String?
  /// The record's id, or the given one.
  public var id: String?
  /// Read, partly read or refused.
  public var state: DocumentState
  /// Why it isn't whole, as codes (`empty`, `binary`, `too-large`, `not-found`, `language:he`).
  public var reasons: [String]
  /// The same in words, for a person: what was wrong and what to do; nil where it is whole.
  public var message: String?
  /// The number of the input's bytes, where it could be opened.
  public var bytes: Int?
  /// SHA-256 of the bytes in hexadecimal, where they were read.
  public var sha256: String?
  /// The page's own address, where it was given with the bytes.
  public var url: String?
  /// For a record of an archive: where it begins in the archive's file, in bytes.
  public var offset: Int?
  /// For a record of an archive: the bytes of the file that it takes; those of all records and
  /// damaged stretches add up to the file.
  public var stored: Int?

  /// A line of the ledger.
  public init(
    source: String?, id: String? = nil, state: DocumentState, reasons: [String] = [],
    message: String? = nil, bytes: Int? = nil, sha256: String? = nil, url: String? = nil,
    offset: Int? = nil, stored: Int? = nil
  ) {
    self.source = source
    self.id = id
    self.state = state
    self.reasons = reasons
    self.message = message
    self.bytes = bytes
    self.sha256 = sha256
    self.url = url
    self.offset = offset
    self.stored = stored
  }

  /// The first reason of what holds no report by its nature: records that a crawler writes about
  /// its work, pictures, error pages. Such lines are counted and not complained of.
  public static let notAPage = "not-a-page"

  /// The second reason of a page that hasn't changed since it was read.
  public static let notModified = "not-modified"

  /// Whether the input should have been read and wasn't, or not wholly.
  public var isShortfall: Bool { state != .whole && reasons.first != Self.notAPage }
}
