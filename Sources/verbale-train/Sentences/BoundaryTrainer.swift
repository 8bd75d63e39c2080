import Syntax

/// Logistic regression by AdaGrad (Duchi, Hazan and Singer 2011) over hashed features.
struct BoundaryTrainer {
  /// A place where a sentence ends or doesn't.
  struct Example {
    var features: [UInt32]
    var isEnd: Bool
  }

  private var weights = [Float](repeating: 0, count: BoundaryModel.size)
  private var squares = [Float](repeating: 1e-3, count: BoundaryModel.size)

  /// Sees all examples once, in an order that the seed settles; the mean loss.
  mutating func pass(over examples: [Example], seed: UInt64, decay: Float) -> Float {
    var order = Array(examples.indices)
    var random = Random(state: seed &* 0x9E37_79B9 + 1)
    order.shuffle(using: &random)
    var loss: Float = 0
    for index in order {
      let example = examples[index]
      var sum: Float = 0
      for feature in example.features { sum += weights[Int(feature)] }
      let probability = 1 / (1 + Exponential.value(-sum))
      let error = probability - (example.isEnd ? 1 : 0)
      loss += example.isEnd ? 1 - probability : probability
      for feature in example.features {
        let at = Int(feature)
        let gradient = error + decay * weights[at]
        squares[at] += gradient * gradient
        weights[at] -= 0.1 * gradient / squares[at].squareRoot()
      }
    }
    return loss / Float(examples.count)
  }

  /// The weights as bytes, in steps of 1/32.
  var bytes: [UInt8] {
    weights.map { UInt8(bitPattern: Int8(max(-127, min(127, ($0 * 32).rounded())))) }
  }

  private struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return mixed ^ mixed >> 31
    }
  }
}
