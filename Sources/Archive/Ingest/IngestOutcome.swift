/// What became of one input.
public enum IngestOutcome: Hashable, Sendable {
  /// A document that the archive didn't have.
  case new(document: Int)
  /// Other bytes, or other facts given with them, at an address that it had: a new version.
  case changed(document: Int, version: Int)
  /// The same bytes with the same facts; nothing was changed.
  case known(document: Int)
  /// Nothing to keep but the line in the ledger.
  case refused

  /// The document, where there is one.
  public var document: Int? {
    switch self {
    case .new(let document), .changed(let document, _), .known(let document): document
    case .refused: nil
    }
  }
}
