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
        lexicon.reading(sentence[mark].lemma.inSmallLetters, as: .conjunction)
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
      // "demands that Peru denounce it": no relative clause, whatever the parser called it.
      let that = sentence.children(of: top).first { sentence[$0].form == "that" && $0 < top }
      if signature(of: head, frame: "that", in: sentence) != nil,
        isSubjunctive(clause, mark: that, in: sentence)
      {
        return Factuality(.requested, by: "factuality: subjunctive")
      }
      // "reports that Peru attacked Chile": with a subject and without a gap, it is what the noun
      // reports.
      let isWhole =
        that.map { that in
          sentence[that].upos != .pron
            || sentence.children(of: top).contains { sentence[$0].relation == .obj && $0 != that }
        } ?? false
      if isWhole, clause.subject != that, clause.subject != nil,
        signature(of: head, frame: "that", in: sentence) != nil
      {
        return reported(
          local, of: clause, under: head, mark: that, in: sentence, depth: depth + 1)
      }
      if lexicon.reading(sentence[head].lemma.inSmallLetters, as: .anybody) != nil
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
    let head = tellsBeside(top, in: sentence) ?? sentence[top].head
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
        found.asserted != .same && found.asserted != .fact || found.negated == .fact
      {
        return apply(found, under: outer)
      }
      return FactualityEffect.same.reading(under: outer, by: by)
    case .xcomp, .ccomp, .csubj, .obj, .nsubj, .obl:
      let isGerund =
        xpos == "VBG" || clause.firstAuxiliary.map { sentence[$0].xpos == "VBG" } ?? false
      let frame = isGerund ? "ing" : "bare"
      if let found = signature(of: head, frame: frame, in: sentence) {
        return apply(found, under: outer)
      }
      // "had him arrested", "saw it attacked": the participle is not a plan of its own.
      if xpos == "VBN", let found = signature(of: head, frame: "bare", in: sentence) {
        return apply(found, under: outer)
      }
      // "is thought *likely* to": the adjective says no more than that it is so.
      if sentence[top].upos == .adj {
        return FactualityEffect.same.reading(under: outer, by: "factuality: as its governor")
      }
      return FactualityEffect.possible.reading(under: outer, by: "factuality: unknown governor")
    case .parataxis, .root, .list, .dep:
      return Factuality(xpos == "VBG" ? .ongoing : .happened, by: by)
    default:
      return FactualityEffect.same.reading(under: outer, by: by)
    }
  }

  /// The finite verb that a participle of saying goes with, where a parser hung it on that verb's
  /// infinitive: "agreed to impose sanctions, *accusing* Minsk of …".
  private func tellsBeside(_ participle: Int, in sentence: Sentence) -> Int? {
    let head = sentence[participle].head
    guard sentence[participle].relation == .advcl, sentence[participle].xpos == "VBG", head >= 0,
      participle > head, sentence[head].relation == .xcomp,
      isSetOff(participle, in: sentence),
      signature(of: participle, frame: "that", in: sentence)?.asserted == .own
        || signature(of: participle, frame: "of", in: sentence)?.asserted == .claimed
    else { return nil }
    var governor = head
    while sentence[governor].relation == .xcomp, sentence[governor].head >= 0 {
      governor = sentence[governor].head
    }
    return governor
  }

  /// Whether a comma stands before a clause.
  private func isSetOff(_ predicate: Int, in sentence: Sentence) -> Bool {
    guard let first = sentence.subtree(of: predicate).first else { return false }
    return sentence[first].form == "," || first > 0 && sentence[first - 1].form == ","
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
    if let mark = clause.mark, lexicon.reading(sentence[mark].lemma, as: .conjunction) == "possible"
    {
      return FactualityEffect.possible.reading(under: outer, by: "factuality: whether to")
    }
    let relation = sentence[top].relation
    if governor.upos.isVerbal, let noun = ownerNoun(of: clause, under: head, in: sentence),
      let found = signature(of: noun, frame: "to", in: sentence)
    {
      return apply(found, under: reading(noun, in: sentence, depth: depth + 1))
    }
    if let dropped = droppedPlan(clause, under: head, in: sentence) {
      return apply(dropped, under: outer)
    }
    if let found = extraposed(head, in: sentence) { return apply(found, under: outer) }
    if relation == .advcl, governor.upos.isVerbal {
      if let found = signature(of: head, frame: "to", in: sentence),
        governs(head, found, in: sentence)
      {
        return wished(found, under: outer)
      }
      return FactualityEffect.planned.reading(under: outer, by: "factuality: purpose")
    }
    if let found = signature(of: head, frame: "to", in: sentence) {
      return wished(found, under: outer)
    }
    if governor.upos.isNominal, relation == .acl || relation == .advcl {
      return infinitiveOfPhrase(head, in: sentence, depth: depth)
    }
    return FactualityEffect.possible.reading(under: outer, by: "factuality: unknown governor")
  }

  /// "called off an operation to attack": what is dropped or prevented takes its infinitive with it,
  /// though a parser hung it on the verb.
  private func droppedPlan(
    _ clause: PredicateClause, under head: Int, in sentence: Sentence
  ) -> FactualityLexicon.Signature? {
    guard sentence[head].upos.isVerbal, let to = clause.to, to - 1 > head,
      sentence[to - 1].upos == .noun, sentence[to - 1].head == head,
      sentence[to - 1].relation == .obj,
      let found = signature(of: head, frame: "obj", in: sentence)
    else { return nil }
    return found.asserted == .cancelled || found.asserted == .not ? found : nil
  }

  /// What the subject noun says of an infinitive that stands behind its verb: "the *time* has come
  /// to", "*pressure* is growing on X to".
  private func extraposed(_ verb: Int, in sentence: Sentence) -> FactualityLexicon.Signature? {
    guard sentence[verb].upos.isVerbal,
      lexicon.reading(sentence[verb].lemma, as: .appearance) != nil,
      let subject = sentence.children(of: verb).first(where: {
        sentence[$0].relation == .nsubj && sentence[$0].upos == .noun && $0 < verb
      })
    else { return nil }
    return signature(of: subject, frame: "to", in: sentence)
  }

  /// "would like to": the wish is real, though "would" sounds like a condition.
  private func wished(
    _ found: FactualityLexicon.Signature, under outer: Factuality
  ) -> Factuality {
    if found.asserted == .possible, outer.status == .conditional, outer.by == "factuality: modal" {
      return Factuality(.possible, by: found.by)
    }
    return apply(found, under: outer)
  }

  /// The noun before "to" that takes the infinitive though a parser hung it on the noun's verb:
  /// "called off an *operation* to", "came under *pressure* to".
  private func ownerNoun(
    of clause: PredicateClause, under head: Int, in sentence: Sentence
  ) -> Int? {
    guard var left = clause.to.map({ $0 - 1 }), left > head else { return nil }
    while left > head, sentence[left].upos == .adv || sentence[left].upos == .part { left -= 1 }
    guard sentence[left].upos == .noun, sentence[left].head == head else { return nil }
    switch sentence[left].relation {
    case .obj, .obl: return left
    default: return nil
    }
  }

  /// An infinitive that hangs on a noun which takes none: what governs the noun may ("the call for
  /// X to leave", "went to the border to fight"), and a headline's infinitive looks ahead.
  private func infinitiveOfPhrase(
    _ noun: Int, in sentence: Sentence, depth: Int
  ) -> Factuality {
    // "lacked the votes to", "had no money to".
    if sentence[noun].head >= 0, reading(noun, in: sentence, depth: depth + 1).isNegated {
      return Factuality(.denied, by: "factuality: no means to")
    }
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
  private func governs(
    _ head: Int, _ found: FactualityLexicon.Signature, in sentence: Sentence
  ) -> Bool {
    if found.isPhrase || lexicon.reading(sentence[head].lemma, as: .striving) != nil { return true }
    // "wants X to", "was authorised to": whoever shall do it stands between.
    let hasParty = sentence.children(of: head).contains {
      switch sentence[$0].relation {
      case .auxPass, .nsubjPass, .obj, .iobj: true
      default: false
      }
    }
    return found.asserted != .same && (found.asserted != .possible || hasParty)
  }

  /// A participle after a noun: "rockets coming from X", "a bill banning X".
  private func attributive(
    under head: Int, _ outer: Factuality, _ xpos: String, in sentence: Sentence
  ) -> Factuality {
    let by = "factuality: participle"
    if PredicateClause.isNobody(head, in: sentence, lexicon: lexicon) {
      return Factuality(.denied, by: by)
    }
    if xpos == "VBG", lexicon.reading(sentence[head].lemma, as: .document) != nil {
      return FactualityEffect.same.reading(under: outer, by: by)
    }
    if xpos == "VBG", let found = signature(of: head, frame: "to", in: sentence),
      found.asserted != .same
    {
      return apply(found, under: outer)
    }
    if outer.status.isFact || outer.isNegated {
      return Factuality(xpos == "VBG" && outer.tense == .ongoing ? .ongoing : .happened, by: by)
    }
    return Factuality(outer.status == .claimed ? .claimed : .possible, by: by)
  }
}
