/// How much rather a block is the article's than not, by boosted trees over its numbers.
///
/// A table holds one tree a line: the inner nodes as `feature,threshold,left,right`, a bar, the values
/// of the leaves. A child below zero is a leaf: -1 the first, -2 the second. `Training/articles/train.py`
/// writes them.
///
/// No tree is walked (after Lucchese and others, "QuickScorer", SIGIR 2015, and "V-QuickScorer", 2016): a
/// tree's leaves are bits, from left to right. Each split that a block's number exceeds rules out the
/// leaves to its left, and the lowest bit that is left is the block's leaf. The splits of a feature stand
/// in the order of their thresholds, so that only those are looked at that rule leaves out; and eight
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
    let eights = (features.count + 7) / 8
    var sums = [SIMD8<Float>](repeating: .zero, count: eights)
    first.add(to: &sums, features) { _ in true }
    // Most blocks are nobody's doubt after some trees.
    second.add(to: &sums, features) { abs($0) <= Self.sure }
    return (0..<features.count).map { sums[$0 / 8][$0 % 8] }
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
          Split(
            threshold: split.threshold + 0, tree: Int32(number), ruledOut: split.ruledOut)
        )
      }
    }
    for feature in byFeature.keys.sorted() {
      splits += (byFeature[feature] ?? []).sorted { $0.threshold < $1.threshold }
      features.append((feature, splits.count))
    }
  }

  /// Adds the trees' values to the sums of blocks, eight by eight, where a sum tells that it is open.
  @inline(__always)
  func add(
    to sums: inout [SIMD8<Float>], _ features: BlockFeatures, where isOpen: (Float) -> Bool
  ) {
    var ruledOut = [SIMD8<UInt32>](repeating: .zero, count: starts.count)
    let columns = self.features.map { features.start(of: $0.feature) }
    for eight in sums.indices {
      var open = SIMD8<Float>()
      for place in 0..<8 { open[place] = isOpen(sums[eight][place]) ? 1 : 0 }
      if open == .zero { continue }
      ruleOut(8 * eight, columns, features, &ruledOut)
      addLeaves(ruledOut, to: &sums[eight], open)
    }
  }

  /// Adds the values of the leaves that are left for eight blocks, those that are open.
  private func addLeaves(
    _ ruledOut: [SIMD8<UInt32>], to sums: inout SIMD8<Float>, _ open: SIMD8<Float>
  ) {
    let values = values.span
    for tree in starts.indices {
      let first = starts[tree]
      let left = ~ruledOut[tree]
      var leaves = SIMD8<Float>()
      for place in 0..<8 { leaves[place] = values[first &+ left[place].trailingZeroBitCount] }
      sums += leaves * open
    }
  }

  /// Finds, tree by tree, the leaves that are ruled out for eight blocks.
  private func ruleOut(
    _ block: Int, _ columns: [Int], _ features: BlockFeatures, _ ruledOut: inout [SIMD8<UInt32>]
  ) {
    for tree in ruledOut.indices { ruledOut[tree] = .zero }
    let values = features.values.span
    let splits = splits.span
    var ruledOut = ruledOut.mutableSpan
    var at = 0
    for (feature, column) in columns.enumerated() {
      // Safe: the number of bytes is checked, and any bits make a number.
      let numbers = unsafe values.bytes.unsafeLoadUnaligned(
        fromByteOffset: (column &+ block) &* 4, as: SIMD8<Float>.self)
      let greatest = Self.greatest(numbers)
      let end = self.features[feature].end
      // Safe: where a feature's splits end, and which tree each is of, is what `init` found.
      while at < end {
        let split = unsafe splits[unchecked: at]
        if greatest <= split.threshold { break }
        // The sign of the difference tells which numbers exceed the threshold.
        // Safe: both have eight lanes of four bytes, and any bits make a number.
        let exceeds = unsafe unsafeBitCast(
          SIMD8(repeating: split.threshold) - numbers, to: SIMD8<Int32>.self)
        let leaves = SIMD8<UInt32>(truncatingIfNeeded: exceeds &>> 31)
        unsafe ruledOut[unchecked: Int(split.tree)] |= leaves & SIMD8(repeating: split.ruledOut)
        at &+= 1
      }
      at = end
    }
  }

  @inline(__always)
  private static func greatest(_ numbers: SIMD8<Float>) -> Float {
    // `max` would look for what is no number.
    var greatest = numbers[0]
    for place in 1..<8 where numbers[place] > greatest { greatest = numbers[place] }
    return greatest
  }
}
