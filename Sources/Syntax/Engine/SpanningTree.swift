/// The best tree over a sentence's words (Chu and Liu 1965, Edmonds 1967), with one root word.
///
/// A word's best head, taken for each word alone, makes a tree nine times in ten; only where it
/// makes a cycle or several roots does the algorithm run. It contracts cycles in place, one at a
/// time, without recursion: O(n²) for each contraction, n of them at most.
package enum SpanningTree {
  /// The heads of words 1…n in the tree with the greatest sum of scores; 0 is above the root.
  ///
  /// - Parameter scores: `scores[(i - 1) * stride + j]` is the score of head j for word i. What is
  ///   not a number counts as the worst.
  package static func heads(scores: UnsafePointer<Float>, stride: Int, count: Int) -> [Int] {
    var heads = [Int](repeating: 0, count: count + 1)
    for word in 1...count {
      let row = unsafe scores + (word - 1) * stride
      var best = 0
      for head in 1...count where head != word {
        if unsafe row[head] > row[best] { best = head }
      }
      heads[word] = best
    }
    if isTree(heads) { return heads }
    var contraction = unsafe Contraction(scores: scores, stride: stride, count: count)
    return contraction.solve()
  }

  /// Whether the heads make a tree with one root.
  package static func isTree(_ heads: [Int]) -> Bool {
    var roots = 0
    var walk = [Int](repeating: 0, count: heads.count)
    for word in 1..<heads.count {
      if heads[word] == 0 { roots += 1 }
      var node = word
      while node != 0 && walk[node] == 0 {
        walk[node] = word
        node = heads[node]
      }
      if node != 0 && walk[node] == word { return false }
    }
    return roots == 1
  }
}

/// The state of Chu-Liu/Edmonds: nodes in slots of a dense matrix; a cycle is contracted into the
/// slot of its first node.
private struct Contraction {
  /// Slots: 0 is the root, 1…n the words.
  private let size: Int
  /// `weight[dependent * size + head]`, and the edge of the sentence that it stands for.
  private var weight: [Double]
  private var edge: [(dependent: Int32, head: Int32)]
  /// The slots still in use, and the node that each holds: a word, or a contracted cycle.
  private var slots: [Int]
  private var node: [Int]
  /// For each node the cycle that it went into, or -1.
  private var parent: [Int]
  /// For each contracted cycle, in order: its nodes with the edge that each had in the cycle.
  private var cycles: [[(node: Int, edge: (dependent: Int32, head: Int32))]] = []

  init(scores: UnsafePointer<Float>, stride: Int, count: Int) {
    size = count + 1
    weight = [Double](repeating: 0, count: size * size)
    edge = [(dependent: Int32, head: Int32)](repeating: (0, 0), count: size * size)
    slots = Array(0..<size)
    node = Array(0..<size)
    parent = [Int](repeating: -1, count: size)
    var least = 0.0
    var most = 0.0
    for word in 1...count {
      for head in 0...count {
        let score = unsafe scores[(word - 1) * stride + head]
        let value = score.isFinite ? Double(score) : -1e9
        weight[word * size + head] = value
        edge[word * size + head] = (Int32(word), Int32(head))
        least = min(least, value)
        most = max(most, value)
      }
    }
    // With so heavy a fine on each edge from the root, the best tree has but one of them.
    let fine = (most - least + 1) * Double(size)
    for word in 1...count { weight[word * size] -= fine }
  }

  mutating func solve() -> [Int] {
    var best = [Int](repeating: 0, count: size)
    for slot in slots where slot != 0 { best[slot] = bestHead(of: slot) }
    while let cycle = cycle(in: best) {
      contract(cycle, best)
      let merged = cycle[0]
      for slot in slots where slot != 0 {
        if slot == merged || cycle.contains(best[slot]) { best[slot] = bestHead(of: slot) }
      }
    }
    var entering = [(dependent: Int32, head: Int32)](repeating: (0, 0), count: parent.count)
    for slot in slots where slot != 0 { entering[node[slot]] = edge[slot * size + best[slot]] }
    for (index, cycle) in cycles.enumerated().reversed() {
      let entry = entering[size + index]
      let broken = child(of: size + index, over: Int(entry.dependent))
      for member in cycle { entering[member.node] = member.edge }
      entering[broken] = entry
    }
    var heads = [Int](repeating: 0, count: size)
    for word in 1..<size { heads[word] = Int(entering[word].head) }
    return heads
  }

  private func bestHead(of slot: Int) -> Int {
    var best = -1
    for head in slots where head != slot {
      if best < 0 || weight[slot * size + head] > weight[slot * size + best] { best = head }
    }
    return best
  }

  /// The slots of a cycle of best heads, if there is one.
  private func cycle(in best: [Int]) -> [Int]? {
    var walk = [Int](repeating: -1, count: size)
    for start in slots where start != 0 {
      var slot = start
      while slot != 0 && walk[slot] < 0 {
        walk[slot] = start
        slot = best[slot]
      }
      guard slot != 0, walk[slot] == start else { continue }
      var cycle = [slot]
      var next = best[slot]
      while next != slot {
        cycle.append(next)
        next = best[next]
      }
      return cycle
    }
    return nil
  }

  private mutating func contract(_ cycle: [Int], _ best: [Int]) {
    let merged = cycle[0]
    let new = parent.count
    cycles.append(cycle.map { (node[$0], edge[$0 * size + best[$0]]) })
    for slot in cycle { parent[node[slot]] = new }
    parent.append(-1)
    let inCycle = Set(cycle)
    let outside = slots.filter { !inCycle.contains($0) }
    let kept = cycle.map { weight[$0 * size + best[$0]] }
    for other in outside {
      var into = 0
      var from = 0
      for place in cycle.indices {
        if weight[cycle[place] * size + other] - kept[place]
          > weight[cycle[into] * size + other] - kept[into]
        {
          into = place
        }
        if weight[other * size + cycle[place]] > weight[other * size + cycle[from]] { from = place }
      }
      let gain = weight[cycle[into] * size + other] - kept[into]
      edge[merged * size + other] = edge[cycle[into] * size + other]
      weight[merged * size + other] = gain
      edge[other * size + merged] = edge[other * size + cycle[from]]
      weight[other * size + merged] = weight[other * size + cycle[from]]
    }
    slots.removeAll { $0 != merged && inCycle.contains($0) }
    node[merged] = new
  }

  /// The node directly under `cycle` that holds `word`.
  private func child(of cycle: Int, over word: Int) -> Int {
    var node = word
    while parent[node] != cycle { node = parent[node] }
    return node
  }
}
