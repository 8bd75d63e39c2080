/// Sees to it that a head has one dependent of each kind that fills a slot: a subject, an object, an
/// agent and so on, as Universal Dependencies has it.
///
/// Words find their heads and relations each for itself, so that in one sentence of twenty a slot is
/// filled twice: "*Joe* Biden spoke with the emir, the White *House* said". Of the words in question the
/// one gives way whose scores lose the least: it takes the best relation that is still free, or the best
/// other head.
struct ArgumentSlots: Sendable {
  let arcs: ArcScorer
  let relations: RelationScorer
  /// The slot that each relation fills; nil where a head may have several.
  let slots: [Int?]

  /// So many words are weighed for a slot, so many other heads for a word, and so many words of a sentence
  /// give way: hostile text costs little more than other.
  private static let rivals = 4
  private static let heads = 5
  private static let most = 8

  /// Changes heads and relations where a slot is filled twice, right after both were found with this
  /// memory.
  func settle(
    _ batch: Batch, _ heads: inout [Int], _ relations: inout [Int32],
    _ arcScratch: ArcScorer.Scratch, _ relationScratch: RelationScorer.Scratch, _ kernels: Kernels
  ) {
    for (start, count) in zip(batch.starts, batch.lengths) {
      let rows = start..<start + count
      var tree = Tree(heads: Array(heads[rows]), relations: Array(relations[rows]))
      var changes = 0
      while changes < Self.most, let rivals = rivals(in: tree) {
        let taken = Taken(tree, slots)
        let arcs = arcs.scores(
          of: rivals, start: start, count: count, arcScratch, kernels)
        var best: Change?
        for (word, arcs) in zip(rivals, arcs) {
          let change = change(of: word, arcs, in: tree, taken) { pairs in
            self.relations.scores(pairs, start: start, relationScratch, kernels)
          }
          if let change, change.loss < best?.loss ?? .infinity { best = change }
        }
        guard let best else { break }
        tree.heads[best.word - 1] = best.head
        tree.relations[best.word - 1] = best.relation
        changes += 1
      }
      if changes > 0 {
        heads.replaceSubrange(rows, with: tree.heads)
        relations.replaceSubrange(rows, with: tree.relations)
      }
    }
  }

  /// A sentence's heads and relations, word by word; heads count from 1.
  private struct Tree {
    var heads: [Int]
    var relations: [Int32]

    /// Whether a word stands under another, or is it.
    func holds(_ outer: Int, _ word: Int) -> Bool {
      var word = word
      while word != outer, word != 0 { word = heads[word - 1] }
      return word == outer
    }
  }

  private struct Change {
    var word: Int
    var head: Int
    var relation: Int32
    /// How much less it scores than what it replaces, the relation against the head's best.
    var loss: Float
  }

  /// How many words fill each slot of each head.
  private struct Taken {
    private var counts: [Int32]
    private let kinds: Int

    init(_ tree: Tree, _ slots: [Int?]) {
      kinds = (slots.compactMap { $0 }.max() ?? 0) + 1
      counts = Array(repeating: 0, count: (tree.heads.count + 1) * kinds)
      for (head, relation) in zip(tree.heads, tree.relations) {
        if let slot = slots[Int(relation)] { counts[head * kinds + slot] += 1 }
      }
    }

    subscript(slot: Int, head: Int) -> Int32 { counts[head * kinds + slot] }
  }

  /// The first words that fill the first slot that several fill.
  private func rivals(in tree: Tree) -> [Int]? {
    let taken = Taken(tree, slots)
    for (head, relation) in zip(tree.heads, tree.relations) {
      guard let slot = slots[Int(relation)], taken[slot, head] > 1 else { continue }
      let fillers = tree.heads.indices.lazy.filter {
        tree.heads[$0] == head && slots[Int(tree.relations[$0])] == slot
      }
      return fillers.prefix(Self.rivals).map { $0 + 1 }
    }
    return nil
  }

  /// The best that a word can be instead of what it is.
  private func change(
    of word: Int, _ arcs: [Float], in tree: Tree, _ taken: Taken,
    _ relationsOf: ([(word: Int, head: Int)]) -> [[Float]]
  ) -> Change? {
    let head = tree.heads[word - 1]
    let others = (1..<arcs.count).filter { $0 != head && !tree.holds(word, $0) }
      .sorted { (-arcs[$0], $0) < (-arcs[$1], $1) }
    let heads = [head] + others.prefix(Self.heads)
    var best: Change?
    for (candidate, scores) in zip(heads, relationsOf(heads.map { (word, $0) })) {
      let most = scores.max() ?? 0
      for relation in scores.indices {
        if let slot = slots[relation], taken[slot, candidate] > 0 { continue }
        let loss = arcs[head] - arcs[candidate] + most - scores[relation]
        if loss < best?.loss ?? .infinity {
          best = Change(word: word, head: candidate, relation: Int32(relation), loss: loss)
        }
      }
    }
    return best
  }
}
