import Records
import Syntax

extension FactualityReader {
  /// Looks left of a predicate that the tree gives as a fact for words that deny it or set a
  /// condition, up to the edge of its clause: what a parser hung in the wrong place must not turn
  /// what is no fact into one.
  func guarded(_ reading: Factuality, at predicate: Int, in sentence: Sentence) -> Factuality {
    if sentence[predicate].relation == .aclRelcl {
      // "What if they attack?"
      let isCondition = PredicateClause.isCondition(predicate, in: sentence, lexicon: lexicon)
      return isCondition ? Factuality(.conditional, by: "factuality: condition") : reading
    }
    var onlyAuxiliaries = true
    var index = predicate - 1
    while index >= 0, predicate - index <= 14 {
      let token = sentence[index]
      let lemma = token.lemma.inSmallLetters
      if let governed = governed(by: index, predicate, onlyAuxiliaries, reading, in: sentence) {
        return governed
      }
      if isEdge(token, lemma) { break }
      let follows = index + 1 < sentence.count ? sentence[index + 1].lemma : ""
      let before = index > 0 ? sentence[index - 1].lemma.inSmallLetters : ""
      if let phrase = phrase(at: index, before: predicate, onlyAuxiliaries, in: sentence) {
        return phrase
      }
      switch lexicon.reading(lemma, as: .conjunction) {
      case "conditional"? where before != "even" && before != "as":
        return Factuality(.conditional, by: "factuality: condition to the left")
      case "possible"?:
        return Factuality(.possible, by: "factuality: whether, to the left")
      default: break
      }
      if onlyAuxiliaries {
        let denies = lexicon.reading(lemma, as: .adverb) == "denied" && follows != "only"
        let nobody = lexicon.reading(lemma, as: .nobody) != nil || lemma == "one" && before == "no"
        if denies || nobody || lemma == "no" && follows.hasPrefix("long") {
          return Factuality(.denied, by: "factuality: negation to the left")
        }
        switch token.upos {
        case .aux, .adv, .part: break
        default: onlyAuxiliaries = lemma.hasPrefix("long")
        }
      }
      index -= 1
    }
    return reading
  }

  /// What a word to the left says of the predicate where its place tells that it governs it:
  /// "about to attack", "denied bombing", "a risk of X bombing".
  private func governed(
    by index: Int, _ predicate: Int, _ onlyAuxiliaries: Bool, _ reading: Factuality,
    in sentence: Sentence
  ) -> Factuality? {
    let token = sentence[index]
    let start = gerundStart(predicate, in: sentence)
    let isGerund = start != nil
    var frame: String?
    var governor = index
    if onlyAuxiliaries, token.lemma == "to", index > 0 {
      (frame, governor) = ("to", index - 1)
    } else if let start, index == start - 1, token.upos.isVerbal, token.relation != .aux {
      frame = "ing"
    } else if isGerund, token.upos == .adp || token.upos == .sconj, index > 0,
      predicate - index <= 5
    {
      (frame, governor) = (token.lemma, index - 1)
    }
    guard let frame, let found = signature(of: governor, frame: frame, in: sentence),
      // What the tree gave already: "did not hesitate to".
      found.by != reading.by
    else { return nil }
    switch found.asserted {
    case .same, .fact, .own: return nil
    default: return found.asserted.reading(under: reading, by: found.by)
    }
  }

  /// Where a gerund begins, its adverbs with it: "*ever having* attacked"; nil where the predicate
  /// is none.
  private func gerundStart(_ predicate: Int, in sentence: Sentence) -> Int? {
    func skippingAdverbs(_ index: Int) -> Int {
      var index = index
      while index > 0, sentence[index - 1].upos == .adv { index -= 1 }
      return index
    }
    if sentence[predicate].xpos == "VBG" { return skippingAdverbs(predicate) }
    let before = skippingAdverbs(predicate) - 1
    guard before >= 0, sentence[before].xpos == "VBG" else { return nil }
    switch sentence[before].lemma {
    case "have", "be": return skippingAdverbs(before)
    default: return nil
    }
  }

  /// Whether a word ends the clause of what stands to its right.
  private func isEdge(_ token: Token, _ lemma: String) -> Bool {
    switch token.upos {
    case .punct: lemma == "," || lemma == ";" || lemma == ":" || lemma == "—" || lemma == "–"
    case .verb: token.xpos == "VBD" || token.xpos == "VBZ" || token.xpos == "VBP"
    case .cconj: true
    case .sconj: lemma == "that" || lemma == "because" || lemma == "while" || lemma == "after"
    case .pron: token.xpos == "WDT" || token.xpos == "WP"
    default: false
    }
  }

  /// What a fixed expression to the left says: "as long as", "rather than", "had better".
  private func phrase(
    at index: Int, before predicate: Int, _ onlyAuxiliaries: Bool, in sentence: Sentence
  ) -> Factuality? {
    let by = "factuality: expression to the left"
    if lexicon.phraseReading(at: index, in: sentence, as: .conjunction) == "conditional" {
      return Factuality(.conditional, by: by)
    }
    if lexicon.phraseReading(at: index, in: sentence, as: .adverb) == "denied" {
      return Factuality(.denied, by: by)
    }
    guard onlyAuxiliaries || predicate - index <= 2 else { return nil }
    if lexicon.phraseReading(at: index, in: sentence, as: .modal) == "requested" {
      return Factuality(.requested, by: by)
    }
    let isFinite = sentence[predicate].xpos == "VBD" || sentence[predicate].xpos == "VBZ"
    if !isFinite, lexicon.phraseReading(at: index, in: sentence, as: .preposition) == "denied" {
      return Factuality(.denied, by: by)
    }
    return nil
  }

  /// Where a clause begins and ends that a negation at its head denies, with the auxiliary before
  /// the subject: "Not once did they attack", "Never has Peru signed", but not "Not only did".
  func invertedNegation(_ sentence: Sentence) -> Range<Int>? {
    guard sentence.count > 4 else { return nil }
    let first = sentence[0].form.inSmallLetters
    let follows = sentence[1].form.inSmallLetters
    let opens =
      lexicon.reading(first, as: .adverb) == "denied" && first != "hardly" && first != "scarcely"
      || lexicon.phraseReading(at: 0, in: sentence, as: .adverb) == "denied"
    guard opens, follows != "only", follows != "just", follows != "merely", follows != "simply"
    else { return nil }
    guard let auxiliary = sentence.tokens.prefix(5).firstIndex(where: { $0.upos == .aux }),
      auxiliary > 0, sentence[auxiliary + 1].upos != .verb,
      !sentence.tokens[..<auxiliary].contains(where: {
        $0.upos == .punct || $0.upos == .verb || $0.relation == .nsubj
      })
    else { return nil }
    let end = sentence.tokens[auxiliary...].firstIndex { $0.form == "," || $0.form == ";" }
    return auxiliary..<(end ?? sentence.count)
  }

  /// Where a condition ends that the order of words tells: "Had they attacked, …", "Should they
  /// attack, …".
  func invertedCondition(_ sentence: Sentence) -> Int? {
    switch sentence[0].form {
    case "Had", "Were", "Should":
      let comma = sentence.tokens.firstIndex { $0.form == "," }
      let consequence = sentence.tokens.dropFirst().firstIndex {
        switch $0.form {
        case "would", "could", "might", "will": true
        default: false
        }
      }
      guard let consequence, !isQuestion(sentence) else { return nil }
      return min(comma ?? consequence, consequence)
    default: return nil
    }
  }
}
