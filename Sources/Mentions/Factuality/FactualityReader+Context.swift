import Records
import Syntax

extension FactualityReader {
  /// The reading of a finite clause where it stands: as complement, adverbial or relative clause.
  func placed(
    _ local: Factuality, of clause: PredicateClause, in sentence: Sentence, depth: Int
  ) -> Factuality {
    var top = clause.predicate
    var mark = clause.mark
    while sentence[top].relation == .conj, sentence[top].head >= 0 {
      top = sentence[top].head
      mark = mark ?? sentence.children(of: top).first { sentence[$0].relation == .mark }
    }
    let head = sentence[top].head
    guard head >= 0 else {
      if let mark,
        lexicon.reading(sentence[mark].lemma.lowercased(), as: .conjunction)
          == "conditional"
      {
        return Factuality(.conditional, by: "factuality: condition")
      }
      return isQuestion(sentence) ? asked(local) : local
    }
    switch sentence[top].relation {
    case .ccomp, .csubj, .csubjPass, .csubjOuter, .acl:
      return reported(
        local, of: clause, under: head, mark: mark, in: sentence, depth: depth + 1)
    case .xcomp:
      let outer = reading(head, in: sentence, depth: depth + 1)
      return FactualityEffect.own.reading(of: local, under: outer, by: local.by)
    case .advcl, .advclRelcl:
      if let mark, sentence[mark].lemma == "that" || asksWhether(mark, under: head, in: sentence) {
        return reported(
          local, of: clause, under: head, mark: mark, in: sentence, depth: depth + 1)
      }
      return adverbial(
        local, of: top, under: head, mark: mark, in: sentence, depth: depth + 1)
    case .aclRelcl:
      if lexicon.reading(sentence[head].lemma.lowercased(), as: .anybody) != nil
        || hasDeterminer(head, "possible", in: sentence)
      {
        return local.isNegated ? local : Factuality(.conditional, by: "factuality: whoever")
      }
      return local
    case .parataxis:
      return isQuestion(sentence) ? asked(local) : local
    default: return local
    }
  }

  /// The reading of an infinitive, gerund or participle, which has none without its governor.
  func dependent(_ clause: PredicateClause, in sentence: Sentence, depth: Int) -> Factuality {
    let by = "factuality: participle"
    let index = clause.predicate
    var top = index
    var isInfinitive = clause.to != nil
    var mark = clause.mark
    while sentence[top].relation == .conj, sentence[top].head >= 0 {
      top = sentence[top].head
      for child in sentence.children(of: top) where sentence[child].relation == .mark {
        if sentence[child].lemma == "to", sentence[child].xpos == "TO" { isInfinitive = true }
        mark = mark ?? child
      }
    }
    let head = sentence[top].head
    guard head >= 0 else { return Factuality(.possible, by: "factuality: no tense") }
    let outer = reading(head, in: sentence, depth: depth + 1)
    let xpos = sentence[top].xpos
    if head == 0, sentence[head].form == "Had" {
      return Factuality(.conditional, tense: .past, by: "factuality: condition")
    }
    if isInfinitive {
      return infinitive(top, clause, under: head, outer, in: sentence, depth: depth)
    }
    if let mark, let preposition = preposition(mark, in: sentence) {
      return afterPreposition(
        preposition, under: head, outer, isNoun: false, isDefinite: false, in: sentence)
    }
    switch sentence[top].relation {
    case .acl:
      if xpos == "VBG" || xpos == "VBN" {
        return attributive(under: head, outer, xpos, in: sentence)
      }
      return Factuality(.possible, by: by)
    case .advcl:
      if xpos == "VBG", let found = signature(of: head, frame: "ing", in: sentence),
        found.asserted != .same, found.asserted != .fact
      {
        return apply(found, under: outer)
      }
      return FactualityEffect.same.reading(under: outer, by: by)
    case .xcomp, .ccomp, .csubj, .obj, .nsubj, .obl:
      let frame = xpos == "VBG" ? "ing" : "bare"
      if let found = signature(of: head, frame: frame, in: sentence) {
        return apply(found, under: outer)
      }
      // "had him arrested", "saw it attacked": the participle is not a plan of its own.
      if xpos == "VBN", let found = signature(of: head, frame: "bare", in: sentence) {
        return apply(found, under: outer)
      }
      return FactualityEffect.possible.reading(under: outer, by: "factuality: unknown governor")
    case .parataxis, .root, .list, .dep:
      return Factuality(xpos == "VBG" ? .ongoing : .happened, by: by)
    default:
      return FactualityEffect.same.reading(under: outer, by: by)
    }
  }

  private func infinitive(
    _ top: Int, _ clause: PredicateClause, under head: Int, _ outer: Factuality,
    in sentence: Sentence, depth: Int
  ) -> Factuality {
    let governor = sentence[head]
    if clause.yet, governor.lemma == "have" || governor.lemma == "be" {
      return Factuality(.denied, by: "factuality: yet to")
    }
    for child in sentence.children(of: head) {
      let lemma = sentence[child].lemma
      // "has yet to meet".
      if lemma == "yet", governor.lemma == "have" || governor.lemma == "be" {
        return Factuality(.denied, by: "factuality: yet to")
      }
      if lemma == "too", sentence[child].relation == .advmod, !governor.upos.isVerbal {
        return FactualityEffect.not.reading(under: outer, by: "factuality: too … to")
      }
    }
    let relation = sentence[top].relation
    if relation == .advcl, governor.upos.isVerbal {
      if let found = signature(of: head, frame: "to", in: sentence), governs(head, found) {
        return apply(found, under: outer)
      }
      return FactualityEffect.planned.reading(under: outer, by: "factuality: purpose")
    }
    if let found = signature(of: head, frame: "to", in: sentence) {
      return apply(found, under: outer)
    }
    if governor.upos.isNominal, relation == .acl || relation == .advcl {
      return infinitiveOfPhrase(head, in: sentence, depth: depth)
    }
    return FactualityEffect.possible.reading(under: outer, by: "factuality: unknown governor")
  }

  /// An infinitive that hangs on a noun which takes none: what governs the noun may ("the call for
  /// X to leave", "went to the border to fight"), and a headline's infinitive looks ahead.
  private func infinitiveOfPhrase(
    _ noun: Int, in sentence: Sentence, depth: Int
  ) -> Factuality {
    var word = noun
    var steps = 0
    while sentence[word].head >= 0, steps < 4 {
      word = sentence[word].head
      steps += 1
      if let found = signature(of: word, frame: "to", in: sentence), found.asserted != .same {
        return apply(found, under: reading(word, in: sentence, depth: depth + 1))
      }
      if sentence[word].upos.isVerbal {
        return FactualityEffect.planned.reading(
          under: reading(word, in: sentence, depth: depth + 1), by: "factuality: purpose")
      }
    }
    let by = "factuality: headline infinitive"
    return Factuality(sentence[noun].head < 0 ? .planned : .possible, by: by)
  }

  /// Whether a verb is never followed by a clause of purpose in the frame `to`, so that a parser's
  /// `advcl` is taken for its complement.
  private func governs(_ head: Int, _ found: FactualityLexicon.Signature) -> Bool {
    found.asserted != .same && found.asserted != .possible
  }

  /// A participle after a noun: "rockets coming from X", "a bill banning X".
  private func attributive(
    under head: Int, _ outer: Factuality, _ xpos: String, in sentence: Sentence
  ) -> Factuality {
    let by = "factuality: participle"
    if PredicateClause.isNobody(head, in: sentence, lexicon: lexicon) {
      return Factuality(.denied, by: by)
    }
    if let found = signature(of: head, frame: "to", in: sentence), found.asserted != .same {
      return apply(found, under: outer)
    }
    if outer.status.isFact || outer.isNegated {
      return Factuality(xpos == "VBG" && outer.tense == .ongoing ? .ongoing : .happened, by: by)
    }
    return Factuality(outer.status == .claimed ? .claimed : .possible, by: by)
  }

  /// A finite clause under a word that reports, expects or denies it.
  private func reported(
    _ local: Factuality, of clause: PredicateClause, under head: Int, mark: Int?,
    in sentence: Sentence, depth: Int
  ) -> Factuality {
    let outer = reading(head, in: sentence, depth: depth)
    if let mark {
      let lemma = sentence[mark].lemma.lowercased()
      if lemma == "whether" || lemma == "if" {
        return local.isNegated || local.isOpen
          ? local : Factuality(.possible, tense: local.tense, by: "factuality: whether")
      }
    }
    if sentence[clause.predicate].xpos == "VBG", clause.be != nil,
      let found = signature(of: head, frame: "prog", in: sentence)
    {
      return apply(found, under: outer)
    }
    guard let found = signature(of: head, frame: "that", in: sentence) else {
      return FactualityEffect.own.reading(of: local, under: outer, by: local.by)
    }
    let effect = outer.isNegated || outer.polarity == .negative ? found.negated : found.asserted
    let by = effect == .own || effect == .fact ? local.by : found.by
    return effect.reading(of: local, under: outer, by: by)
  }

  /// "wondered if": a question, not a condition.
  private func asksWhether(_ mark: Int, under head: Int, in sentence: Sentence) -> Bool {
    guard sentence[mark].lemma.lowercased() == "if" else { return false }
    return signature(of: head, frame: "whether", in: sentence) != nil
  }

  private func adverbial(
    _ local: Factuality, of top: Int, under head: Int, mark: Int?, in sentence: Sentence,
    depth: Int
  ) -> Factuality {
    let by = "factuality: adverbial clause"
    if PredicateClause.isCondition(top, in: sentence, lexicon: lexicon) {
      return Factuality(.conditional, by: "factuality: condition")
    }
    guard let mark else {
      // "when" and "while" may be adverbs of the clause.
      for child in sentence.children(of: top) where sentence[child].relation == .advmod {
        let lemma = sentence[child].lemma.lowercased()
        if lexicon.reading(lemma, as: .conjunction) == "ahead" {
          return timeClause(local, under: head, in: sentence, depth: depth)
        }
      }
      return local
    }
    switch lexicon.reading(joined(mark, in: sentence), as: .conjunction) {
    case "conditional"?: return Factuality(.conditional, by: "factuality: condition")
    case "possible"?: return Factuality(.possible, tense: local.tense, by: by)
    case "counterfactual"?: return Factuality(.denied, by: by)
    case "ahead"?: return timeClause(local, under: head, in: sentence, depth: depth)
    default:
      if joined(mark, in: sentence) == "so_that" { return Factuality(.planned, by: by) }
      return local
    }
  }

  /// "until they attack", "before the Council convenes", "when he arrives": facts in the past tense
  /// alone.
  private func timeClause(
    _ local: Factuality, under head: Int, in sentence: Sentence, depth: Int
  ) -> Factuality {
    guard local.status.isFact else { return local }
    let outer = reading(head, in: sentence, depth: depth)
    if local.tense == .past, local.by != "factuality: present of report", !outer.isOpen {
      return local
    }
    if outer.status == .planned || local.status == .planned {
      return Factuality(.planned, by: "factuality: time clause ahead")
    }
    return Factuality(outer.isOpen ? outer.status : .expected, by: "factuality: time clause ahead")
  }

  // MARK: - Lookups

  /// The signature of a governor in a frame, particle and preposition taken with it.
  func signature(
    of head: Int, frame: String, in sentence: Sentence
  ) -> FactualityLexicon.Signature? {
    let token = sentence[head]
    let word: FactualityLexicon.Word =
      token.upos.isVerbal ? .verb : token.upos == .noun || token.upos == .propn ? .noun : .adjective
    for child in sentence.children(of: head) where sentence[child].relation == .compoundPrt {
      let joined = token.lemma + "_" + sentence[child].lemma
      if let found = lexicon.signature(joined, frame: frame, word: word) { return found }
    }
    if let found = lexicon.signature(token.lemma, frame: frame, word: word) { return found }
    // A participle's lemma may be its own form ("scheduled"), a headline's word capitalised.
    if word == .adjective,
      let found = lexicon.signature(token.lemma, frame: frame, word: .any)
    {
      return found
    }
    guard let first = token.lemma.utf8.first, first < 0x61 else { return nil }
    return lexicon.signature(token.lemma.lowercased(), frame: frame, word: word)
  }

  func apply(_ signature: FactualityLexicon.Signature, under outer: Factuality) -> Factuality {
    let negative = outer.isNegated || outer.polarity == .negative
    let effect = negative ? signature.negated : signature.asserted
    // A denied word whose negated reading is `same` says that the act took place.
    if negative, effect == .same, signature.asserted == .not {
      return Factuality(outer.isNegated ? .happened : .possible, by: signature.by)
    }
    return effect.reading(under: outer, by: signature.by)
  }

  /// The preposition or subordinator before a gerund, its fixed parts joined: `rather_than`.
  func preposition(_ mark: Int, in sentence: Sentence) -> String? {
    let lemma = sentence[mark].lemma
    return lemma == "to" && sentence[mark].xpos == "TO" ? nil : joined(mark, in: sentence)
  }

  func joined(_ mark: Int, in sentence: Sentence) -> String {
    var words = sentence[mark].lemma.lowercased()
    // "instead of" whose first word a parser hung elsewhere.
    if mark > 0, words == "of" || words == "than" || words == "to" {
      let both = sentence[mark - 1].lemma.lowercased() + "_" + words
      if lexicon.reading(both, as: .preposition) != nil { return both }
    }
    for child in sentence.children(of: mark) where sentence[child].relation == .fixed {
      words += "_" + sentence[child].lemma.lowercased()
    }
    return words
  }

  func hasDeterminer(_ head: Int, _ reading: String, in sentence: Sentence) -> Bool {
    sentence.children(of: head).contains {
      sentence[$0].relation == .det
        && lexicon.reading(sentence[$0].lemma.lowercased(), as: .determiner) == reading
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

  private func asked(_ local: Factuality) -> Factuality {
    local.isOpen ? local : Factuality(.possible, tense: local.tense, by: "factuality: question")
  }
}
