import Syntax
import Text

/// The tables of `factuality-signatures.tsv` and `factuality-modifiers.tsv`, ready to look up.
struct FactualityLexicon: Sendable {
  /// What a governing word says about an act in one frame.
  struct Signature: Sendable {
    let frame: String
    let word: Word
    let asserted: FactualityEffect
    let negated: FactualityEffect
    /// The rule's name in the record.
    let by: String
    /// Whether the word is an expression of several ("go on"), which is never a verb of its own
    /// with a clause of purpose.
    let isPhrase: Bool
  }

  /// The class of a governing word.
  enum Word: String, Sendable { case verb = "v", noun = "n", adjective = "a", any = "*" }

  /// The kinds of words beside a predicate.
  enum Modifier: String, Sendable {
    case modal, adverb, adjective, determiner, conjunction, preposition, time, stative, nobody
    case anybody, appearance, striving, document, uttered
  }

  private let signatures: [String: [Signature]]
  private let modifiers: [String: [(kind: Modifier, reading: String)]]
  /// A fixed expression among the modifiers ("as long as").
  private struct Phrase: Sendable {
    let words: [String]
    let kind: Modifier
    let reading: String
  }

  /// The fixed expressions by their first word, the longest first.
  private let phrases: [String: [Phrase]]
  /// Their words.
  private let phraseWords: Set<String>

  /// The tables that ship with the room.
  static let shared = FactualityLexicon(
    signatures: String(decoding: PackageResources.factuality_signatures_tsv, as: UTF8.self),
    modifiers: String(decoding: PackageResources.factuality_modifiers_tsv, as: UTF8.self))

  /// Reads the two tables; a line that starts with `#` is a comment.
  init(signatures: String, modifiers: String) {
    var found: [String: [Signature]] = [:]
    for row in TSV.rows(signatures) {
      guard row.cells.count >= 5, let word = Word(rawValue: row[1]),
        let asserted = FactualityEffect(rawValue: row[2]),
        let negated = FactualityEffect(rawValue: row[3])
      else { continue }
      for lemma in row[4].split(separator: " ") {
        found[String(lemma), default: []].append(
          Signature(
            frame: row[0], word: word, asserted: asserted, negated: negated,
            by: "factuality: \(lemma) (\(row[0]))", isPhrase: lemma.contains("_")))
      }
    }
    // In the order of the lemmas: two of them may share a form.
    for (lemma, entries) in found.sorted(by: { $0.key < $1.key }) {
      for variant in LemmaVariants.variants(of: lemma) where found[variant] == nil {
        let verbs = entries.filter { $0.word == .verb || $0.word == .any }
        if !verbs.isEmpty { found[variant] = verbs }
      }
    }
    self.signatures = found
    var beside: [String: [(kind: Modifier, reading: String)]] = [:]
    for row in TSV.rows(modifiers) {
      guard row.cells.count >= 3, let kind = Modifier(rawValue: row[0]) else { continue }
      for lemma in row[2].split(separator: " ") {
        beside[String(lemma), default: []].append((kind, row[1]))
      }
    }
    self.modifiers = beside
    var phrases: [String: [Phrase]] = [:]
    for (lemma, entries) in beside.sorted(by: { $0.key < $1.key }) where lemma.contains("_") {
      let words = lemma.split(separator: "_").map(String.init)
      phrases[words[0], default: []] += entries.map {
        Phrase(words: words, kind: $0.kind, reading: $0.reading)
      }
    }
    self.phrases = phrases.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    phraseWords = Set(phrases.values.joined().flatMap(\.words))
  }

  /// What the longest fixed expression that a word belongs to says as a modifier of this kind.
  func phraseReading(at index: Int, in sentence: Sentence, as kind: Modifier) -> String? {
    guard phraseWords.contains(sentence[index].form.inSmallLetters) else { return nil }
    var longest: Phrase?
    for start in max(0, index - 3)...index {
      for phrase in phrases[sentence[start].form.inSmallLetters] ?? []
      where phrase.kind == kind && start + phrase.words.count > index
        && phrase.words.count > longest?.words.count ?? 0
        && matches(phrase.words, at: start, in: sentence)
      {
        longest = phrase
      }
    }
    return longest?.reading
  }

  private func matches(_ words: [String], at start: Int, in sentence: Sentence) -> Bool {
    start + words.count <= sentence.count
      && words.indices.allSatisfy { sentence[start + $0].form.inSmallLetters == words[$0] }
  }

  /// The signature of a governing lemma in a frame; an entry for the word's own class goes before
  /// one for any class.
  func signature(_ lemma: String, frame: String, word: Word) -> Signature? {
    guard let entries = signatures[lemma] else { return nil }
    return entries.first { $0.frame == frame && $0.word == word }
      ?? entries.first { $0.frame == frame && ($0.word == .any || word == .any) }
  }

  /// What the word says as a modifier of this kind.
  func reading(_ lemma: String, as kind: Modifier) -> String? {
    modifiers[lemma]?.first { $0.kind == kind }?.reading
  }
}

extension String {
  /// The string in small letters; the same one where it has no capital, which is the rule.
  var inSmallLetters: String {
    utf8.contains { 0x41...0x5A ~= $0 || $0 > 0x7F } ? lowercased() : self
  }
}
