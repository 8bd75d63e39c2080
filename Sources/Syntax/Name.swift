/// The kind of a name.
public enum NameKind: String, CaseIterable, Sendable, Codable {
  case person = "PER"
  case organisation = "ORG"
  case location = "LOC"
}

/// A name of one or more tokens of a sentence.
public struct Name: Hashable, Sendable {
  /// The tokens, as indices in the sentence.
  public var tokens: Range<Int>
  /// What is named.
  public var kind: NameKind

  /// A name over `tokens`.
  public init(tokens: Range<Int>, kind: NameKind) {
    self.tokens = tokens
    self.kind = kind
  }
}
