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
      if isAgentOfSame(candidate) { continue }
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

  /// "Killed by Russian *shelling*": a noun that names nobody else tells who did what its verb tells.
  private func isAgentOfSame(_ candidate: Candidate) -> Bool {
    let noun = sentence[candidate.predicate]
    guard noun.relation == .oblAgent, noun.upos.isNominal,
      !candidate.recipients.contains(where: arguments.isSomebody),
      let entries = entries(at: noun.head), let (entry, _) = best(of: entries, at: noun.head)
    else { return false }
    return entry.type == candidate.entry.type
  }

  // MARK: - Which entry

  func entries(at index: Int) -> [EventLexicon.Entry]? {
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

  /// Of the entries whose frame fits the one that asks for most, with the nouns that it takes.
  func best(
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
    if entry.type == .consult, isSpeakingToPress(predicate, recipients) { return nil }
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
    if actors.isEmpty, entry.type.isHostile, isOrder(predicate) { return nil }
    if entry.type == .assault, !actors.isEmpty,
      actors.allSatisfy({
        EventWords.disasters.contains(sentence[$0].lemma) && arguments.owner(of: $0) == nil
      })
    {
      return nil
    }
    if entry.mode == "ceasefire", repels(nouns, actors) { return nil }
    return Candidate(
      entry: entry, predicate: predicate, nouns: nouns, actors: actors, recipients: recipients,
      reading: reading(of: entry, nouns, at: predicate))
  }

  /// "Was not authorised to discuss the matter", "spoke to reporters": who tells something, or may not,
  /// consults nobody.
  private func isSpeakingToPress(_ predicate: Int, _ recipients: [Int]) -> Bool {
    guard EventWords.speaking.contains(sentence[predicate].lemma) else { return false }
    if sentence[predicate].relation == .xcomp, sentence[predicate].head >= 0,
      EventWords.permitting.contains(sentence[sentence[predicate].head].lemma)
    {
      return true
    }
    return !recipients.isEmpty
      && recipients.allSatisfy {
        sentence[$0].upos == .noun && EventWords.press.contains(sentence[$0].lemma)
      }
  }

  /// "Its defences stopped *Pakistani* attacks": who stops what others do ceases no fire.
  private func repels(_ acts: [Int], _ actors: [Int]) -> Bool {
    acts.contains { act in
      guard let attacker = arguments.owner(of: act),
        arguments.entity(at: attacker) != nil || sentence[attacker].relation == .nmodPoss
      else { return false }
      func isAttacker(_ word: Int) -> Bool {
        guard let entity = arguments.entity(at: word) else { return word == attacker }
        return entity == arguments.entity(at: attacker)
      }
      return !actors.isEmpty
        && !actors.contains { actor in
          isAttacker(actor) || arguments.owner(of: actor).map(isAttacker) ?? false
        }
    }
  }

  /// Whether a verb opens its sentence as an order does: in a report's own words a hostile one is a noun
  /// that was taken for a verb, "Strike cripples ports".
  private func isOrder(_ predicate: Int) -> Bool {
    predicate == 0 && sentence[0].upos == .verb && ["VB", "VBP"].contains(sentence[0].xpos)
  }

  /// How sure the words leave it: "planned a march", "considered sanctions" tell what became of the march
  /// and the sanctions, not of the planning.
  private func reading(
    of entry: EventLexicon.Entry, _ nouns: [Int], at predicate: Int
  ) -> Factuality {
    guard EventWords.planning.contains(sentence[predicate].lemma) else {
      return factuality.judge(predicate, in: sentence)
    }
    let act = nouns.first { noun in
      lemmas(of: noun).contains {
        lexicon.entries($0)?.noun.contains { $0.type == entry.type } == true
      }
    }
    return factuality.judge(act ?? nouns.first ?? predicate, in: sentence)
  }

  /// Whether a predicate stands beside the main line: a participle or relative clause at a noun, a
  /// noun below another phrase.
  private func isBackground(_ predicate: Int) -> Bool {
    switch sentence[predicate].relation {
    case .acl, .aclRelcl, .amod, .nmod, .nmodPoss, .obl, .appos: true
    default: false
    }
  }
}
