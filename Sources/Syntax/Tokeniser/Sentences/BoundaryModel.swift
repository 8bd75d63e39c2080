import EnglishModel

/// A linear model over hashed features: a sum of small weights.
///
/// The shipped weights are trained by `verbale-train sentences`; `Training/sentences/MODEL.md` says
/// from what.
package struct BoundaryModel: Sendable {
  /// The number of weights, a power of two.
  package static let size = 1 << 16
  private let weights: [Int8]

  /// A model of `size` weights, as two's complement bytes.
  package init(bytes: [UInt8]) { self.init(weights: bytes.map { Int8(bitPattern: $0) }) }

  private init(weights: [Int8]) {
    precondition(weights.count == BoundaryModel.size, "not a model of sentence boundaries")
    self.weights = weights
  }

  /// The shipped model.
  static let shared = BoundaryModel(
    weights: unsafe Array(
      UnsafeBufferPointer(
        start: english_sentence_weights(), count: english_sentence_weights_count())))

  /// The sum of the weights; above 0 a sentence ends.
  @inline(__always)
  func score(_ features: [UInt32]) -> Int {
    var sum = 0
    for feature in features { sum += Int(weights[Int(feature)]) }
    return sum
  }
}
