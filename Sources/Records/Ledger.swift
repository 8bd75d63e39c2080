/// What became of all inputs of a run. The sums close: inputs are whole, partial or refused, and so
/// are their bytes. Lines are counted as they come, not kept, so that a run over an archive of
/// millions of records takes no more memory than one over ten.
public struct Ledger: Hashable, Sendable {
  /// A number of inputs and of their bytes.
  public struct Sum: Hashable, Sendable {
    /// The number of inputs.
    public var inputs = 0
    /// Their bytes, where they could be opened.
    public var bytes = 0

    /// Nothing yet.
    public init() {}
  }

  private var sums: [DocumentState: Sum] = [:]
  /// How often each reason was given.
  public private(set) var reasons: [String: Int] = [:]
  /// How often each reason was given for inputs that are no page by their nature.
  public private(set) var passedOver: [String: Int] = [:]
  /// The inputs that should have been read and weren't, or not wholly.
  public private(set) var shortfalls = 0
  /// All inputs.
  public private(set) var total = Sum()

  /// An empty ledger.
  public init() {}

  /// Adds the line of one more input.
  public mutating func add(_ line: LedgerLine) {
    sums[line.state, default: Sum()].inputs += 1
    sums[line.state, default: Sum()].bytes += line.bytes ?? 0
    total.inputs += 1
    total.bytes += line.bytes ?? 0
    let isNoPage = line.reasons.contains(LedgerLine.notAPage)
    for reason in line.reasons {
      reasons[reason, default: 0] += 1
      if isNoPage { passedOver[reason, default: 0] += 1 }
    }
    if line.isShortfall { shortfalls += 1 }
  }

  /// The inputs that ended so, and their bytes.
  public func sum(_ state: DocumentState) -> Sum { sums[state] ?? Sum() }

  /// The number of inputs that ended so.
  public func count(_ state: DocumentState) -> Int { sum(state).inputs }
}

extension LedgerLine {
  /// The line of an input that became a record.
  public init(_ record: Record, bytes: Int) {
    self.init(
      source: record.document.source, id: record.id, state: record.document.state,
      reasons: record.document.reasons, bytes: bytes, sha256: record.document.sha256)
  }
}
