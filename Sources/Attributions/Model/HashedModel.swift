/// A linear model over hashed features: one weight for every slot and label.
package struct HashedModel: Sendable {
  /// The number of slots is two to this power.
  package let bits: Int
  /// The number of labels.
  package let labels: Int
  /// Slot by slot, label by label.
  package var weights: [Float]

  package init(bits: Int, labels: Int) {
    self.bits = bits
    self.labels = labels
    weights = [Float](repeating: 0, count: labels << bits)
  }

  /// Where the weights of a feature begin.
  @inline(__always)
  package func slot(_ feature: UInt32) -> Int {
    Int(feature & UInt32(truncatingIfNeeded: (1 << bits) - 1)) * labels
  }

  /// The sum of a label's weights.
  package func score(_ features: [UInt32], label: Int = 0) -> Float {
    var sum: Float = 0
    for feature in features { sum += weights[slot(feature) + label] }
    return sum
  }

  /// The sum of every label's weights.
  package func scores(_ features: [UInt32]) -> [Float] {
    var sums = [Float](repeating: 0, count: labels)
    for feature in features {
      let base = slot(feature)
      for label in 0..<labels { sums[label] += weights[base + label] }
    }
    return sums
  }
}
