import Records
public import Syntax

/// Judges what a sentence commits itself to about one of its predicates.
///
/// The reading is composed as the sentence is: the predicate's own clause (auxiliaries, negation,
/// adverbs) under everything that governs it, each governing word with its signature and its own
/// reading. After FactBank (Saurí and Pustejovsky 2009) and TruthTeller (Lotan et al. 2013).
///
/// ```swift
/// // "Amr is expected to meet Netanyahu."
/// FactualityReader().judge(meet, in: sentence).status  // .expected
/// ```
public struct FactualityReader: Sendable {
  let lexicon = FactualityLexicon.shared

  /// A reader with the tables that ship with it.
  public init() {}

  /// What the sentence says of the predicate at a token: a verb, a noun that names an act, or an
  /// adjective. `claimed` is given for hearsay without a written source ("reportedly") alone.
  ///
  /// - Complexity: O(depth of the tree × dependents).
  public func judge(_ predicate: Int, in sentence: Sentence) -> Factuality {
    let reading = reading(predicate, in: sentence, depth: 0)
    if let end = invertedCondition(sentence), predicate < end {
      return Factuality(.conditional, tense: reading.tense, by: "factuality: condition")
    }
    if reading.status.isFact, let denied = invertedNegation(sentence), denied.contains(predicate) {
      return Factuality(.denied, tense: reading.tense, by: "factuality: negation at the head")
    }
    return reading.status.isFact ? guarded(reading, at: predicate, in: sentence) : reading
  }

  /// Whether a cue leaves it to its source that what it governs is so: "said", "believes",
  /// "denies". What is noticed or regretted is so on the report's own word.
  public func leavesToSource(_ cue: Int, in sentence: Sentence) -> Bool {
    signature(of: cue, frame: "that", in: sentence)?.asserted != .fact
  }

  /// The reading of an act towards one of several parties whose phrase has a hedge of its own:
  /// "with the minister, and *probably* with the president"; nil where it has none.
  public func hedging(
    _ reading: Factuality, at phrase: Int, in sentence: Sentence
  ) -> Factuality? {
    guard sentence[phrase].relation == .conj else { return nil }
    for child in sentence.children(of: phrase) where sentence[child].relation == .advmod {
      switch lexicon.reading(sentence[child].lemma.inSmallLetters, as: .adverb) {
      case let hedge? where hedge == "probable" || hedge == "possible":
        return hedged(reading, by: hedge)
      default: break
      }
    }
    return nil
  }

  /// The reading of any word as a predicate.
  func reading(_ index: Int, in sentence: Sentence, depth: Int) -> Factuality {
    guard depth < 40 else { return Factuality(.possible, by: "factuality: too deep") }
    if sentence[index].upos.isNominal {
      let clausal = sentence.children(of: index).contains {
        switch sentence[$0].relation {
        case .cop, .nsubj, .nsubjPass, .aux: true
        default: false
        }
      }
      if !clausal { return nominal(index, in: sentence, depth: depth) }
    }
    return clause(index, in: sentence, depth: depth)
  }

  // MARK: - Clauses

  private func clause(_ index: Int, in sentence: Sentence, depth: Int) -> Factuality {
    var clause = PredicateClause(index, in: sentence, lexicon: lexicon)
    if sentence[index].relation == .conj { share(from: index, with: &clause, in: sentence) }
    let relation = sentence[index].relation
    if relation == .amod || relation == .compound {
      let by = "factuality: participle"
      return Factuality(sentence[index].xpos == "VBG" ? .ongoing : .happened, by: by)
    }
    var reading: Factuality
    if clause.firstAuxiliary == nil, clause.to == nil, isPastBesideInfinitive(index, in: sentence) {
      return hedged(Factuality(.happened, by: "factuality: past"), by: clause.hedge)
    }
    if let local = ownReading(of: clause, in: sentence) {
      reading = placed(local, of: clause, in: sentence, depth: depth)
    } else {
      reading = dependent(clause, in: sentence, depth: depth)
      if clause.negated { reading = negated(reading) }
    }
    if clause.hasIf, reading.status != .happened, reading.status != .requested, !reading.isNegated {
      reading = Factuality(.conditional, by: "factuality: if-clause beside it")
    }
    return hedged(reading, by: clause.hedge)
  }

  /// "refused to comment but *attacked*": a past form can't be joined to an infinitive, whatever a
  /// parser says, only to what governs it.
  private func isPastBesideInfinitive(_ index: Int, in sentence: Sentence) -> Bool {
    let token = sentence[index]
    guard token.relation == .conj, token.xpos == "VBD" || token.xpos == "VBN", token.head >= 0,
      sentence[token.head].xpos == "VB",
      sentence.children(of: token.head).contains(where: { sentence[$0].xpos == "TO" })
    else { return false }
    return !sentence.children(of: token.head).contains { sentence[$0].upos == .aux }
  }

  /// A conjunct without auxiliaries of its own shares those of the first conjunct.
  private func share(from index: Int, with clause: inout PredicateClause, in sentence: Sentence) {
    let first = sentence[index].head
    guard first >= 0, clause.firstAuxiliary == nil, clause.to == nil, clause.subject == nil,
      !clause.isFinite(in: sentence) || sentence[index].xpos == "VBP"
    else { return }
    var other = PredicateClause(first, in: sentence, lexicon: lexicon)
    if sentence[first].relation == .conj { share(from: first, with: &other, in: sentence) }
    let contrasts = sentence.children(of: index).contains {
      sentence[$0].relation == .cc && sentence[$0].lemma == "but"
    }
    let fits =
      switch sentence[index].xpos {
      case "VB", "VBP": other.modal != nil || other.does != nil
      case "VBN", "VBD": other.perfect || other.passive
      case "VBG": other.be != nil && !other.passive
      default: false
      }
    guard fits else { return }
    clause.modal = other.modal
    clause.perfect = other.perfect
    clause.be = other.be
    clause.passive = other.passive
    clause.does = other.does
    clause.firstAuxiliary = other.firstAuxiliary
    clause.to = other.to
    clause.hasIf = clause.hasIf || other.hasIf
    clause.hedge = clause.hedge ?? other.hedge
    if other.negated, !contrasts { clause.negated = true }
  }

  /// The reading of a finite clause by itself; nil where it has no tense of its own.
  func ownReading(of clause: PredicateClause, in sentence: Sentence) -> Factuality? {
    let token = sentence[clause.predicate]
    if let modal = clause.modal { return modalReading(modal, of: clause, in: sentence) }
    if let be = clause.be, clause.to != nil, sentence[be].xpos != "VB", sentence[be].xpos != "VBN" {
      // "is to meet", and "is yet to meet".
      if clause.yet || clause.negated { return Factuality(.denied, by: "factuality: yet to") }
      return Factuality(.planned, by: "factuality: is to")
    }
    if clause.to != nil {
      // A headline's "Minister to Visit Cairo".
      let told = token.relation == .root || token.relation == .parataxis
      guard told, clause.subject != nil else { return nil }
      return Factuality(clause.negated ? .denied : .planned, by: "factuality: headline infinitive")
    }
    guard clause.isFinite(in: sentence) else { return bareReading(of: clause, in: sentence) }
    let past = isPast(clause, in: sentence)
    if clause.negated {
      return Factuality(.denied, tense: past ? .past : .ongoing, by: "factuality: negation")
    }
    if clause.perfect {
      let progressive = token.xpos == "VBG"
      return Factuality(progressive ? .ongoing : .happened, by: "factuality: perfect")
    }
    if token.xpos == "VBG", let be = clause.be, token.relation != .cop {
      let ahead = clause.ahead || clause.weekday && sentence[be].xpos != "VBD"
      if ahead { return Factuality(.planned, by: "factuality: progressive with a time ahead") }
      return Factuality(.ongoing, by: "factuality: progressive")
    }
    if past { return Factuality(.happened, by: "factuality: past") }
    return presentReading(of: clause, in: sentence)
  }

  private func isPast(_ clause: PredicateClause, in sentence: Sentence) -> Bool {
    let carrier = clause.firstAuxiliary ?? clause.predicate
    let token = sentence[carrier]
    if clause.perfect { return true }
    return token.xpos == "VBD" || token.xpos == "VBN" && clause.firstAuxiliary == nil
  }

  private func presentReading(of clause: PredicateClause, in sentence: Sentence) -> Factuality {
    let token = sentence[clause.predicate]
    if clause.ahead { return Factuality(.planned, by: "factuality: present with a time ahead") }
    let last = sentence[sentence.count - 1].form
    let isHeadline = !(last == "." || last == "!" || last == "?")
    if clause.weekday, !isHeadline {
      return Factuality(.planned, by: "factuality: present with a weekday")
    }
    let state = lexicon.reading(token.lemma, as: .stative) != nil || !token.upos.isVerbal
    if state || clause.habitual || clause.passive || token.relation == .aclRelcl {
      return Factuality(.ongoing, by: "factuality: present state or habit")
    }
    return Factuality(.happened, by: "factuality: present of report")
  }

  /// A verb without a finite form that heads its clause: a headline's participle, an imperative.
  private func bareReading(of clause: PredicateClause, in sentence: Sentence) -> Factuality? {
    let token = sentence[clause.predicate]
    switch token.relation {
    case .root, .parataxis, .conj, .dep, .list: break
    default: return nil
    }
    if token.relation == .conj, !headsSentence(clause.predicate, in: sentence) {
      // A verb that a parser joined to a noun: "issued a statement and met …".
      let joinsNoun = token.head >= 0 && sentence[token.head].upos.isNominal
      guard joinsNoun, token.xpos == "VBN" || token.xpos == "VBD" else { return nil }
    }
    if clause.negated { return Factuality(.denied, by: "factuality: negation") }
    switch token.xpos {
    case "VB":
      if clause.subject == nil { return Factuality(.requested, by: "factuality: imperative") }
      return Factuality(.happened, by: "factuality: present of report")
    case "VBN", "VBD": return Factuality(.happened, by: "factuality: headline participle")
    case "VBG": return Factuality(.ongoing, by: "factuality: headline participle")
    default: return presentReading(of: clause, in: sentence)
    }
  }

  private func headsSentence(_ index: Int, in sentence: Sentence) -> Bool {
    var top = index
    while sentence[top].relation == .conj, sentence[top].head >= 0 { top = sentence[top].head }
    return sentence[top].head < 0 || sentence[top].relation == .parataxis
  }

  private func modalReading(
    _ modal: Int, of clause: PredicateClause, in sentence: Sentence
  ) -> Factuality {
    let word = sentence[modal]
    let by = "factuality: modal"
    let kind =
      lexicon.reading(word.lemma, as: .modal)
      ?? lexicon.reading(word.form.inSmallLetters, as: .modal)
    switch kind {
    case "planned"?:
      if clause.negated { return Factuality(.denied, tense: .future, by: by) }
      let likely = clause.hedge == "probable" || clause.perfect
      return Factuality(likely ? .expected : .planned, by: by)
    case "would"?:
      if clause.negated { return Factuality(.denied, tense: .future, by: by) }
      if clause.perfect { return Factuality(.conditional, tense: .past, by: by) }
      let future = clause.ahead || clause.weekday || isReported(clause.predicate, in: sentence)
      return Factuality(future && !clause.hasIf ? .planned : .conditional, by: by)
    case "able"?: return Factuality(clause.negated ? .denied : .possible, by: by)
    case "requested"?:
      if clause.perfect { return Factuality(.possible, tense: .past, by: by) }
      var reading = Factuality(.requested, by: by)
      if clause.negated { reading.polarity = .negative }
      return reading
    default:
      if clause.negated, word.lemma == "could" || word.form.inSmallLetters == "could" {
        return Factuality(.denied, by: by)
      }
      var reading = Factuality(.possible, tense: clause.perfect ? .past : .future, by: by)
      if clause.negated { reading.polarity = .negative }
      return reading
    }
  }

  /// Whether a "would" stands in what somebody said, where it is a future told in the past.
  private func isReported(_ index: Int, in sentence: Sentence) -> Bool {
    var top = index
    while sentence[top].relation == .conj, sentence[top].head >= 0 { top = sentence[top].head }
    let head = sentence[top].head
    guard head >= 0 else { return false }
    if sentence[top].relation == .ccomp { return true }
    if sentence.children(of: top).contains(where: { sentence[$0].relation == .parataxis }) {
      return true
    }
    return sentence[top].relation == .acl || sentence[top].relation == .parataxis
  }

  private func negated(_ reading: Factuality) -> Factuality {
    switch reading.status {
    case .possible, .conditional, .requested, .denied, .cancelled:
      var reading = reading
      reading.polarity = .negative
      return reading
    default: return Factuality(.denied, tense: reading.tense, by: "factuality: negation")
    }
  }

  private func hedged(_ reading: Factuality, by hedge: String?) -> Factuality {
    var reading = reading
    switch hedge {
    case "nearly"? where reading.status.isFact:
      return Factuality(.denied, by: "factuality: almost")
    case "probable"?:
      if reading.status == .planned { return Factuality(.expected, by: "factuality: probably") }
      if reading.status.isFact {
        reading = Factuality(.possible, tense: reading.tense, by: "factuality: probably")
      }
      reading.certainty = .probable
    case "possible"? where !reading.isNegated && reading.status != .conditional:
      return Factuality(.possible, tense: reading.tense, by: "factuality: possibly")
    case "claimed"? where reading.status.isFact:
      return Factuality(.claimed, tense: reading.tense, by: "factuality: reportedly")
    default: break
    }
    return reading
  }
}
