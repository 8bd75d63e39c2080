/// Trees that are asked for together, eight blocks at a time.
///
/// No tree is walked (after Lucchese and others, "QuickScorer", SIGIR 2015, and "V-QuickScorer", 2016): a
/// tree's leaves are bits, from left to right. Each split that a block's number exceeds rules out the
/// leaves to its left, and the lowest bit that is left is the block's leaf. The splits of a feature stand
/// in the order of their thresholds, so that only those are looked at that rule leaves out.
struct TreeStage: Sendable {
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

  init(_ trees: some Collection<DecisionTree>) {
    var byFeature: [Int: [Split]] = [:]
    for (number, tree) in trees.enumerated() {
      starts.append(values.count)
      values += tree.values
      for split in tree.splits {
        byFeature[split.feature, default: []].append(
          // No threshold is -0: the sign of what it is less than a number must tell.
          Split(threshold: split.threshold + 0, tree: Int32(number), ruledOut: split.ruledOut))
      }
    }
    for feature in byFeature.keys.sorted() {
      splits += (byFeature[feature] ?? []).sorted { $0.threshold < $1.threshold }
      features.append((feature, splits.count))
    }
  }

  /// Adds the trees' values to the sums of some blocks.
  func add(to sums: inout [Float], of blocks: [Int], _ features: BlockFeatures) {
    var ruledOut = [SIMD8<UInt32>](repeating: .zero, count: starts.count)
    let columns = self.features.map { features.start(of: $0.feature) }
    var at = 0
    while at < blocks.count {
      let count = min(8, blocks.count - at)
      // The last eight may be fewer: their first then stands for those that lack, so that they are told
      // from eight in a row.
      var eight = SIMD8<Int>()
      for lane in 0..<8 { eight[lane] = blocks[at + (lane < count ? lane : 0)] }
      ruleOut(eight, columns, features, &ruledOut)
      let added = leaves(ruledOut)
      for lane in 0..<count { sums[eight[lane]] += added[lane] }
      at += count
    }
  }

  /// The sums of the leaves that are left for eight blocks.
  private func leaves(_ ruledOut: [SIMD8<UInt32>]) -> SIMD8<Float> {
    let (values, starts, ruledOut) = (values.span, starts.span, ruledOut.span)
    var sum = SIMD8<Float>()
    for tree in starts.indices {
      let first = starts[tree]
      let left = ~ruledOut[tree]
      var leaves = SIMD8<Float>()
      for lane in 0..<8 { leaves[lane] = values[first &+ left[lane].trailingZeroBitCount] }
      sum += leaves
    }
    return sum
  }

  /// Finds, tree by tree, the leaves that are ruled out for eight blocks.
  private func ruleOut(
    _ blocks: SIMD8<Int>, _ columns: [Int], _ features: BlockFeatures,
    _ ruledOut: inout [SIMD8<UInt32>]
  ) {
    for tree in ruledOut.indices { ruledOut[tree] = .zero }
    let values = features.values.span
    let splits = splits.span
    let inRow = blocks[7] == blocks[0] + 7
    var ruledOut = ruledOut.mutableSpan
    var at = 0
    for (feature, column) in columns.enumerated() {
      var numbers = SIMD8<Float>()
      if inRow {
        // Safe: the number of bytes is checked, and any bits make a number.
        numbers = unsafe values.bytes.unsafeLoadUnaligned(
          fromByteOffset: (column &+ blocks[0]) &* 4, as: SIMD8<Float>.self)
      } else {
        // Safe: a column has a number for each block, and for so many before and behind as features ask.
        for lane in 0..<8 { unsafe numbers[lane] = values[unchecked: column &+ blocks[lane]] }
      }
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
    let four = numbers.lowHalf.replacing(
      with: numbers.highHalf, where: numbers.highHalf .> numbers.lowHalf)
    let two = four.lowHalf.replacing(with: four.highHalf, where: four.highHalf .> four.lowHalf)
    return two[1] > two[0] ? two[1] : two[0]
  }
}
