public import Mentions
import Records
public import Syntax
import Text

/// Reads who does what to whom, and whether it happened: events after PLOVER (Open Event Data
/// Alliance, CC BY-SA 4.0) from verbs, nouns and adjectives, each with its parties from syntax and
/// its status from all that governs it.
public struct EventReader: Sendable {
  private let lexicon: EventLexicon
  private let neighbours: VerbNeighbours?
  private let factuality = FactualityReader()
  private static let standardNeighbours = VerbNeighbours(.standard)

  /// A reader with the standard lexicon, or with one that holds the user's own rows too.
  public init(lexicon: EventLexicon = .standard) {
    self.lexicon = lexicon
    // The user's own rows are the user's own: no other verb takes its type from them.
    neighbours = Self.standardNeighbours
  }

  /// The events of a parsed report, in text order; repeated tellings of one act are one event.
  ///
  /// - Parameters:
  ///   - parsed: the report.
  ///   - cast: who is in it.
  ///   - dates: the phrases that tell when, each of which goes to the event that it hangs on.
  ///   - places: the named places, each likewise.
  public func read(
    _ parsed: ParsedText, cast: Cast, dates: [DateMention] = [], places: [PlaceMention] = []
  ) -> [FoundEvent] {
    var merger = EventMerger()
    let datesBySentence = Dictionary(grouping: dates, by: \.sentence)
    let placesBySentence = Dictionary(grouping: places, by: \.sentence)
    let tags = VerbTags(lexicon: lexicon)
    for (index, written) in parsed.sentences.enumerated() {
      let sentence = tags.mended(written)
      let circumstances = EventCircumstances(
        sentence: sentence, dates: datesBySentence[index] ?? [],
        places: placesBySentence[index] ?? [])
      let arguments = ClauseArguments(sentence: sentence, index: index, cast: cast)
      let finder = SentenceEvents(
        arguments: arguments, lexicon: lexicon, neighbours: neighbours, factuality: factuality)
      for candidate in finder.candidates() {
        merger.add(event(from: candidate, arguments: arguments, circumstances: circumstances))
      }
    }
    return merger.events
  }

  private func event(
    from candidate: SentenceEvents.Candidate, arguments: ClauseArguments,
    circumstances: EventCircumstances
  ) -> FoundEvent {
    let spans = EventSpans(sentence: arguments.sentence)
    let trigger = spans.joined([candidate.predicate] + candidate.nouns)
    let telling = Telling(
      predicate: TokenAddress(arguments.index, candidate.predicate), trigger: trigger,
      words: spans.telling(
        candidate.predicate, parties: candidate.nouns + candidate.actors + candidate.recipients),
      factuality: candidate.reading,
      date: circumstances.date(
        of: candidate.predicate, nouns: candidate.nouns, tense: candidate.reading.tense))
    return FoundEvent(
      type: candidate.entry.type, mode: candidate.entry.mode, contexts: candidate.entry.contexts,
      actors: entities(candidate.actors, arguments),
      recipients: entities(candidate.recipients, arguments),
      actorSpans: candidate.actors.map { words(of: $0, spans, arguments) },
      recipientSpans: candidate.recipients.map { words(of: $0, spans, arguments) },
      tellings: [telling],
      place: circumstances.place(
        of: candidate.predicate, nouns: candidate.nouns, isVisit: candidate.entry.mode == "visit"),
      size: circumstances.size(
        of: candidate.predicate, nouns: candidate.nouns, recipients: candidate.recipients),
      by: candidate.entry.by)
  }

  /// A party's words; for a pronoun, the phrase of the same sentence that it stands for.
  private func words(of head: Int, _ spans: EventSpans, _ arguments: ClauseArguments) -> Span {
    let cast = arguments.cast
    if arguments.sentence[head].upos == .pron,
      let entity = cast.entity(at: TokenAddress(arguments.index, head)),
      let named = cast.entities[entity].mentions.first(where: {
        $0.sentence == arguments.index && $0.kind != .pronoun && $0.kind != .demonym
      })
    {
      return spans.nounPhrase(named.head)
    }
    return spans.nounPhrase(head)
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
          // "representatives from the Foreign Ministry and the Defence Ministry" are of both.
          let owners = arguments.withConjuncts(arguments.heads(slot, of: head))
            .compactMap { arguments.cast.entity(at: TokenAddress(arguments.index, $0)) }
          if !owners.isEmpty {
            // Who comes from somebody acts for them.
            let acts =
              slot == .preposition("from")
              && EventWords.envoys.contains(arguments.sentence[head].lemma)
            entities = entities.isEmpty || acts ? owners : entities
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
