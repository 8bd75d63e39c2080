/// How much rather a block is the article's than not, by boosted trees over its numbers.
///
/// A table holds one tree a line: the inner nodes as `feature,threshold,left,right`, a bar, the values
/// of the leaves. A child below zero is a leaf: -1 the first, -2 the second. `Training/articles/train.py`
/// writes them.
///
/// No tree is walked (after Lucchese and others, "QuickScorer", SIGIR 2015, and "V-QuickScorer", 2016): a
/// tree's leaves are bits, from left to right. Each split that a block's number exceeds rules out the
/// leaves to its left, and the lowest bit that is left is the block's leaf. The splits of a feature stand
/// in the order of their thresholds, so that only those are looked at that rule leaves out; and four
/// blocks are asked about at a time.
struct BlockModel: Sendable {
  /// Trees that are asked for together.
  private var first = Stage()
  private var second = Stage()

  init(_ table: [UInt8]) {
    var trees: [Tree] = []
    for line in table.split(separator: 0x0A) where line.first != 0x23 {
      if let tree = Tree(String(decoding: line, as: UTF8.self)) { trees.append(tree) }
    }
    first = Stage(trees.prefix(Self.firstTrees))
    second = Stage(trees.dropFirst(Self.firstTrees))
  }

  /// After so many trees a block whose sum is so far from zero is left as it is.
  private static let firstTrees = 40
  private static let sure: Float = 3

  /// The sum of the trees for each block: the higher, the more of it is the article's.
  func scores(_ features: BlockFeatures) -> [Float] {
    var sums = [Float](repeating: 0, count: features.count)
    first.add(to: &sums, of: Array(sums.indices), features)
    // Most blocks are nobody's doubt after some trees.
    second.add(to: &sums, of: sums.indices.filter { abs(sums[$0]) <= Self.sure }, features)
    return sums
  }
}

/// A tree as its line tells it.
private struct Tree {
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
    let halves = line.split(separator: "|")
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
    place(0, children, leaves)
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

/// The splits of some trees by feature.
private struct Stage: Sendable {
  private struct Split {
    var threshold: Float
    var tree: Int32
    /// The leaves that it rules out.
    var ruledOut: UInt32
  }

  /// The features that any split asks for, and where the splits of each end.
  private var features: [(feature: Int, end: Int)] = []
  private var splits: [Split] = []
  /// The values of all leaves, and where those of each tree start.
  private var values: [Float] = []
  private var starts: [Int] = []

  init() {}

  init(_ trees: some Collection<Tree>) {
    var byFeature: [Int: [Split]] = [:]
    for (number, tree) in trees.enumerated() {
      starts.append(values.count)
      values += tree.values
      for split in tree.splits {
        byFeature[split.feature, default: []].append(
          Split(threshold: split.threshold, tree: Int32(number), ruledOut: split.ruledOut))
      }
    }
    for feature in byFeature.keys.sorted() {
      splits += (byFeature[feature] ?? []).sorted { $0.threshold < $1.threshold }
      features.append((feature, splits.count))
    }
  }

  /// Adds the trees' values for some blocks to their sums.
  func add(to sums: inout [Float], of blocks: [Int], _ features: BlockFeatures) {
    var ruledOut = [SIMD4<UInt32>](repeating: .zero, count: starts.count)
    for start in stride(from: 0, to: blocks.count, by: 4) {
      // Where fewer are left, the last one fills the places.
      let four = SIMD4<Int>(
        (0..<4).lazy.map { blocks[min(start + $0, blocks.count - 1)] })
      ruleOut(four, features, &ruledOut)
      var totals = SIMD4<Float>(sums[four.x], sums[four.y], sums[four.z], sums[four.w])
      for (tree, first) in starts.enumerated() {
        let left = ~ruledOut[tree]
        totals += SIMD4(
          values[first + left.x.trailingZeroBitCount], values[first + left.y.trailingZeroBitCount],
          values[first + left.z.trailingZeroBitCount], values[first + left.w.trailingZeroBitCount])
      }
      for place in 0..<4 { sums[four[place]] = totals[place] }
    }
  }

  /// Finds, tree by tree, the leaves that are ruled out for four blocks.
  private func ruleOut(
    _ blocks: SIMD4<Int>, _ features: BlockFeatures, _ ruledOut: inout [SIMD4<UInt32>]
  ) {
    for tree in ruledOut.indices { ruledOut[tree] = .zero }
    let values = features.values.span
    let rows = blocks &* BlockFeatures.width
    let splits = splits.span
    var ruledOut = ruledOut.mutableSpan
    var at = 0
    for (feature, end) in self.features {
      let numbers = SIMD4(
        values[rows.x &+ feature], values[rows.y &+ feature], values[rows.z &+ feature],
        values[rows.w &+ feature])
      let greatest = max(max(numbers.x, numbers.y), max(numbers.z, numbers.w))
      // Safe: where a feature's splits end, and which tree each is of, is what `init` found.
      while at < end {
        let split = unsafe splits[unchecked: at]
        if greatest <= split.threshold { break }
        let leaves = SIMD4<UInt32>.zero.replacing(
          with: SIMD4(repeating: split.ruledOut),
          where: numbers .> SIMD4(repeating: split.threshold))
        unsafe ruledOut[unchecked: Int(split.tree)] |= leaves
        at += 1
      }
      at = end
    }
  }
}
