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

  private var sentence: Sentence { arguments.sentence }

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
    }
    for predicate in 0..<sentence.count {
      if let demand = demand(at: predicate) { found.append(demand) }
    }
    return found.filter { !told.contains($0.predicate) }.sorted { $0.predicate < $1.predicate }
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
      if let particle = particle(of: index) {
        let joined = token.lemma + "_" + sentence[particle].lemma
        if let found = lexicon.entries(joined) { return found.verb }
      }
      if let known = lexicon.entries(token.lemma) { return known.verb }
      return neighbours?.entries(token.lemma)
    case .noun, .propn:
      if token.relation == .compound || token.relation == .flat { return nil }
      if let found = lexicon.entries(token.lemma) { return found.noun }
      return nil
    case .adj: return lexicon.entries(token.lemma)?.adjective
    default: return nil
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

  /// The nouns that the frame takes with the predicate; nil where it does not fit.
  private func fit(_ frame: EventFrame, at predicate: Int) -> [Int]? {
    if frame.needsPassive, !arguments.isPassive(predicate) { return nil }
    for step in frame.absent where !arguments.heads(step, of: predicate).isEmpty { return nil }
    if frame.needsClause, !hasClause(predicate) { return nil }
    if frame.needsGerund, !hasGerund(predicate) { return nil }
    var nouns: [Int] = []
    for constraint in frame.constraints {
      var heads = arguments.heads(constraint.path, of: predicate)
      if heads.isEmpty, constraint.path.count == 1, case .preposition(let word) = constraint.path[0]
      {
        heads = arguments.loose(word, of: predicate)
      }
      var passes = false
      for head in heads {
        switch constraint.test {
        case .any: passes = true
        case .somebody: passes = passes || arguments.isSomebody(head)
        case .place: passes = passes || arguments.isPlace(head)
        case .hostile: passes = passes || isHostile(head)
        case .member(let lemmas):
          for noun in [head] + contents(of: head) where lemmas.contains(lemma(noun)) {
            passes = true
            nouns.append(noun)
          }
        }
      }
      guard passes else { return nil }
    }
    return nouns
  }

  private func lemma(_ index: Int) -> String {
    let lemma = sentence[index].lemma
    return lemma.utf8.first.map { $0 < 0x5B } == true ? lemma.lowercased() : lemma
  }

  /// What a measuring noun holds: "a round of talks", "dozens of rockets".
  private func contents(of head: Int) -> [Int] {
    EventWords.measures.contains(sentence[head].lemma)
      ? sentence.children(of: head).filter {
        sentence[$0].relation == .nmod && arguments.hasCase("of", $0)
      } : []
  }

  private func hasClause(_ verb: Int) -> Bool {
    sentence.children(of: verb).contains {
      sentence[$0].relation == .ccomp && !arguments.hasMark("to", $0)
    }
  }

  private func hasGerund(_ verb: Int) -> Bool {
    sentence.children(of: verb).contains {
      let relation = sentence[$0].relation
      return sentence[$0].xpos == "VBG"
        && (relation == .xcomp || relation == .ccomp || relation == .obj)
    }
  }

  private func isHostile(_ verb: Int) -> Bool {
    lexicon.entries(sentence[verb].lemma)?.verb.contains {
      switch $0.type {
      case .assault, .coerce, .sanction, .threaten, .mobilize: true
      default: false
      }
    } ?? false
  }

  // MARK: - Who to whom

  private func candidate(
    _ entry: EventLexicon.Entry, nouns: [Int], at predicate: Int
  ) -> Candidate? {
    let isNoun = sentence[predicate].upos.isNominal
    let actorSlots = entry.frame.actor ?? (isNoun ? Self.nounActors : Self.verbActors)
    var actors = expanded(firstParty(actorSlots, of: predicate, nouns: nouns, exclude: []))
    let named = entry.frame.recipient ?? Self.verbRecipients
    var recipients = expanded(firstParty(named, of: predicate, nouns: nouns, exclude: actors))
    if recipients.isEmpty, actors.count > 1, isMutual(entry.type) {
      recipients = Array(actors.dropFirst())
      actors = [actors[0]]
    }
    if recipients.isEmpty {
      let direct = named.filter { $0 == [.object] }
      recipients = expanded(
        firstParty(direct, of: predicate, nouns: nouns, exclude: actors, anybody: true))
    }
    if recipients.isEmpty, !isNoun || entry.frame.recipient == nil {
      recipients = expanded(
        firstParty(Self.otherRecipients, of: predicate, nouns: nouns, exclude: actors))
    }
    if recipients.isEmpty {
      recipients = expanded(
        firstParty(named, of: predicate, nouns: nouns, exclude: actors, anybody: true))
    }
    if recipients.isEmpty, let party = looseRecipient(of: predicate, entry: entry, exclude: actors)
    {
      recipients = expanded([party])
    }
    if recipients.isEmpty, !isNoun,
      let party = arguments.deepParty(of: predicate, exclude: actors)
    {
      recipients = expanded([party])
    }
    if recipients.isEmpty, !isNoun {
      recipients = expanded(
        firstParty([[.preposition("in")]], of: predicate, nouns: nouns, exclude: actors))
    }
    if recipients.isEmpty, isNoun, actors.isEmpty { return nil }
    let hasBoth = !actors.isEmpty && !recipients.isEmpty && !isNoun && entry.type == .assault
    let isDone = !isNoun && !recipients.isEmpty && arguments.isPassive(predicate)
    guard
      hasBoth || isDone
        || (actors + recipients).contains(where: {
          arguments.isSomebody($0) || arguments.belongsToSomebody($0)
        })
    else { return nil }
    // What is told in passing is told with both its parties or not at all.
    if isBackground(predicate), actors.isEmpty || recipients.isEmpty { return nil }
    return Candidate(
      entry: entry, predicate: predicate, nouns: nouns, actors: actors, recipients: recipients,
      reading: factuality.judge(predicate, in: sentence))
  }

  /// Whether a predicate stands beside the main line: a participle or relative clause at a noun, a
  /// noun below another phrase.
  private func isBackground(_ predicate: Int) -> Bool {
    switch sentence[predicate].relation {
    case .acl, .aclRelcl, .amod, .nmod, .nmodPoss, .obl, .appos: true
    default: false
    }
  }

  /// A party behind one of the frame's prepositions, or any, further down in the phrase.
  private func looseRecipient(
    of predicate: Int, entry: EventLexicon.Entry, exclude: [Int]
  ) -> Int? {
    var words: [String] = []
    for slot in (entry.frame.recipient ?? []) + Self.otherRecipients {
      if case .preposition(let word)? = slot.last, !words.contains(word) { words.append(word) }
    }
    for word in words {
      for head in arguments.loose(word, of: predicate)
      where !exclude.contains(head) && arguments.isSomebody(head) {
        return head
      }
    }
    return nil
  }

  private static let verbActors: [[Step]] = [[.subject]]
  private static let nounActors: [[Step]] = [
    [.possessor], [.preposition("by")], [.modifier], [.subject],
  ]
  private static let verbRecipients: [[Step]] = [[.object]]
  private static let otherRecipients: [[Step]] = [
    [.indirectObject], [.preposition("with")], [.preposition("against")], [.preposition("to")],
    [.preposition("on")], [.preposition("from")], [.preposition("for")],
    [.object, .preposition("of")], [.object, .possessor], [.object, .preposition("by")],
    [.object, .preposition("from")],
  ]

  private func firstParty(
    _ slots: [[Step]], of predicate: Int, nouns: [Int], exclude: [Int], anybody: Bool = false
  ) -> [Int] {
    for slot in slots {
      let heads = arguments.heads(slot, of: predicate).filter {
        !exclude.contains($0) && !nouns.contains($0) && !arguments.isTime($0)
          && $0 >= arguments.start && $0 != predicate && !sentence[$0].upos.isVerbal
          && (anybody || arguments.isSomebody($0) || slot == [.subject])
      }
      if !heads.isEmpty { return heads }
    }
    return []
  }

  /// Parties with their conjuncts.
  private func expanded(_ heads: [Int]) -> [Int] {
    var parties = heads
    for head in heads {
      for child in sentence.children(of: head)
      where sentence[child].relation == .conj && !sentence[child].upos.isVerbal {
        if !parties.contains(child) { parties.append(child) }
      }
    }
    return parties
  }

  private func isMutual(_ type: EventType) -> Bool {
    switch type {
    case .consult, .agree, .cooperate, .support, .retreat, .reject: true
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
      entry: entry, predicate: modal, nouns: [], actors: expanded(speakers),
      recipients: expanded(asked), reading: reading)
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
    refusal.predicate = words[0]
    refusal.nouns = Array(words.dropFirst())
    refusal.reading = Factuality(
      certainty: .certain, polarity: .positive, tense: .past, status: .happened,
      by: "factuality: will not")
    return refusal
  }
}
