import Text

/// Finds for every attribution the innermost other one whose content holds its cue.
enum Nesting {
  /// Takes away what stands inside another one's content by now: `NestedFinder` decides there.
  static func dropHeld(_ drafts: inout [Draft]) {
    let kept = drafts.indices.filter { index in
      !drafts.indices.contains { other in
        other != index && drafts[other].holds(drafts[index].place)
          && !drafts[index].holds(drafts[other].place)
      }
    }
    arrange(&drafts, kept)
  }

  /// Puts the drafts in the order of the text.
  static func sort(_ drafts: inout [Draft]) {
    arrange(&drafts, drafts.indices.sorted { (drafts[$0].place, $0) < (drafts[$1].place, $1) })
  }

  /// Keeps the drafts of an order, in that order, with their anchors.
  private static func arrange(_ drafts: inout [Draft], _ order: [Int]) {
    let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    drafts = order.map { index in
      var draft = drafts[index]
      draft.anchor = draft.anchor.flatMap { places[$0] }
      return draft
    }
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
