/// The weights of a linear layer as the model file has them, [outputs][inputs], and its biases.
struct LayerWeights {
  var weights: [Float]
  var bias: [Float]
  var inputs: Int
  var outputs: Int

  init(weights: [Float], bias: [Float], inputs: Int, outputs: Int) {
    precondition(weights.count == inputs * outputs, "a weight for each input and output")
    self.weights = weights
    self.bias = bias
    self.inputs = inputs
    self.outputs = outputs
  }

  /// Reads `name.weight` and `name.bias`; nil where the model has no such layer.
  init?(_ name: String, in model: ModelFile) throws(SyntaxError) {
    guard let weight = try model.numbers(name + ".weight", dimensions: 2) else { return nil }
    let bias = try model.numbers(name + ".bias", shape: [weight.rows])
    self.init(
      weights: weight.numbers, bias: bias.numbers, inputs: weight.width, outputs: weight.rows)
  }

  /// Reads a layer that must be there and take `inputs` numbers.
  init(_ name: String, inputs: Int, in model: ModelFile) throws(SyntaxError) {
    guard let layer = try LayerWeights(name, in: model) else {
      throw .unusableModel("layer \(name) is missing")
    }
    guard layer.inputs == inputs else {
      throw .unusableModel("layer \(name) takes \(layer.inputs) numbers, not \(inputs)")
    }
    self = layer
  }

  /// The part of the layer that reads some of the inputs, without biases where they are left out.
  func part(_ columns: Range<Int>, withBias: Bool) -> LayerWeights {
    let cut = (0..<outputs).flatMap {
      weights[$0 * inputs + columns.lowerBound..<$0 * inputs + columns.upperBound]
    }
    return LayerWeights(
      weights: cut, bias: withBias ? bias : [], inputs: columns.count, outputs: outputs)
  }

  /// The layer with inputs of no weight added, up to a multiple of 16, as rows of bytes have them.
  func padded() -> LayerWeights {
    let width = Kernels.padded(inputs)
    let rows = (0..<outputs).flatMap { row in
      weights[row * inputs..<(row + 1) * inputs] + [Float](repeating: 0, count: width - inputs)
    }
    return LayerWeights(weights: rows, bias: bias, inputs: width, outputs: outputs)
  }

  /// LeakyReLU of the outputs for one input.
  func leaky(_ input: [Float]) -> [Float] {
    (0..<outputs).map { row in
      var sum = bias[row]
      for column in 0..<inputs { sum += weights[row * inputs + column] * input[column] }
      return max(sum, 0.1 * sum)
    }
  }
}
