public import Text

/// A syntactic word with its place in the text and in its sentence's tree (CoNLL-U's columns).
public struct Token: Hashable, Sendable {
  /// The word as written.
  public var form: String
  /// The dictionary form.
  public var lemma: String
  /// The universal part of speech.
  public var upos: PartOfSpeech
  /// The Penn Treebank tag.
  public var xpos: String
  /// The morphological features as CoNLL-U writes them, `Number=Sing|Person=3`, or empty.
  public var features: String
  /// The index of the head in the sentence, counted from 0; -1 for the root.
  public var head: Int
  /// The relation to the head.
  public var relation: Relation
  /// Where the word stands in the text. Parts of a contraction ("do", "n't") have their own spans.
  public var span: Span
  /// Whether this word goes on the written word of the one before it ("n't" in "don't").
  public var continuesWord: Bool

  /// A token; what is not given is what a tokeniser knows: nothing beyond form and place.
  public init(
    form: String, lemma: String = "", upos: PartOfSpeech = .x, xpos: String = "",
    features: String = "", head: Int = -1, relation: Relation = .dep, span: Span,
    continuesWord: Bool = false
  ) {
    self.form = form
    self.lemma = lemma
    self.upos = upos
    self.xpos = xpos
    self.features = features
    self.head = head
    self.relation = relation
    self.span = span
    self.continuesWord = continuesWord
  }
}
