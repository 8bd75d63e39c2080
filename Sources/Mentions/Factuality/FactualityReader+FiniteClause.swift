import Records
import Syntax

/// Finite clauses below another word: what somebody reports, and what a conjunction joins on.
extension FactualityReader {
  /// A finite clause under a word that reports, expects or denies it.
  func reported(
    _ local: Factuality, of clause: PredicateClause, under head: Int, mark: Int?,
    in sentence: Sentence, depth: Int
  ) -> Factuality {
    let outer = reading(head, in: sentence, depth: depth)
    let governor = sentence[head]
    if governor.xpos == "VBG" || governor.xpos == "VBN", governor.relation != .acl,
      lexicon.reading(governor.form.inSmallLetters, as: .conjunction) == "conditional",
      !sentence.children(of: head).contains(where: { sentence[$0].relation == .nsubj })
    {
      return Factuality(.conditional, by: "factuality: condition")
    }
    if isSubjunctive(clause, mark: mark, in: sentence) {
      var reading = Factuality(.requested, by: "factuality: subjunctive")
      if clause.negated { reading.polarity = .negative }
      return outer.isNegated ? Factuality(.possible, by: reading.by) : reading
    }
    if let mark {
      let lemma = sentence[mark].lemma.inSmallLetters
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

  /// "insisted that Sweden *endorse* it": a base form behind a singular subject asks for an act.
  func isSubjunctive(
    _ clause: PredicateClause, mark: Int?, in sentence: Sentence
  ) -> Bool {
    let token = sentence[clause.predicate]
    guard token.xpos == "VB" || token.xpos == "VBP", clause.firstAuxiliary == nil, clause.to == nil,
      token.form.inSmallLetters == token.lemma.inSmallLetters, let subject = clause.subject,
      subject < clause.predicate, let mark, sentence[mark].form == "that"
    else { return false }
    let isJoined = sentence.children(of: subject).contains { sentence[$0].relation == .conj }
    switch sentence[subject].xpos {
    case "NN", "NNP": return !isJoined && sentence[subject].lemma != "police"
    case "PRP": return ["he", "she", "it"].contains(sentence[subject].lemma)
    default: return false
    }
  }

  /// "wondered if": a question, not a condition.
  func asksWhether(_ mark: Int, under head: Int, in sentence: Sentence) -> Bool {
    guard sentence[mark].lemma.inSmallLetters == "if" else { return false }
    return signature(of: head, frame: "whether", in: sentence) != nil
  }

  func adverbial(
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
        let lemma = sentence[child].lemma.inSmallLetters
        if lexicon.reading(lemma, as: .conjunction) == "ahead" {
          return timeClause(local, under: head, in: sentence, depth: depth)
        }
      }
      return local
    }
    let phrase = lexicon.phraseReading(at: mark, in: sentence, as: .conjunction)
    switch phrase ?? lexicon.reading(joined(mark, in: sentence), as: .conjunction) {
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
  func timeClause(
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
    let status: EventStatus = outer.status == .conditional ? .conditional : .expected
    return Factuality(status, by: "factuality: time clause ahead")
  }
}
