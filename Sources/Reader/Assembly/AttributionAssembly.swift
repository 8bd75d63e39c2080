import Attributions
import Records
import Text

/// Puts attributions in text order and gives out their ids.
struct AttributionAssembly {
  /// The attributions in text order, with the entities that speak.
  let found: [FoundAttribution]
  /// `a1`, `a2`, … for `found`.
  let ids: [String]

  init(_ unordered: [FoundAttribution]) {
    func start(_ index: Int) -> (Span, Int) {
      let attribution = unordered[index].attribution
      let spans = attribution.source + attribution.cue + attribution.content
      return (spans.min() ?? Span(0, 0), index)
    }
    let order = unordered.indices.sorted { start($0) < start($1) }
    var place = [Int](repeating: 0, count: unordered.count)
    for (new, old) in order.enumerated() { place[old] = new }
    found = order.map { old in
      var found = unordered[old]
      found.within = found.within.map { place[$0] }
      return found
    }
    ids = found.indices.map { "a\($0 + 1)" }
  }

  /// The record's attributions.
  func attributions(actorIDs: [Int: String], dates: AttributionDates) -> [Attribution] {
    zip(found, ids).map { found, id in
      var attribution = found.attribution
      attribution.id = id
      attribution.speaker = found.entity.flatMap { actorIDs[$0] }
      attribution.date = attribution.date ?? dates.date(of: attribution)
      attribution.within = found.within.map { ids[$0] }
      return attribution
    }
  }
}
