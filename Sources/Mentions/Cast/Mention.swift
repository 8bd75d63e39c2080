public import Syntax
public import Text

/// How a mention names its entity.
public enum MentionKind: String, CaseIterable, Sendable {
  /// "Jen Psaki", "Hamas".
  case name
  /// "the official", "one Israeli source".
  case nominal
  /// "she", "who", "their".
  case pronoun
  /// "Israeli" in "Israeli forces": a nationality used as a modifier.
  case demonym
}

/// A phrase that refers to an entity.
public struct Mention: Hashable, Sendable {
  /// How it names the entity.
  public var kind: MentionKind
  /// The sentence, counted from 0.
  public var sentence: Int
  /// The tokens of the phrase, title and modifiers with them.
  public var tokens: Range<Int>
  /// The head of the phrase.
  public var head: Int
  /// Where the phrase stands.
  public var span: Span
  /// The rule that says whom it refers to.
  public var by: String

  /// The head's place in the text.
  public var address: TokenAddress { TokenAddress(sentence, head) }

  /// A mention over `tokens` of a sentence.
  public init(
    kind: MentionKind, sentence: Int, tokens: Range<Int>, head: Int, span: Span, by: String = ""
  ) {
    self.kind = kind
    self.sentence = sentence
    self.tokens = tokens
    self.head = head
    self.span = span
    self.by = by
  }
}
