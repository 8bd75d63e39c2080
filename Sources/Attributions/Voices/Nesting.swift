import Text

/// Finds for every attribution the innermost other one whose content holds its cue.
enum Nesting {
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
