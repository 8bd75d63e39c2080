import Attributions
import Events
import Mentions
import Records
import Text

/// Joins events to the attributions that vouch for them.
///
/// An event keeps the status of its strongest telling: the report's own voice before anybody
/// else's, a told fact before anything less. What is told as done only inside somebody's words is
/// `claimed`.
struct EventAssembly {
  private struct Weighed {
    let telling: Telling
    let authority: [Int]
    let status: EventStatus

    init(_ telling: Telling, voices: Voices) {
      self.telling = telling
      authority = voices.chain(around: telling)
      let status = telling.factuality.status
      let isClaim = authority.contains { voices.leavesToSource($0, telling) }
      self.status = status.isFact && isClaim ? .claimed : status
    }

    /// Lower is stronger.
    var weakness: (Int, Int, Span) {
      (authority.isEmpty ? 0 : 1, status.isFact || status == .claimed ? 0 : 1, telling.words)
    }
  }

  let voices: Voices
  let attributionIDs: [String]
  let actorIDs: [Int: String]

  /// The record's events in text order, without their ids.
  func events(from found: [FoundEvent]) -> [Event] {
    found.compactMap(event(from:)).sorted {
      ($0.words, $0.trigger.first) < ($1.words, $1.trigger.first)
    }
  }

  private func event(from found: FoundEvent) -> Event? {
    let weighed = found.tellings.map { Weighed($0, voices: voices) }
      .sorted { $0.weakness < $1.weakness }
    guard let strongest = weighed.first else { return nil }
    var event = Event(
      type: found.type, mode: found.mode, contexts: found.contexts,
      actors: found.actors.compactMap { actorIDs[$0] },
      recipients: found.recipients.compactMap { actorIDs[$0] },
      actorSpans: found.actorSpans, recipientSpans: found.recipientSpans,
      trigger: strongest.telling.trigger, words: strongest.telling.words,
      status: strongest.status, certainty: strongest.telling.factuality.certainty,
      polarity: strongest.telling.factuality.polarity, tense: strongest.telling.factuality.tense,
      date: weighed.lazy.compactMap(\.telling.date).first, place: found.place, size: found.size,
      authority: strongest.authority.map { attributionIDs[$0] },
      by: found.by + ", " + strongest.telling.factuality.by)
    event.mentions = weighed.dropFirst()
      .map {
        EventMention(words: $0.telling.words, authority: $0.authority.map { attributionIDs[$0] })
      }
      .sorted { $0.words < $1.words }
    return event
  }
}

private func < (left: (Span, Span?), right: (Span, Span?)) -> Bool {
  left.0 != right.0 ? left.0 < right.0 : (left.1 ?? left.0) < (right.1 ?? right.0)
}
