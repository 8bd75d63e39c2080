import Attributions
import Foundation

/// One decision with its features and the right label.
struct Instance {
  let features: [UInt32]
  let label: Int
}

/// Logistic regression by stochastic gradient with AdaGrad's steps (Duchi, Hazan and Singer 2011)
/// over hashed features; the order of the instances is shuffled by a seeded generator.
struct LogisticTrainer {
  var epochs = 6
  var rate: Float = 0.1
  var decay: Float = 1e-6

  /// A model with `labels` weights a slot; with one label the other choice has score zero.
  func train(_ instances: [Instance], bits: Int, labels: Int) -> HashedModel {
    var model = HashedModel(bits: bits, labels: labels)
    var squares = [Float](repeating: 1e-3, count: model.weights.count)
    var order = Array(instances.indices)
    var random = SplitMix(seed: 7)
    for _ in 0..<epochs {
      order.shuffle(using: &random)
      for index in order {
        let instance = instances[index]
        let errors = errors(of: model.scores(instance.features), label: instance.label)
        for (label, error) in errors.enumerated() where abs(error) > 1e-4 {
          for feature in instance.features {
            let place = model.slot(feature) + label
            let gradient = error + decay * model.weights[place]
            squares[place] += gradient * gradient
            model.weights[place] -= rate * gradient / squares[place].squareRoot()
          }
        }
      }
    }
    return model
  }

  /// The slope of the loss for every label's score.
  private func errors(of scores: [Float], label: Int) -> [Float] {
    if scores.count == 1 { return [1 / (1 + exp(-scores[0])) - Float(label)] }
    let top = scores.max() ?? 0
    let powers = scores.map { exp($0 - top) }
    let sum = powers.reduce(0, +)
    return powers.enumerated().map { $1 / sum - ($0 == label ? 1 : 0) }
  }
}

/// Steele, Lea and Flood's SplitMix64: small, seeded, the same everywhere.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
