import Mentions
import Records
import Syntax
import Text

/// Finds the events that one sentence tells.
struct SentenceEvents {
  let arguments: ClauseArguments
  let lexicon: EventLexicon
  let neighbours: VerbNeighbours?
  let factuality: FactualityReader

  var sentence: Sentence { arguments.sentence }

  /// An event that a predicate tells, with its parties' head words.
  struct Candidate {
    var entry: EventLexicon.Entry
    var predicate: Int
    /// Nouns that tell the event together with their verb: "held *talks*".
    var nouns: [Int]
    var actors: [Int]
    var recipients: [Int]
    var reading: Factuality
  }

  /// The events in the order of their predicates.
  func candidates() -> [Candidate] {
    var found: [Candidate] = []
    var told: [Int] = []
    for predicate in 0..<sentence.count {
      guard let entries = entries(at: predicate), !entries.isEmpty,
        let (entry, nouns) = best(of: entries, at: predicate),
        let candidate = candidate(entry, nouns: nouns, at: predicate)
      else { continue }
      found += split(candidate)
      told += nouns
      if let refusal = refusal(candidate) { found.append(refusal) }
      if let threat = announcement(of: candidate) { found.append(threat) }
    }
    for predicate in 0..<sentence.count {
      if let demand = demand(at: predicate) { found.append(demand) }
    }
    return (found.filter { !told.contains($0.predicate) } + found.compactMap(droppedAct))
      .sorted { $0.predicate < $1.predicate }
  }

  // MARK: - Which entry

  private func entries(at index: Int) -> [EventLexicon.Entry]? {
    let token = sentence[index]
    switch token.upos {
    case .verb:
      if token.relation == .compound || token.relation == .case { return nil }
      if token.relation == .amod, arguments.objects(of: index).first.map({ $0 < index }) ?? true {
        return nil
      }
      if let particle = particle(of: index),
        let found = lexicon.entries(token.lemma + "_" + sentence[particle].lemma)
      {
        return found.verb
      }
      // "rolled back tariffs", whatever a tagger made of "back".
      if index + 1 < sentence.count, Self.isParticle(sentence[index + 1].form),
        sentence[index + 1].relation != .case,
        let found = lexicon.entries(token.lemma + "_" + sentence[index + 1].form)
      {
        return found.verb
      }
      if let known = lexicon.entries(token.lemma) { return known.verb }
      return neighbours?.entries(token.lemma)
    case .noun, .propn:
      if token.relation == .compound || token.relation == .flat { return nil }
      // "Blessing Adeyemi": a name of several words tells no event.
      if token.upos == .propn, sentence.child(of: index, .flat) != nil { return nil }
      for lemma in lemmas(of: index) {
        if let found = lexicon.entries(lemma)?.noun, !found.isEmpty { return found }
      }
      return nil
    case .adj: return lexicon.entries(token.lemma)?.adjective
    default: return nil
    }
  }

  private static func isParticle(_ form: String) -> Bool {
    switch form {
    case "back", "up", "out", "off", "down", "over", "away": true
    default: false
    }
  }

  private func particle(of verb: Int) -> Int? {
    sentence.children(of: verb).first {
      let child = sentence[$0]
      if child.relation == .compoundPrt { return true }
      guard $0 == verb + 1 else { return false }
      return child.relation == .advmod && child.upos == .adv && child.lemma.utf8.count <= 5
        || child.relation == .xcomp && child.upos == .adj
    }
  }

  private func best(
    of entries: [EventLexicon.Entry], at predicate: Int
  ) -> (EventLexicon.Entry, nouns: [Int])? {
    var best: (EventLexicon.Entry, nouns: [Int])?
    for entry in entries where best.map({ $0.0.weight < entry.weight }) ?? true {
      if let nouns = fit(entry.frame, at: predicate) { best = (entry, nouns) }
    }
    return best
  }

  // MARK: - Who to whom

  private func candidate(
    _ entry: EventLexicon.Entry, nouns: [Int], at predicate: Int
  ) -> Candidate? {
    let isNoun = sentence[predicate].upos.isNominal
    let parties = parties(of: entry, nouns: nouns, at: predicate)
    let (actors, recipients) = (parties.actors, parties.recipients)
    if recipients.isEmpty, isNoun, actors.isEmpty { return nil }
    // A frame's own noun tells what is done ("a deal was signed", "lifted the curfew").
    let told = !recipients.isEmpty || !nouns.isEmpty
    let hasBoth =
      !isNoun && !actors.isEmpty && (!nouns.isEmpty || told && entry.type == .assault)
    // What is called off is told by its own noun, as called off.
    let isDropped = recipients.isEmpty && EventWords.dropping.contains(sentence[predicate].lemma)
    let isDone = !isNoun && told && !isDropped && arguments.isPassive(predicate)
    guard
      hasBoth || isDone
        || (actors + recipients).contains(where: {
          arguments.isSomebody($0) || arguments.belongsToSomebody($0)
        })
    else { return nil }
    // What is told in passing is told with both its parties or not at all, but for casualties
    // ("the shelling that killed ten villagers").
    if isBackground(predicate), actors.isEmpty || recipients.isEmpty {
      guard !recipients.isEmpty, sentence[predicate].relation == .aclRelcl,
        EventWords.kills.contains(sentence[predicate].lemma)
          || EventWords.injures.contains(sentence[predicate].lemma)
      else { return nil }
    }
    return Candidate(
      entry: entry, predicate: predicate, nouns: nouns, actors: actors, recipients: recipients,
      reading: reading(of: entry, nouns, at: predicate))
  }

  /// How sure the words leave it: "planned a march" tells what became of the march, not of the
  /// planning.
  private func reading(
    of entry: EventLexicon.Entry, _ nouns: [Int], at predicate: Int
  ) -> Factuality {
    guard EventWords.planning.contains(sentence[predicate].lemma),
      let act = nouns.first(where: { noun in
        lemmas(of: noun).contains {
          lexicon.entries($0)?.noun.contains { $0.type == entry.type } == true
        }
      })
    else { return factuality.judge(predicate, in: sentence) }
    return factuality.judge(act, in: sentence)
  }

  /// Whether a predicate stands beside the main line: a participle or relative clause at a noun, a
  /// noun below another phrase.
  private func isBackground(_ predicate: Int) -> Bool {
    switch sentence[predicate].relation {
    case .acl, .aclRelcl, .amod, .nmod, .nmodPoss, .obl, .appos: true
    default: false
    }
  }

  /// "with the minister, and probably with the president": recipients of other certainty are told
  /// by an event of their own.
  private func split(_ candidate: Candidate) -> [Candidate] {
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
  private func demand(at predicate: Int) -> Candidate? {
    guard sentence[predicate].upos.isVerbal || sentence[predicate].upos == .adj,
      sentence[predicate].relation == .ccomp, sentence[predicate].head >= 0,
      let modal = sentence.children(of: predicate).first(where: {
        sentence[$0].relation == .aux
          && (sentence[$0].lemma == "must" || sentence[$0].lemma == "should")
      }), let entry = lexicon.entries("demand")?.verb.first
    else { return nil }
    let speakers = arguments.subjects(of: sentence[predicate].head).filter(arguments.isSomebody)
    let asked = arguments.surfaceSubjects(of: predicate, depth: 0).filter(arguments.isSomebody)
    guard !speakers.isEmpty, !asked.isEmpty, sentence[asked[0]].upos != .pron else { return nil }
    let reading = factuality.judge(sentence[predicate].head, in: sentence)
    return Candidate(
      entry: entry, predicate: modal, nouns: [], actors: arguments.withConjuncts(speakers),
      recipients: arguments.withConjuncts(asked), reading: reading)
  }

  /// "said it will boycott the vote": a hostile act that somebody tells of as their own and still
  /// to come is a threat.
  private func announcement(of candidate: Candidate) -> Candidate? {
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
  private func droppedAct(_ candidate: Candidate) -> Candidate? {
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
  private func refusal(_ candidate: Candidate) -> Candidate? {
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
