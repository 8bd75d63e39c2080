import Records
import Text

/// Events, paired with the reading's by type and words; nothing unfinished may be told as done.
enum EventsScore {
  static func lines(_ reading: SeedReading, _ record: Record) -> [SeedScore.Line] {
    let text = SourceText(record.text)
    let names = Dictionary(uniqueKeysWithValues: record.actors.map { ($0.id, $0) })
    func named(_ ids: [String], _ wanted: [String]) -> Bool {
      wanted.allSatisfy { name in
        ids.compactMap { names[$0] }.contains { actor in
          ([actor.name] + actor.aliases).contains { sameName($0, name) }
        }
      }
    }
    func tellings(_ event: Event) -> [Span] { [event.words] + event.mentions.map(\.words) }
    func candidates(_ gold: SeedReading.Event) -> [Event] {
      record.events.filter { event in
        event.type.rawValue == gold.type && tellings(event).contains { $0.overlaps(gold.words) }
      }
    }
    func line(_ name: String, _ passes: @escaping (SeedReading.Event, Event) -> Bool)
      -> SeedScore.Line
    {
      SeedScore.Line(
        name, reading.events, passes: { gold in candidates(gold).contains { passes(gold, $0) } },
        called: { "\($0.id) \($0.type) \($0.status): \(text[$0.words])" })
    }
    func statusRight(_ gold: SeedReading.Event, _ event: Event) -> Bool {
      gold.rightStatuses.contains(event.status.rawValue)
    }
    func actorsRight(_ gold: SeedReading.Event, _ event: Event) -> Bool {
      named(event.actors, gold.source) && named(event.recipients, gold.target)
    }
    let unfinished = reading.events.filter { $0.status != "happened" }
    let toldAsDone = unfinished.flatMap { gold in
      candidates(gold).filter { $0.status.isFact && $0.words.overlaps(gold.words) }
        .map { "\(gold.id) as \($0.status.rawValue): \(text[$0.words])" }
    }
    return [
      line("events: type and words") { _, _ in true },
      line("events: type, words, status", statusRight),
      line("events: type, words, status, actors") { statusRight($0, $1) && actorsRight($0, $1) },
      line("events: type, words, status, mode") {
        statusRight($0, $1) && ($0.mode == nil || $0.mode == $1.mode)
      },
      SeedScore.Line(faults: toldAsDone, "unfinished events told as done"),
      SeedScore.Line(
        faults: record.events.filter { event in
          !reading.events.contains { gold in
            gold.type == event.type.rawValue
              && tellings(event).contains { $0.overlaps(gold.words) }
          }
        }.map { "\($0.id) \($0.type.rawValue) \($0.status.rawValue): \(text[$0.words])" },
        "events told that the reading lacks"),
    ]
  }
}
