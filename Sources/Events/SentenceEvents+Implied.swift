import Mentions
import Records
import Syntax

/// Events that a telling implies beside what its predicate tells, and recipients of other certainty.
extension SentenceEvents {
  /// "with the minister, and probably with the president": recipients of other certainty are told
  /// by an event of their own.
  func split(_ candidate: Candidate) -> [Candidate] {
    var sure = candidate
    var others: [Candidate] = []
    for recipient in candidate.recipients {
      guard let hedged = factuality.hedging(candidate.reading, at: recipient, in: sentence) else {
        continue
      }
      var other = candidate
      other.recipients = [recipient]
      other.reading = hedged
      others.append(other)
      sure.recipients.removeAll { $0 == recipient }
    }
    return sure.recipients.isEmpty && !others.isEmpty ? others : [sure] + others
  }

  /// "The minister said that they must disarm": who says so asks it of them.
  func demand(at predicate: Int) -> Candidate? {
    guard sentence[predicate].upos.isVerbal || sentence[predicate].upos == .adj,
      sentence[predicate].relation == .ccomp, sentence[predicate].head >= 0,
      let modal = sentence.children(of: predicate).first(where: {
        sentence[$0].relation == .aux
          && (sentence[$0].lemma == "must" || sentence[$0].lemma == "should")
      }), let entry = lexicon.entries("demand")?.verb.first
    else { return nil }
    let speakers = arguments.subjects(of: sentence[predicate].head).filter(arguments.isSomebody)
    let asked = arguments.surfaceSubjects(of: predicate, depth: 0).filter(arguments.isSomebody)
    guard !speakers.isEmpty, let first = asked.first, sentence[first].upos != .pron,
      !sentence.children(of: first).contains(where: { sentence[$0].lemma.lowercased() == "no" })
    else { return nil }
    let reading = factuality.judge(sentence[predicate].head, in: sentence)
    return Candidate(
      entry: entry, predicate: modal, nouns: [], actors: arguments.withConjuncts(speakers),
      recipients: arguments.withConjuncts(asked), reading: reading)
  }

  /// "said it will boycott the vote": a hostile act that somebody tells of as their own and still
  /// to come is a threat.
  func announcement(of candidate: Candidate) -> Candidate? {
    switch candidate.entry.type {
    case .coerce, .sanction, .assault, .protest: break
    default: return nil
    }
    let status = candidate.reading.status
    guard status == .planned || status == .conditional else { return nil }
    var clause = candidate.predicate
    while sentence[clause].relation == .conj, sentence[clause].head >= 0 {
      clause = sentence[clause].head
    }
    let speech = sentence[clause].head
    guard sentence[clause].relation == .ccomp, speech >= 0, speech < clause,
      EventWords.announcing.contains(sentence[speech].lemma),
      let entry = lexicon.entries("threaten")?.verb.first
    else { return nil }
    let speakers = arguments.subjects(of: speech).filter(arguments.isSomebody)
    let reading = factuality.judge(speech, in: sentence)
    guard let speaker = speakers.first, reading.status.isFact, !candidate.recipients.isEmpty,
      arguments.surfaceSubjects(of: clause, depth: 0).contains(where: {
        $0 == speaker || sentence[$0].upos == .pron
          || EventWords.governments.contains(sentence[$0].lemma)
          || arguments.entity(at: $0) != nil
            && arguments.entity(at: $0) == arguments.entity(at: speaker)
      })
    else { return nil }
    return Candidate(
      entry: entry, predicate: speech, nouns: [], actors: arguments.withConjuncts(speakers),
      recipients: candidate.recipients, reading: reading)
  }

  /// "called off a meeting": what is dropped or put off is told as itself beside the refusal, with the
  /// status that it has now.
  func droppedAct(_ candidate: Candidate) -> Candidate? {
    guard candidate.entry.type == .reject, candidate.reading.status.isFact,
      EventWords.dropping.contains(sentence[candidate.predicate].lemma),
      let noun = candidate.nouns.first,
      let entry = lemmas(of: noun).lazy.compactMap({ lexicon.entries($0)?.noun.first }).first
    else { return nil }
    var act = candidate
    act.entry = entry
    act.predicate = noun
    act.nouns = []
    act.reading = factuality.judge(noun, in: sentence)
    return act.reading.status.isFact ? nil : act
  }

  /// "will not lift the embargo" refuses what it says will not be done.
  func refusal(_ candidate: Candidate) -> Candidate? {
    let predicate = candidate.predicate
    guard candidate.reading.status == .denied, candidate.reading.tense == .future else {
      return nil
    }
    var words: [Int] = []
    for child in sentence.children(of: predicate) {
      let token = sentence[child]
      if token.relation == .aux, token.xpos == "MD" { words.append(child) }
      if token.relation == .advmod, token.lemma == "not" || token.lemma == "never" {
        words.append(child)
      }
    }
    switch candidate.entry.type {
    case .concede, .retreat, .agree, .aid, .cooperate: break
    default: return nil
    }
    guard words.count > 1, !candidate.actors.isEmpty,
      let entry = lexicon.entries("refuse")?.verb.first
    else { return nil }
    var refusal = candidate
    refusal.entry = entry
    if refusal.recipients.isEmpty {
      refusal.recipients = conditionParty(of: predicate, besides: candidate.actors)
    }
    refusal.predicate = words[0]
    refusal.nouns = Array(words.dropFirst())
    refusal.reading = Factuality(
      certainty: .certain, polarity: .positive, tense: .past, status: .happened,
      by: "factuality: will not")
    return refusal
  }

  /// "will not end the strike until *the government* pays": whom a refusal is held against.
  private func conditionParty(of predicate: Int, besides actors: [Int]) -> [Int] {
    for child in sentence.children(of: predicate) where sentence[child].relation == .advcl {
      guard ["until", "till", "unless", "before"].contains(where: { arguments.hasMark($0, child) })
      else { continue }
      let parties = (arguments.subjects(of: child) + arguments.objects(of: child)).filter {
        !actors.contains($0) && sentence[$0].upos != .pron && arguments.isSomebody($0)
      }
      if let party = parties.first { return [party] }
    }
    return []
  }
}
