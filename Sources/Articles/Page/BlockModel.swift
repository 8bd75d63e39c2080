/// How much rather a block is the article's than not, by boosted trees over its numbers.
///
/// A table holds one tree a line: the inner nodes as `feature,threshold,left,right`, a bar, the values
/// of the leaves. A child below zero is a leaf: -1 the first, -2 the second. `Training/articles/train.py`
/// writes them.
struct BlockModel: Sendable {
  private struct Split {
    var feature: Int32
    var threshold: Float
    var left: Int32
    var right: Int32
  }

  private var splits: [Split] = []
  private var leaves: [Float] = []
  /// The first split and the first leaf of each tree.
  private var trees: [(split: Int, leaf: Int)] = []

  init(_ table: [UInt8]) {
    for line in table.split(separator: 0x0A) where line.first != 0x23 {
      let halves = String(decoding: line, as: UTF8.self).split(separator: "|")
      guard halves.count == 2 else { continue }
      trees.append((splits.count, leaves.count))
      for node in halves[0].split(separator: " ") {
        let fields = node.split(separator: ",")
        splits.append(
          Split(
            feature: Int32(fields[0]) ?? 0, threshold: Float(fields[1]) ?? 0,
            left: Int32(fields[2]) ?? -1, right: Int32(fields[3]) ?? -1))
      }
      for value in halves[1].split(separator: " ") { leaves.append(Float(value) ?? 0) }
    }
  }

  /// After so many trees a block whose sum is so far from zero is left as it is.
  private static let first = 40
  private static let sure: Float = 3

  /// The sum of the trees for each block: the higher, the more of it is the article's.
  ///
  /// Tree by tree, so that one stays in the fastest cache while all blocks pass it.
  func scores(_ features: BlockFeatures) -> [Float] {
    let width = BlockFeatures.width
    var sums = [Float](repeating: 0, count: features.count)
    let (splits, leaves) = (splits.span, leaves.span)
    let values = features.values.span
    var open = Array(sums.indices)
    for (number, tree) in trees.enumerated() {
      // Most blocks are nobody's doubt after some trees.
      if number == Self.first { open.removeAll { abs(sums[$0]) > Self.sure } }
      for block in open {
        let row = block * width
        var at: Int32 = 0
        repeat {
          let split = splits[tree.split + Int(at)]
          at = values[row + Int(split.feature)] <= split.threshold ? split.left : split.right
        } while at >= 0
        sums[block] += leaves[tree.leaf + Int(-at) - 1]
      }
    }
    return sums
  }
}
