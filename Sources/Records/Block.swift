public import Text

/// What a stretch of a page is.
public enum BlockKind: String, CaseIterable, Codable, Sendable {
  case headline, standfirst, dateline, byline, caption, credit, body, furniture
  case otherLanguage = "other-language"

  /// Whether the reader looks for attributions and events in blocks of this kind.
  @inlinable
  public var isRead: Bool {
    switch self {
    case .headline, .standfirst, .caption, .body: true
    case .dateline, .byline, .credit, .furniture, .otherLanguage: false
    }
  }
}

/// A stretch of the text with its part in the page.
public struct Block: Codable, Hashable, Sendable {
  /// The part it plays.
  public var kind: BlockKind
  /// Where it stands; blocks don't overlap and leave out only white space.
  public var span: Span
  /// What told the kind, in a few words.
  public var why: String

  /// A block over a span.
  public init(kind: BlockKind, span: Span, why: String) {
    self.kind = kind
    self.span = span
    self.why = why
  }
}
