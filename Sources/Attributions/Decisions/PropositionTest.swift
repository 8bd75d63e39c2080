import Records
import Syntax
import Text

/// Whether what a verb is said to report is something that can be said or believed: a clause, a
/// quotation, a noun that holds one ("the claim that"), or a noun of which the verb speaks or
/// judges. "Police fired tear gas" is an act, whatever the model makes of it.
struct PropositionTest {
  let report: Report
  let lexicon = CueLexicon.nested
  let judgements = JudgementVerbs.standard

  /// How sure a verb must be that neither lexicon has.
  static let leastUnlisted: Float = 0.5

  func passes(_ proposal: Proposal) -> Bool {
    let passage = report.passages[proposal.passage]
    let word = passage.sentence[proposal.token]
    if !saysSomething(proposal, passage) { return false }
    // "No group has said that it did it": nobody has.
    if let source = proposal.sourceHead, passage.isNobody(source) { return false }
    if word.upos == .noun { return passes(noun: proposal, passage) }
    guard word.upos == .verb, word.form.lowercased() != "according" else { return true }
    let lemma = word.lemma.lowercased()
    let entry =
      lexicon.entry(lemma: lemma, part: .verb)
      ?? CueLexicon.standard.entry(lemma: lemma, part: .verb)
    if Self.refusals.contains(lemma), refusesAct(proposal.token, passage) { return false }
    if isDenial(of: proposal.token, lemma, passage) { return false }
    if entry?.frames == [.quotation], !isQuoted(proposal.content, passage) { return false }
    let isListed = entry != nil || judgements.contains(lemma)
    if !isListed, proposal.rank < Self.leastUnlisted { return false }
    if judgements.contains(lemma) || entry.map({ takesNouns($0.frames, proposal, passage) }) == true
    {
      return true
    }
    return !isNominal(proposal.content, in: passage) || namesSpeech(proposal, passage)
  }

  /// Whether a content holds a word that means something by itself, and is more than what describes the
  /// source or a noun outside: "a", "to" or "what" is what is left where a parser lost its way, "which left
  /// in 2022" in "France, which left in 2022, has not commented" tells of France.
  func saysSomething(_ proposal: Proposal, _ passage: Passage) -> Bool {
    let sentence = passage.sentence
    let content = proposal.content
    guard content.allSatisfy({ sentence.span.contains($0) }) else { return true }
    let inside = sentence.tokens.indices.filter { token in
      content.contains { $0.overlaps(sentence[token].span) }
    }
    let isEmpty = inside.allSatisfy { token in
      switch sentence[token].upos {
      case .adp, .det, .cconj, .sconj, .part, .aux, .punct: true
      case .pron: ["WP", "WDT"].contains(sentence[token].xpos)
      default: false
      }
    }
    let tops = inside.filter {
      sentence[$0].upos != .punct && !inside.contains(sentence[$0].head)
    }
    let onlyDescribes = tops.allSatisfy { token in
      guard sentence[token].head != proposal.token else { return false }
      switch sentence[token].relation {
      case .aclRelcl: return sentence[token].head == proposal.sourceHead
      case .amod, .compound, .nummod: return sentence[sentence[token].head].upos.isNominal
      default: return false
      }
    }
    return !isEmpty && !onlyDescribes
  }

  /// A noun that the lexicon lacks needs a clause, or to be quite sure: "talks on pay" are none.
  private func passes(noun proposal: Proposal, _ passage: Passage) -> Bool {
    let word = passage.sentence[proposal.token]
    if asksToSpeak(proposal.content, passage) { return false }
    return CueLexicon.standard.entry(lemma: word.lemma, part: .noun) != nil
      || proposal.rank > Self.leastUnlistedNoun || !isNominal(proposal.content, in: passage)
  }

  /// Whether a content is a lone noun for speech: "a request for *comment*" says nothing yet.
  private func asksToSpeak(_ content: [Span], _ passage: Passage) -> Bool {
    let inside = passage.sentence.tokens.filter { token in
      content.contains { $0.overlaps(token.span) } && token.upos != .adp && token.upos != .punct
    }
    return inside.count == 1 && inside[0].upos == .noun
      && CueLexicon.standard.entry(lemma: inside[0].lemma, part: .noun) != nil
  }

  /// How sure a noun must be that the lexicon lacks and that has no clause.
  static let leastUnlistedNoun: Float = 1

  private static let refusals: Set<String> = ["decline", "refuse"]

  /// Whether what is refused is an act with its object, also one of telling ("declined to name the
  /// officials"), or to be acted upon: nothing is said of it.
  private func refusesAct(_ token: Int, _ passage: Passage) -> Bool {
    let sentence = passage.sentence
    guard let act = sentence.child(of: token, .xcomp) else { return false }
    // "declined to be named".
    if sentence.child(of: act, .auxPass) != nil { return true }
    return sentence.child(of: act, .obj).map { passage.finiteness(of: $0) == 0 } ?? false
  }

  /// "They were denied lawyers": what is withheld from somebody is an act.
  func isDenial(of token: Int, _ lemma: String, _ passage: Passage) -> Bool {
    lemma == "deny" && passage.isPassive(token) && passage.sentence.child(of: token, .obj) != nil
  }

  /// Whether a content holds quoted words: who smiles or goes on says only what is quoted.
  private func isQuoted(_ content: [Span], _ passage: Passage) -> Bool {
    guard content.allSatisfy({ passage.sentence.span.contains($0) }) else { return true }
    return passage.sentence.tokens.indices.contains { token in
      passage.quotation[token] >= 0
        && content.contains { $0.overlaps(passage.sentence[token].span) }
    }
  }

  /// Whether a verb takes a noun as its content, by itself or behind the preposition that stands
  /// there: "spoke of", not "talks on".
  private func takesNouns(
    _ frames: Set<CueLexicon.Frame>, _ proposal: Proposal, _ passage: Passage
  ) -> Bool {
    if frames.contains(.object) || frames.contains(.objectPredicate) { return true }
    let sentence = passage.sentence
    return sentence.children(of: proposal.token).contains { child in
      let marker = sentence.child(of: child, .case)
      return marker.map { frames.contains(.preposition(sentence[$0].lemma.lowercased())) } == true
        || sentence[child].relation == .compoundPrt
          && frames.contains(.preposition(sentence[child].lemma.lowercased()))
    }
  }

  /// Whether a content is made of noun phrases alone, without a clause of its own or a quotation.
  private func isNominal(_ content: [Span], in passage: Passage) -> Bool {
    let sentence = passage.sentence
    guard content.allSatisfy({ sentence.span.contains($0) }) else { return false }
    let inside = sentence.tokens.indices.filter { token in
      sentence[token].upos != .punct && content.contains { $0.contains(sentence[token].span) }
    }
    return inside.allSatisfy { token in
      if passage.quotation[token] >= 0 { return false }
      if inside.contains(sentence[token].head) { return true }
      return sentence[token].upos.isNominal && passage.finiteness(of: token) == 0
        && !sentence.children(of: token).contains { isClauseOn($0, passage) }
    }
  }

  /// Whether a dependent of a noun is the clause that it stands for: "the claim that it rains".
  private func isClauseOn(_ token: Int, _ passage: Passage) -> Bool {
    passage.sentence[token].relation == .acl && [1, 2].contains(passage.finiteness(of: token))
  }

  /// Whether cue or content names speech or belief by a noun: "filed a complaint".
  private func namesSpeech(_ proposal: Proposal, _ passage: Passage) -> Bool {
    let sentence = passage.sentence
    return sentence.children(of: proposal.token).contains { token in
      sentence[token].upos == .noun
        && [.obj, .obl, .nsubjPass].contains(sentence[token].relation)
        && CueLexicon.standard.entry(lemma: sentence[token].lemma, part: .noun) != nil
    }
  }
}
