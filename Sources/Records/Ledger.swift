/// What became of all inputs of a run; the sums close: inputs = whole + partial + refused.
public struct Ledger: Sendable {
  /// One line an input, in the order of the inputs.
  public private(set) var lines: [LedgerLine] = []

  /// An empty ledger.
  public init() {}

  /// Adds the line of one more input.
  public mutating func add(_ line: LedgerLine) { lines.append(line) }

  /// The number of inputs that ended so.
  public func count(_ state: DocumentState) -> Int { lines.count { $0.state == state } }
}

extension LedgerLine {
  /// The line of an input that became a record.
  public init(_ record: Record, bytes: Int) {
    self.init(
      source: record.document.source, id: record.id, state: record.document.state,
      reasons: record.document.reasons, bytes: bytes, sha256: record.document.sha256)
  }
}
