public import Mentions
import Records
public import Syntax
import Text

/// Reads who does what to whom, and whether it happened: events after PLOVER (Open Event Data
/// Alliance, CC BY-SA 4.0) from verbs, nouns and adjectives, each with its parties from syntax and
/// its status from all that governs it.
public struct EventReader: Sendable {
  private let lexicon: EventLexicon
  private let factuality = FactualityReader()

  /// A reader with the standard lexicon, or with one that holds the user's own rows too.
  public init(lexicon: EventLexicon = .standard) {
    self.lexicon = lexicon
  }

  /// The events of a parsed report, in text order; repeated tellings of one act are one event.
  public func read(_ parsed: ParsedText, cast: Cast) -> [FoundEvent] {
    var merger = EventMerger()
    for (index, sentence) in parsed.sentences.enumerated() {
      let arguments = ClauseArguments(sentence: sentence, index: index, cast: cast)
      let finder = SentenceEvents(arguments: arguments, lexicon: lexicon, factuality: factuality)
      for candidate in finder.candidates() {
        merger.add(event(from: candidate, arguments: arguments))
      }
    }
    return merger.events
  }

  private func event(
    from candidate: SentenceEvents.Candidate, arguments: ClauseArguments
  ) -> FoundEvent {
    let spans = EventSpans(sentence: arguments.sentence)
    let trigger = spans.joined([candidate.predicate] + candidate.nouns)
    let telling = Telling(
      predicate: TokenAddress(arguments.index, candidate.predicate), trigger: trigger,
      words: spans.telling(
        candidate.predicate, parties: candidate.nouns + candidate.actors + candidate.recipients),
      factuality: candidate.reading)
    return FoundEvent(
      type: candidate.entry.type, mode: candidate.entry.mode, contexts: candidate.entry.contexts,
      actors: entities(candidate.actors, arguments),
      recipients: entities(candidate.recipients, arguments),
      actorSpans: candidate.actors.map(spans.nounPhrase),
      recipientSpans: candidate.recipients.map(spans.nounPhrase),
      tellings: [telling], by: candidate.entry.by)
  }

  /// The entities of parties: of the phrase itself, else of whom it belongs to ("representatives
  /// from Israel's Foreign Ministry").
  private func entities(_ heads: [Int], _ arguments: ClauseArguments) -> [Int] {
    var found: [Int] = []
    for head in heads {
      var entities = [arguments.cast.entity(at: TokenAddress(arguments.index, head))].compactMap(
        \.self)
      if entities.isEmpty || !(entities.contains { arguments.cast.entities[$0].isNamed }) {
        for slot in Self.belonging {
          let owners = arguments.heads(slot, of: head).compactMap {
            arguments.cast.entity(at: TokenAddress(arguments.index, $0))
          }
          if !owners.isEmpty {
            entities = entities.isEmpty ? owners : entities
            break
          }
        }
      }
      for entity in entities where !found.contains(entity) { found.append(entity) }
    }
    return found
  }

  private static let belonging: [Step] = [
    .preposition("from"), .preposition("of"), .possessor, .modifier,
  ]
}
