import Records
import Syntax

extension FactualityReader {
  /// The reading of a noun that names an act: "the visit", "a planned strike", "calls for talks".
  func nominal(_ index: Int, in sentence: Sentence, depth: Int) -> Factuality {
    var description: String?
    var isDefinite = sentence[index].upos == .propn
    for child in sentence.children(of: index) {
      let token = sentence[child]
      switch token.relation {
      case .det, .advmod, .ccPreconj:
        switch lexicon.reading(token.lemma.inSmallLetters, as: .determiner) {
        case "denied"?: return denied(index, in: sentence, depth: depth)
        case "possible"?: description = description ?? "possible"
        default: break
        }
        switch token.lemma {
        case "the", "this", "that", "these", "those": isDefinite = true
        default: break
        }
      case .nmodPoss: isDefinite = true
      case .case, .mark:
        // "if Turkey bombs …", the verb taken for a noun.
        switch lexicon.reading(token.lemma.inSmallLetters, as: .conjunction) {
        case "conditional"?: return Factuality(.conditional, by: "factuality: condition")
        case "possible"?: return Factuality(.possible, by: "factuality: whether")
        default: break
        }
      case .nmod, .nmodUnmarked, .obl, .oblUnmarked:
        // "a rally for next Saturday".
        let isAhead = sentence.children(of: child).contains {
          lexicon.reading(sentence[$0].lemma, as: .time) == "ahead"
        }
        if isAhead { description = description ?? "planned" }
      case .amod, .compound, .acl, .appos:
        guard child < index || token.upos == .adj else { continue }
        let lemma = token.lemma.inSmallLetters
        if let found = lexicon.reading(lemma, as: .adjective)
          ?? lexicon.reading(token.form.inSmallLetters, as: .adjective)
        {
          description = found
        }
      default: break
      }
    }
    let context = nominalContext(index, isDefinite: isDefinite, in: sentence, depth: depth + 1)
    guard let description, let status = EventStatus(rawValue: description) else { return context }
    let by = "factuality: described as \(status.rawValue)"
    switch status {
    case .denied, .cancelled: return Factuality(status, by: by)
    case .happened, .ongoing:
      return context.isNegated || context.status == .claimed
        ? context : Factuality(status, by: by)
    default:
      return context.status.isFact || context.status == .planned || context.status == .claimed
        ? Factuality(status, by: by)
        : context
    }
  }

  private func denied(_ index: Int, in sentence: Sentence, depth: Int) -> Factuality {
    let context = nominalContext(index, isDefinite: false, in: sentence, depth: depth + 1)
    return Factuality(.denied, tense: context.tense, by: "factuality: no")
  }

  private func nominalContext(
    _ index: Int, isDefinite: Bool, in sentence: Sentence, depth: Int
  ) -> Factuality {
    guard depth < 40 else { return Factuality(.possible, by: "factuality: too deep") }
    let token = sentence[index]
    let head = token.head
    guard head >= 0 else { return Factuality(.happened, by: "factuality: told by a noun") }
    var frame = "obj"
    switch token.relation {
    case .obj, .iobj, .nsubjPass: break
    case .nsubj: frame = "subj"
    case .conj:
      return nominalContext(head, isDefinite: isDefinite, in: sentence, depth: depth + 1)
    case .appos:
      return reading(head, in: sentence, depth: depth + 1)
    case .compound, .amod:
      return FactualityEffect.possible.reading(
        under: reading(head, in: sentence, depth: depth + 1), by: "factuality: part of a compound")
    case .nmodPoss: return Factuality(.happened, by: "factuality: presupposed")
    case .obl, .nmod, .oblAgent, .advcl, .acl, .xcomp:
      let outer = reading(head, in: sentence, depth: depth + 1)
      for child in sentence.children(of: index)
      where sentence[child].relation == .case || sentence[child].relation == .mark {
        return afterPreposition(
          joined(child, in: sentence), under: head, outer, isNoun: true, isDefinite: isDefinite,
          in: sentence)
      }
      return FactualityEffect.same.reading(under: outer, by: "factuality: as its governor")
    case .ccomp, .csubj, .parataxis, .list, .dep, .root:
      return Factuality(.happened, by: "factuality: told by a noun")
    default:
      let outer = reading(head, in: sentence, depth: depth + 1)
      return FactualityEffect.same.reading(under: outer, by: "factuality: as its governor")
    }
    let outer = reading(head, in: sentence, depth: depth + 1)
    if let found = signature(of: head, frame: frame, in: sentence) {
      if found.asserted == .fact, !isDefinite, outer.isOpen { return outer }
      // Who offers criticism has criticised.
      let isUttered = lexicon.reading(token.lemma, as: .uttered) != nil
      if isUttered, found.asserted == .possible { return asGovernor(outer, isDefinite: false) }
      return apply(found, under: outer)
    }
    return asGovernor(outer, isDefinite: isDefinite)
  }

  /// A noun that its governor says nothing special of: it stands and falls with it, unless it is
  /// presupposed ("the attack did not change much").
  private func asGovernor(_ outer: Factuality, isDefinite: Bool) -> Factuality {
    if outer.isNegated, isDefinite { return Factuality(.happened, by: "factuality: presupposed") }
    return FactualityEffect.same.reading(under: outer, by: "factuality: as its governor")
  }

  /// A gerund or a noun behind a preposition: first what the governor says in that frame ("accused
  /// of"), then what the preposition itself says ("without", "after").
  func afterPreposition(
    _ preposition: String, under head: Int, _ outer: Factuality, isNoun: Bool, isDefinite: Bool,
    in sentence: Sentence
  ) -> Factuality {
    if let found = signature(of: head, frame: preposition, in: sentence) {
      if found.asserted == .fact, isNoun, !isDefinite, outer.isOpen { return outer }
      return apply(found, under: outer)
    }
    let by = "factuality: \(preposition)"
    switch lexicon.reading(preposition, as: .preposition) {
    case "denied"?: return Factuality(.denied, by: by)
    case "conditional"?: return Factuality(.conditional, by: by)
    case "background"?:
      if outer.status.isFact || outer.isNegated || outer.status == .claimed || isDefinite {
        return Factuality(.happened, by: by)
      }
      return Factuality(outer.isOpen ? outer.status : .expected, by: by)
    case "ahead"?:
      if !isNoun, outer.status == .happened { return Factuality(.happened, by: by) }
      return Factuality(outer.isOpen ? outer.status : .expected, by: by)
    case "purpose"?:
      return FactualityEffect.planned.reading(under: outer, by: by)
    case "possible"?:
      return FactualityEffect.possible.reading(under: outer, by: by)
    case "same"?:
      if isNoun {
        if outer.isNegated || outer.isOpen || outer.status == .planned, isDefinite,
          preposition != "of", preposition != "to", preposition != "into"
        {
          return Factuality(.happened, by: by)
        }
        return asGovernor(outer, isDefinite: isDefinite)
      }
      return FactualityEffect.same.reading(under: outer, by: by)
    default:
      if isNoun { return asGovernor(outer, isDefinite: isDefinite) }
      return FactualityEffect.possible.reading(under: outer, by: by)
    }
  }
}
