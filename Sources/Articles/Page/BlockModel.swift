/// How much rather a block is the article's than not, by boosted trees over its numbers.
///
/// The trees stand in stages: most blocks are nobody's doubt after the few trees of the first, and only
/// those that are open go on to the next, which has learned from such blocks alone. A table holds one tree
/// a line: the inner nodes as `feature,threshold,left,right`, a bar, the values of the leaves. A child below
/// zero is a leaf: -1 the first, -2 the second. A line `sure 3` ends a stage: a block whose sum is further
/// from zero than that is left as it is. `Training/articles/train.py` writes them.
struct BlockModel: Sendable {
  private var stages: [(trees: TreeStage, sure: Float)] = []

  init(_ table: [UInt8]) {
    var trees: [DecisionTree] = []
    for row in table.split(separator: 0x0A) where row.first != 0x23 {
      let line = String(decoding: row, as: UTF8.self)
      if line.hasPrefix("sure ") {
        stages.append((TreeStage(trees), Float(line.dropFirst(5)) ?? .infinity))
        trees = []
      } else if let tree = DecisionTree(line) {
        trees.append(tree)
      }
    }
    stages.append((TreeStage(trees), .infinity))
  }

  /// The sum of the trees for each block: the higher, the more of it is the article's.
  func scores(_ features: BlockFeatures) -> [Float] {
    var sums = [Float](repeating: 0, count: features.count)
    var open = Array(0..<features.count)
    for (trees, sure) in stages {
      trees.add(to: &sums, of: open, features)
      if sure < .infinity { open.removeAll { abs(sums[$0]) > sure } }
    }
    return sums
  }
}

/// A tree as its line tells it.
struct DecisionTree {
  struct Split {
    var feature: Int
    var threshold: Float
    /// The leaves to its left.
    var ruledOut: UInt32 = 0
  }

  private(set) var splits: [Split] = []
  /// From left to right.
  private(set) var values: [Float] = []

  /// The most leaves that a tree may have.
  private static let mostLeaves = 32

  init?(_ line: String) {
    let halves = line.split(separator: "|", omittingEmptySubsequences: false)
    guard halves.count == 2 else { return nil }
    var children: [(left: Int, right: Int)] = []
    for node in halves[0].split(separator: " ") {
      let fields = node.split(separator: ",")
      guard fields.count == 4 else { return nil }
      splits.append(Split(feature: Int(fields[0]) ?? 0, threshold: Float(fields[1]) ?? 0))
      children.append((Int(fields[2]) ?? -1, Int(fields[3]) ?? -1))
    }
    let leaves = halves[1].split(separator: " ").map { Float($0) ?? 0 }
    precondition(
      leaves.count <= Self.mostLeaves, "block_model.tsv: a tree has more than 32 leaves")
    place(splits.isEmpty ? -1 : 0, children, leaves)
  }

  /// Numbers the leaves below a node from left to right and notes which each split rules out.
  private mutating func place(
    _ node: Int, _ children: [(left: Int, right: Int)], _ leaves: [Float]
  ) {
    if node < 0 { return values.append(leaves[-node - 1]) }
    let start = values.count
    place(children[node].left, children, leaves)
    for leaf in start..<values.count { splits[node].ruledOut |= 1 << UInt32(leaf) }
    place(children[node].right, children, leaves)
  }
}
