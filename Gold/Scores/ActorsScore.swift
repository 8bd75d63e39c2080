import Foundation
import Records
import Text

/// Actors with their roles and states, and the names that must never appear.
enum ActorsScore {
  static func lines(_ reading: SeedReading, _ record: Record) -> [SeedScore.Line] {
    func actor(_ gold: SeedReading.Actor) -> Actor? {
      record.actors.first { sameExactly($0.name, gold.name) }
        ?? record.actors.first { $0.aliases.contains { sameExactly($0, gold.name) } }
    }
    func line(_ name: String, _ passes: @escaping (SeedReading.Actor, Actor) -> Bool)
      -> SeedScore.Line
    {
      SeedScore.Line(
        name, reading.actors, passes: { gold in actor(gold).map { passes(gold, $0) } ?? false },
        called: { gold in
          let found = actor(gold)
          return
            "\(gold.name): \(found.map { "roles \($0.roles.map(\.title)), \($0.country ?? "no state")" } ?? "not found")"
        })
    }
    return [
      line("actors") { _, _ in true },
      line("actors with roles") { gold, found in
        gold.roles.allSatisfy { role in found.roles.contains { sameName($0.title, role) } }
      },
      line("actors with state") { $0.state == $1.country },
      SeedScore.Line(faults: forbidden(reading, record), "names that must never appear"),
    ]
  }

  private static func sameExactly(_ left: String, _ right: String) -> Bool {
    func folded(_ name: String) -> String {
      name.lowercased().replacing("united nations", with: "un").replacing("the ", with: "")
    }
    return folded(left) == folded(right)
  }

  /// Where a forbidden name stands as an actor, a source, an event's party or a place.
  private static func forbidden(_ reading: SeedReading, _ record: Record) -> [String] {
    let text = SourceText(record.text)
    var told = record.actors.flatMap { [$0.name] + $0.aliases }
    told += record.attributions.flatMap(\.source).map { text[$0] }
    told += record.events.flatMap { event in
      (event.actorSpans + event.recipientSpans + event.trigger + [event.words]).map { text[$0] }
        + [event.place?.text, event.place?.name].compactMap { $0 }
    }
    return reading.never_in_the_record.flatMap { name in
      told.filter { $0.localizedStandardContains(name) }.map { "\(name): \($0)" }
    }
  }
}
