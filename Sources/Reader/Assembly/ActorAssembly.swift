import Attributions
import Events
import Mentions
import Records
import Text

/// Chooses the entities that become actors of the record: all that are named, and the unnamed
/// ones that speak, act or have something done to them.
struct ActorAssembly {
  /// The actors in the order of their first mention.
  let actors: [Actor]
  /// The id of each entity that became an actor.
  let ids: [Int: String]

  init(
    cast: Cast, attributions: [FoundAttribution], events: [FoundEvent], text: SourceText
  ) {
    var taking = Set(attributions.compactMap(\.entity))
    for event in events { taking.formUnion(event.actors + event.recipients) }
    let chosen = cast.entities.indices
      .filter { index in
        let entity = cast.entities[index]
        return !entity.mentions.isEmpty
          && (taking.contains(index) || (entity.isNamed && entity.hasNameMention))
      }
      .sorted { cast.entities[$0].firstMention < cast.entities[$1].firstMention }
    ids = Dictionary(uniqueKeysWithValues: chosen.enumerated().map { ($1, "x\($0 + 1)") })
    actors = chosen.enumerated().map { place, index in
      let entity = cast.entities[index]
      return Actor(
        id: "x\(place + 1)", name: entity.name, aliases: entity.aliases, kind: entity.kind,
        country: entity.country, sectors: entity.sectors,
        roles: entity.roles.map { Role(title: text.words([$0.span]), span: $0.span) },
        mentions: entity.mentions.map(\.span))
    }
  }
}

extension Entity {
  fileprivate var firstMention: Span { mentions[0].span }
  fileprivate var hasNameMention: Bool { mentions.contains { $0.kind == .name } }
}
