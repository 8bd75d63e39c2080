import Text

/// Finds for every attribution the innermost other one whose content holds its cue.
enum Nesting {
  /// Takes away what stands inside another one's content by now: `NestedFinder` decides there.
  static func dropHeld(_ drafts: inout [Draft]) {
    var places: [Int?] = []
    var kept: [Draft] = []
    for (index, draft) in drafts.enumerated() {
      let isHeld = drafts.indices.contains { other in
        other != index && drafts[other].holds(draft.place) && !draft.holds(drafts[other].place)
      }
      places.append(isHeld ? nil : kept.count)
      if !isHeld { kept.append(draft) }
    }
    for index in kept.indices { kept[index].anchor = kept[index].anchor.flatMap { places[$0] } }
    drafts = kept
  }

  static func settle(_ drafts: inout [Draft]) {
    for index in drafts.indices {
      var best: (size: Int, index: Int)?
      for other in drafts.indices where other != index && drafts[other].holds(drafts[index].place) {
        let size = drafts[other].content.reduce(0) { $0 + $1.count }
        if best.map({ size < $0.size }) ?? true { best = (size, other) }
      }
      drafts[index].within = best?.index
    }
  }
}
