import SyntaxKernels

/// A linear layer, y = W x + b, its weights packed for the kernels.
@safe
package struct Dense: Sendable {
  package let inputs: Int
  package let outputs: Int
  private let packed: Floats
  private let bias: Floats

  /// The distance between rows of the output.
  package var stride: Int { Kernels.padded(outputs) }

  /// A layer from weights [outputs][inputs], row-major, and biases (none: zeros).
  package init(weights: [Float], bias: [Float]?, inputs: Int, outputs: Int) {
    precondition(weights.count == inputs * outputs, "a weight for each input and output")
    self.inputs = inputs
    self.outputs = outputs
    packed = Floats(Int(syntax_packed_size(inputs, outputs)))
    self.bias = Floats(Kernels.padded(outputs))
    unsafe weights.withUnsafeBufferPointer { columns in
      unsafe syntax_pack(columns.baseAddress, inputs, inputs, outputs, packed.start)
    }
    for (index, value) in (bias ?? []).enumerated() { unsafe self.bias.start[index] = value }
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
    guard let layer = try Dense(name, in: model) else {
      throw .unusableModel("layer \(name) is missing")
    }
    guard layer.inputs == inputs else {
      throw .unusableModel("layer \(name) takes \(layer.inputs) numbers, not \(inputs)")
    }
    self = layer
  }

  /// Writes the outputs for `rows` rows, `stride` apart.
  package func apply(
    _ kernels: Kernels, to input: UnsafePointer<Float>, inputStride: Int, rows: Int,
    into output: UnsafeMutablePointer<Float>, outputStride: Int? = nil
  ) {
    unsafe kernels.table.pointee.multiply(
      input, inputStride, packed.start, bias.start, output, outputStride ?? stride, rows, inputs,
      outputs)
  }

  /// Adds the outputs without the biases to what `output` holds.
  package func add(
    _ kernels: Kernels, of input: UnsafePointer<Float>, inputStride: Int, rows: Int,
    to output: UnsafeMutablePointer<Float>, outputStride: Int? = nil
  ) {
    unsafe kernels.table.pointee.multiply(
      input, inputStride, packed.start, nil, output, outputStride ?? stride, rows, inputs, outputs)
  }

  /// The outputs, then LeakyReLU.
  func applyLeaky(
    _ kernels: Kernels, to input: UnsafePointer<Float>, inputStride: Int, rows: Int,
    into output: UnsafeMutablePointer<Float>
  ) {
    unsafe apply(kernels, to: input, inputStride: inputStride, rows: rows, into: output)
    unsafe kernels.table.pointee.leaky(output, rows * stride)
  }
}
