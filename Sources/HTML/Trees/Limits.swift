/// Bounds on what a page may cost; what they cut is told in the document's findings.
public struct HTMLLimits: Sendable {
  /// The bytes of a page that are read.
  public var bytes = 64 << 20
  /// How many elements may be open at a time; elements below that depth get no children.
  public var depth = 512
  /// How many nodes a document may have; the parser stops there.
  public var nodes = 4 << 20
  /// How many formatting elements are kept to be opened again; the standard knows no bound, and
  /// so lets a page of n bytes make n² nodes.
  public var formattingElements = 64

  /// The default bounds.
  public init() {}
}

/// Something about a page that a user should be told.
public enum HTMLFinding: Hashable, Sendable {
  /// The page is longer than the limit; the rest was left unread.
  case bytesOverLimit(Int)
  /// The page is nested deeper than the limit; deeper elements got no children.
  case depthOverLimit(Int)
  /// The page has more nodes than the limit; the rest was left unread.
  case nodesOverLimit(Int)
  /// More formatting elements were left open than the limit; the oldest were forgotten.
  case formattingOverLimit(Int)
  /// The page's encoding cannot be read here; it was read as windows-1252.
  case encodingUnsupported(String)
}
