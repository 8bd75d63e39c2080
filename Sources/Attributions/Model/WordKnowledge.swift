import Records
package import Syntax

/// What is known of single words before anything is learned of them.
package struct WordKnowledge: Sendable {
  package let lexicon: CueLexicon
  package let groups: WordGroups

  package init(lexicon: CueLexicon = .standard, groups: WordGroups = WordGroups()) {
    self.lexicon = lexicon
    self.groups = groups
  }

  /// The kind of a word by the lexicon: 1 speech, 2 attitude, 0 not listed.
  package func kind(of word: Token) -> UInt32 {
    lexicon.entry(lemma: word.lemma, part: word.upos).map { $0.kind == .speech ? 1 : 2 } ?? 0
  }
}
