import Syntax

/// What stands around a verb (or a noun or adjective with a copula) in its own clause: the
/// auxiliaries, negation, hedges and marks that factuality rests on.
struct PredicateClause {
  /// The token whose clause it is.
  let predicate: Int
  var modal: Int?
  var perfect = false
  var be: Int?
  var passive = false
  var does: Int?
  var to: Int?
  var mark: Int?
  var subject: Int?
  var negated = false
  /// The strongest hedge: `probable`, `possible`, `claimed`, `nearly`.
  var hedge: String?
  var habitual = false
  /// Whether a time that lies ahead is told: "tomorrow", "next week".
  var ahead = false
  /// Whether a weekday without a date is told: "on Sunday".
  var weekday = false
  var hasIf = false
  var yet = false
  var firstAuxiliary: Int?

  /// Reads the dependents of `predicate`.
  init(_ predicate: Int, in sentence: Sentence, lexicon: FactualityLexicon) {
    self.predicate = predicate
    let conjunction = sentence.children(of: predicate).first {
      sentence[$0].relation == .mark && ["before", "after", "until"].contains(sentence[$0].lemma)
    }
    for child in sentence.children(of: predicate) {
      let token = sentence[child]
      switch token.relation {
      // "Possibly even before they convene": the adverb is the conjunction's.
      case .advmod where child < conjunction ?? 0: break
      case .aux, .auxPass, .cop: readAuxiliary(child, token, lexicon: lexicon)
      case .mark:
        if token.lemma == "to", token.xpos == "TO" || token.upos == .part { to = child }
        if mark == nil || token.lemma != "to" { mark = child }
      case .nsubj, .nsubjPass, .csubj, .csubjPass, .expl:
        if subject == nil || token.relation != .expl { subject = child }
        if Self.isNobody(child, in: sentence, lexicon: lexicon) { negated = true }
      case .obj:
        if Self.isNobody(child, in: sentence, lexicon: lexicon) { negated = true }
      case .advmod, .det, .discourse, .ccPreconj, .cc:
        readAdverb(child, token, in: sentence, lexicon: lexicon)
      case .obl, .oblUnmarked, .nmodUnmarked, .nmod:
        readTime(child, in: sentence, lexicon: lexicon)
      case .advcl:
        if Self.isCondition(child, in: sentence, lexicon: lexicon) { hasIf = true }
      default: break
      }
    }
  }

  private mutating func readAuxiliary(_ child: Int, _ token: Token, lexicon: FactualityLexicon) {
    firstAuxiliary = firstAuxiliary ?? child
    if token.relation == .auxPass { passive = true }
    switch token.lemma {
    case "be", "get": be = be ?? child
    case "have": perfect = true
    case "do": does = child
    default:
      let form = lexicon.reading(token.lemma, as: .modal) ?? lexicon.reading(token.form, as: .modal)
      if form != nil || token.xpos == "MD" { modal = modal ?? child }
    }
  }

  private mutating func readAdverb(
    _ child: Int, _ token: Token, in sentence: Sentence, lexicon: FactualityLexicon
  ) {
    let lemma = token.lemma
    if lemma == "yet" { yet = true }
    // "no longer", "no more": the adverb holds the negation.
    if sentence.children(of: child).contains(where: { sentence[$0].lemma == "no" }) {
      negated = true
    }
    switch lexicon.reading(lemma, as: .adverb) {
    case "denied":
      let next = child + 1 < sentence.count ? sentence[child + 1].lemma : ""
      let onlyAdds = next == "only" || next == "just" || next == "merely" || next == "simply"
      // "Not for the first time, …": the negation is the phrase's before the comma.
      let isApart =
        lemma == "not" && child < predicate
        && sentence.tokens[child..<predicate].contains { $0.form == "," }
      if !(lemma == "not" && onlyAdds), !isApart { negated = true }
    // "almost certain" is not quite certain, but it is no denial.
    case "nearly"?: if sentence[predicate].upos != .adj { hedge = "nearly" }
    case "probable"?: hedge = hedge ?? "probable"
    case "possible"?: hedge = "possible"
    case "claimed"?: hedge = hedge ?? "claimed"
    case "habitual"?: habitual = true
    case "ahead"?: ahead = true
    default: break
    }
  }

  private mutating func readTime(
    _ child: Int, in sentence: Sentence, lexicon: FactualityLexicon
  ) {
    let token = sentence[child]
    let lemma = token.lemma.inSmallLetters
    var sawWeekday = lexicon.reading(lemma, as: .time) == "weekday"
    if lexicon.reading(lemma, as: .time) == "ahead" { ahead = true }
    var dated = false
    var negative = false
    for part in sentence.children(of: child) {
      let word = sentence[part]
      if lexicon.reading(word.lemma, as: .time) == "ahead" { ahead = true }
      if word.lemma == "later" || word.lemma == "late" && word.form == "later" { ahead = true }
      if word.upos == .num || word.lemma == "last" || word.lemma == "past" { dated = true }
      if word.relation == .det, word.lemma == "no" { negative = true }
      if word.relation == .case, word.lemma == "with" || word.lemma == "without" {
        negative = false
      }
    }
    if dated { sawWeekday = false }
    weekday = weekday || sawWeekday
    if negative, !sentence.children(of: child).contains(where: { sentence[$0].lemma == "with" }) {
      negated = true
    }
  }

  /// Whether a noun phrase is nobody: "no minister", "nobody", "neither side".
  static func isNobody(_ head: Int, in sentence: Sentence, lexicon: FactualityLexicon) -> Bool {
    if lexicon.reading(sentence[head].lemma.inSmallLetters, as: .nobody) != nil { return true }
    return sentence.children(of: head).contains {
      let child = sentence[$0]
      guard child.relation == .det || child.relation == .ccPreconj || child.relation == .advmod
      else { return false }
      return lexicon.reading(child.lemma.inSmallLetters, as: .determiner) == "denied"
    }
  }

  /// Whether an adverbial clause is a condition: "if …", "unless …", but not "even if" or "as if".
  static func isCondition(_ clause: Int, in sentence: Sentence, lexicon: FactualityLexicon) -> Bool
  {
    var auxiliary: Int?
    var subject: Int?
    for child in sentence.children(of: clause) {
      let token = sentence[child]
      switch token.relation {
      case .mark:
        if lexicon.phraseReading(at: child, in: sentence, as: .conjunction) == "conditional" {
          return true
        }
        guard lexicon.reading(token.lemma.inSmallLetters, as: .conjunction) == "conditional" else {
          return false
        }
        let before = child > 0 ? sentence[child - 1].lemma.inSmallLetters : ""
        return before != "even" && before != "as"
      case .aux, .auxPass, .cop: auxiliary = auxiliary ?? child
      case .nsubj, .nsubjPass: subject = subject ?? child
      default: break
      }
    }
    // "Had they attacked, …": the auxiliary stands before the subject.
    guard let auxiliary, let subject, auxiliary < subject else { return false }
    let lemma = sentence[auxiliary].lemma
    return lemma == "have" || lemma == "should" || lemma == "be"
  }

  /// Whether the verb carries tense by its own form or by an auxiliary.
  func isFinite(in sentence: Sentence) -> Bool {
    if to != nil { return false }
    if modal != nil || does != nil { return true }
    if let first = firstAuxiliary {
      return sentence[first].xpos != "VBG" && sentence[first].xpos != "VB"
    }
    switch sentence[predicate].xpos {
    case "VBD", "VBZ", "VBP", "MD": return true
    case "VBN", "VBG", "VB": return false
    default: return false
    }
  }
}
