import Mentions
import Records
import Syntax

/// When, where and how many: what a report tells around a predicate.
struct EventCircumstances {
  let sentence: Sentence
  let dates: [DateMention]
  let places: [PlaceMention]

  /// The date that belongs to the predicate, in the tense of its reading.
  func date(of predicate: Int, nouns: [Int], tense: Tense) -> DateInterval? {
    let chain = chain(from: predicate, nouns: nouns)
    for mention in dates {
      let head = mention.tokens.first { !mention.tokens.contains(sentence[$0].head) }
      if let head, climbs(from: head, to: chain) { return mention.interval(tense: tense) }
    }
    return nil
  }

  /// The place behind "in", "at" or "near" that belongs to the predicate; for a visit also the
  /// one behind "to", or visited.
  func place(of predicate: Int, nouns: [Int], isVisit: Bool) -> Place? {
    let chain = chain(from: predicate, nouns: nouns)
    for mention in places where climbs(from: mention.head, to: chain) {
      let relation = sentence[mention.head].relation
      if isVisit, relation == .obj, chain.contains(sentence[mention.head].head) {
        return mention.place
      }
      for child in sentence.children(of: mention.head) where sentence[child].relation == .case {
        switch sentence[child].lemma {
        case "in", "at", "near", "outside", "inside", "around": return mention.place
        case "to", "into": if isVisit { return mention.place }
        default: break
        }
      }
    }
    return nil
  }

  /// How many were killed, hurt, held, or are told of otherwise.
  func size(of predicate: Int, nouns: [Int], recipients: [Int]) -> EventSize {
    var size = EventSize()
    let lemma = sentence[predicate].lemma
    let reader = QuantityReader()
    func count(_ heads: [Int]) -> Quantity? {
      heads.lazy.compactMap { reader.quantity(of: $0, in: sentence) }.first
    }
    if EventWords.kills.contains(lemma) {
      size.dead = count(recipients)
    } else if EventWords.injures.contains(lemma) {
      size.injured = count(recipients)
    } else if EventWords.arrests.contains(lemma) {
      size.arrested = count(recipients)
    } else if !nouns.isEmpty {
      size.other = count(nouns)
    }
    return size
  }

  /// The predicate with the words that tell it together with it: its nouns, and the verbs above an
  /// infinitive or a light verb's noun.
  private func chain(from predicate: Int, nouns: [Int]) -> [Int] {
    var chain = [predicate] + nouns
    var word = predicate
    while sentence[word].head >= 0, chain.count < 12 {
      switch sentence[word].relation {
      case .xcomp, .obj, .nsubj, .nsubjPass:
        word = sentence[word].head
        guard sentence[word].upos.isVerbal || sentence[word].upos == .adj else { return chain }
        chain.append(word)
      default: return chain
      }
    }
    return chain
  }

  /// Whether a word hangs on the chain, other nouns between them left out of account; what a relative
  /// clause tells of a noun ("who is in exile in Mexico") is its own.
  private func climbs(from word: Int, to chain: [Int]) -> Bool {
    var word = word
    for _ in 0..<8 {
      let head = sentence[word].head
      if head < 0 { return false }
      if chain.contains(head) { return true }
      guard sentence[head].upos.isNominal, sentence[head].relation != .nsubj,
        sentence[head].relation != .aclRelcl
      else { return false }
      word = head
    }
    return false
  }
}
