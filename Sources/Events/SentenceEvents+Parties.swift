import Mentions
import Records
import Syntax

/// Who does what a predicate tells, and to whom.
extension SentenceEvents {
  /// The two sides of an act, as head words.
  struct Parties {
    var actors: [Int]
    var recipients: [Int]
  }

  /// The parties of an entry that fits at a predicate.
  func parties(of entry: EventLexicon.Entry, nouns: [Int], at predicate: Int) -> Parties {
    let search = PartySearch(
      arguments: arguments, entry: entry, predicate: predicate, nouns: nouns)
    return search.parties()
  }
}

/// Looks for the parties of one predicate, from the places where its frame has them to wherever
/// its phrase names somebody.
private struct PartySearch {
  let arguments: ClauseArguments
  let entry: EventLexicon.Entry
  let predicate: Int
  let nouns: [Int]

  private var sentence: Sentence { arguments.sentence }
  private var isNoun: Bool { sentence[predicate].upos.isNominal }

  /// Who may stand at a slot.
  private enum Filter { case somebody, belonging, anybody }

  func parties() -> SentenceEvents.Parties {
    let slots = entry.frame.actor ?? (isNoun ? Self.nounActors : Self.verbActors)
    var actors = arguments.withConjuncts(first(slots, .somebody, exclude: []))
    if actors.count == 1 { actors = sides(of: actors[0]) ?? speaker(for: actors[0]) ?? actors }
    let recipients = recipients(besides: &actors)
    return SentenceEvents.Parties(actors: actors, recipients: recipients)
  }

  private func recipients(besides actors: inout [Int]) -> [Int] {
    let named = entry.frame.recipient ?? Self.verbRecipients
    for filter in [Filter.somebody, .belonging] {
      let found = first(named, filter, exclude: actors)
      if !found.isEmpty { return arguments.withConjuncts(found) }
    }
    if actors.count > 1, isMutual, !hasOtherObject {
      let others = Array(actors.dropFirst())
      actors = [actors[0]]
      return others
    }
    var found = first(named.filter { $0 == [.object] }, .anybody, exclude: actors)
    if found.isEmpty, !isNoun || entry.frame.recipient == nil {
      found = first(Self.otherRecipients, .somebody, exclude: actors)
    }
    if found.isEmpty { found = loose(.somebody, exclude: actors) }
    if found.isEmpty, isMutual, !isNoun, actors.count == 1,
      let (own, others) = members(of: actors[0])
    {
      actors = [own]
      return others
    }
    if found.isEmpty, !isNoun {
      found = arguments.deepParty(of: predicate, exclude: actors + nouns).map { [$0] } ?? []
    }
    if found.isEmpty { found = first(named, .anybody, exclude: actors) }
    if found.isEmpty, !isNoun { found = loose(.anybody, exclude: actors) }
    if found.isEmpty, !isNoun {
      found = first(Self.places, .somebody, exclude: actors)
      if found.isEmpty {
        found =
          arguments.deepParty(of: predicate, exclude: actors + nouns, inPlaces: true).map { [$0] }
          ?? []
      }
    }
    return arguments.withConjuncts(found)
  }

  private static let verbActors: [[Step]] = [[.subject]]
  private static let nounActors: [[Step]] = [
    [.possessor], [.preposition("by")], [.modifier], [.subject],
  ]
  private static let verbRecipients: [[Step]] = [[.object]]
  private static let otherRecipients: [[Step]] = [
    [.indirectObject], [.preposition("with")], [.preposition("against")], [.preposition("to")],
    [.preposition("on")], [.preposition("from")], [.preposition("for")],
    [.object, .preposition("with")], [.object, .preposition("against")],
    [.object, .preposition("to")], [.object, .preposition("on")], [.object, .preposition("of")],
  ]
  private static let places: [[Step]] = [
    [.preposition("in")], [.object, .preposition("in")], [.preposition("at")],
  ]

  private func first(_ slots: [[Step]], _ filter: Filter, exclude: [Int]) -> [Int] {
    for slot in slots {
      let heads = arguments.heads(slot, of: predicate).filter {
        !nouns.contains($0) && !measuresNoun($0) && !arguments.isTime($0) && $0 >= arguments.start
          && $0 != predicate
          && !sentence[$0].upos.isVerbal && !isSame($0, exclude)
          && (slot == [.subject] || !isIndefinite($0) && passes($0, filter, exclude))
      }
      if !heads.isEmpty { return heads }
    }
    return []
  }

  /// "Anyone", "nothing", "what": no one in particular.
  private func isIndefinite(_ head: Int) -> Bool {
    sentence[head].upos == .pron
      && (sentence[head].xpos == "NN" || sentence[head].lemma == "what")
  }

  /// "a *round* of talks": it only measures what the event's own noun tells.
  private func measuresNoun(_ head: Int) -> Bool {
    nouns.contains { sentence[$0].head == head }
      && EventWords.measures.contains(sentence[head].lemma)
  }

  private func passes(_ head: Int, _ filter: Filter, _ exclude: [Int]) -> Bool {
    switch filter {
    case .somebody: arguments.isSomebody(head)
    case .belonging:
      arguments.isSomebody(head)
        || arguments.owner(of: head).map { !isSame($0, exclude) } ?? false
    case .anybody: true
    }
  }

  /// Whether a word is one of these, or stands for the same one as they do.
  private func isSame(_ head: Int, _ others: [Int]) -> Bool {
    if others.contains(head) { return true }
    guard let entity = arguments.entity(at: head) else { return false }
    return others.contains { arguments.entity(at: $0) == entity }
  }

  /// A party behind one of the frame's prepositions, or any, further down in the phrase.
  private func loose(_ filter: Filter, exclude: [Int]) -> [Int] {
    var words: [String] = []
    let others = filter == .somebody ? Self.otherRecipients : []
    for slot in (entry.frame.recipient ?? []) + others {
      if case .preposition(let word)? = slot.last, !words.contains(word) { words.append(word) }
    }
    for word in words {
      for head in arguments.loose(word, of: predicate)
      where !isSame(head, exclude) && !nouns.contains(head) && passes(head, filter, exclude) {
        return [head]
      }
    }
    return []
  }

  private var isMutual: Bool {
    switch entry.type {
    case .consult, .agree, .cooperate, .support, .retreat, .reject: true
    default: false
    }
  }

  /// Whether something else than the event's own nouns is what is acted on.
  private var hasOtherObject: Bool {
    arguments.objects(of: predicate).contains { !nouns.contains($0) }
  }

  /// "the summit between A and B": A and B act where a meeting is told to.
  private func sides(of actor: Int) -> [Int]? {
    guard !arguments.isSomebody(actor) else { return nil }
    let sides = arguments.heads(.preposition("between"), of: actor)
    return sides.isEmpty ? nil : arguments.withConjuncts(sides)
  }

  /// "Peru said *it* will not sign": a pronoun that nothing else settles is whoever speaks.
  private func speaker(for actor: Int) -> [Int]? {
    guard sentence[actor].upos == .pron, arguments.entity(at: actor) == nil,
      sentence[actor].xpos == "PRP", sentence[actor].lemma != "you"
    else { return nil }
    let clause = sentence[actor].head
    guard clause >= 0, sentence[clause].relation == .ccomp, sentence[clause].head >= 0,
      EventWords.announcing.contains(sentence[sentence[clause].head].lemma)
    else { return nil }
    let speakers = arguments.subjects(of: sentence[clause].head).filter(arguments.isSomebody)
    return speakers.isEmpty ? nil : speakers
  }

  /// "British and EU negotiators", "the armies of Brazil and Argentina": a group of two sides that
  /// do something together.
  private func members(of group: Int) -> (Int, [Int])? {
    guard sentence[group].xpos == "NNS" || sentence[group].xpos == "NNPS" else { return nil }
    for child in sentence.children(of: group) {
      switch sentence[child].relation {
      case .amod, .compound, .nmod, .nmodPoss: break
      default: continue
      }
      let others = sentence.children(of: child).filter {
        sentence[$0].relation == .conj && !sentence[$0].upos.isVerbal
          && (arguments.isSomebody($0) || sentence[$0].upos == .propn)
      }
      if !others.isEmpty, arguments.isSomebody(child) || sentence[child].upos == .propn {
        return (child, others)
      }
    }
    return nil
  }
}
