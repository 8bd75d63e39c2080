import Records
import Syntax

/// What the tables say of the words of a sentence.
extension FactualityReader {
  /// The signature of a governor in a frame, particle and preposition taken with it.
  func signature(
    of head: Int, frame: String, in sentence: Sentence
  ) -> FactualityLexicon.Signature? {
    let token = sentence[head]
    let word: FactualityLexicon.Word =
      token.upos.isVerbal ? .verb : token.upos == .noun || token.upos == .propn ? .noun : .adjective
    for child in sentence.children(of: head) {
      let relation = sentence[child].relation
      var joined: String?
      if relation == .compoundPrt || relation == .advmod && child == head + 1 {
        joined = token.lemma + "_" + sentence[child].lemma
      } else if relation == .case, word == .noun {
        // "on its way to", "in no position to".
        joined = sentence[child].lemma.inSmallLetters + "_" + token.lemma
      }
      if let joined, let found = lexicon.signature(joined, frame: frame, word: word) {
        return found
      }
    }
    // "called for X to", "called on X to".
    if word == .verb, head + 1 < sentence.count {
      let next = sentence[head + 1]
      if next.upos == .adp || next.upos == .sconj,
        let found = lexicon.signature(token.lemma + "_" + next.lemma, frame: frame, word: word)
      {
        return found
      }
    }
    if let found = lexicon.signature(token.lemma, frame: frame, word: word) { return found }
    // A participle's lemma may be its own form ("scheduled"), a headline's word capitalised.
    if word == .adjective,
      let found = lexicon.signature(token.lemma, frame: frame, word: .any)
    {
      return found
    }
    guard let first = token.lemma.utf8.first, first < 0x61 else { return nil }
    return lexicon.signature(token.lemma.inSmallLetters, frame: frame, word: word)
  }

  func apply(_ signature: FactualityLexicon.Signature, under outer: Factuality) -> Factuality {
    let negative = outer.isNegated || outer.polarity == .negative
    let effect = negative ? signature.negated : signature.asserted
    // A denied word whose negated reading is `same` says that the act took place.
    if negative, effect == .same, signature.asserted == .not {
      let done: EventStatus = outer.tense == .future ? .planned : .happened
      return Factuality(outer.isNegated ? done : .possible, by: signature.by)
    }
    return effect.reading(under: outer, by: signature.by)
  }

  /// The preposition or subordinator before a gerund, its fixed parts joined: `rather_than`.
  func preposition(_ mark: Int, in sentence: Sentence) -> String? {
    let lemma = sentence[mark].lemma
    return lemma == "to" && sentence[mark].xpos == "TO" ? nil : joined(mark, in: sentence)
  }

  func joined(_ mark: Int, in sentence: Sentence) -> String {
    var words = sentence[mark].lemma.inSmallLetters
    // "instead of", "far from" whose first word a parser hung elsewhere.
    if mark > 0 {
      let both = sentence[mark - 1].lemma.inSmallLetters + "_" + words
      if lexicon.reading(both, as: .preposition) != nil { return both }
    }
    for child in sentence.children(of: mark) where sentence[child].relation == .fixed {
      words += "_" + sentence[child].lemma.inSmallLetters
    }
    return words
  }

  func hasDeterminer(_ head: Int, _ reading: String, in sentence: Sentence) -> Bool {
    sentence.children(of: head).contains {
      sentence[$0].relation == .det
        && lexicon.reading(sentence[$0].lemma.inSmallLetters, as: .determiner) == reading
    }
  }

  func isQuestion(_ sentence: Sentence) -> Bool {
    for index in stride(from: sentence.count - 1, through: max(0, sentence.count - 3), by: -1) {
      let form = sentence[index].form
      if form == "?" { return true }
      if sentence[index].upos != .punct { return false }
    }
    return false
  }

  func asked(_ local: Factuality) -> Factuality {
    local.isOpen ? local : Factuality(.possible, tense: local.tense, by: "factuality: question")
  }
}
