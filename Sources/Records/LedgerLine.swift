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

  /// A line of the ledger.
  public init(
    source: String?, id: String? = nil, state: DocumentState, reasons: [String] = [],
    message: String? = nil, bytes: Int? = nil, sha256: String? = nil
  ) {
    self.source = source
    self.id = id
    self.state = state
    self.reasons = reasons
    self.message = message
    self.bytes = bytes
    self.sha256 = sha256
  }
}
