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
  package init(weights: [Float], bias: [Float] = [], inputs: Int, outputs: Int) {
    self.init(LayerWeights(weights: weights, bias: bias, inputs: inputs, outputs: outputs))
  }

  init(_ layer: LayerWeights) {
    inputs = layer.inputs
    outputs = layer.outputs
    packed = Floats(Int(syntax_packed_size(inputs, outputs)))
    bias = Floats(Kernels.padded(outputs))
    unsafe layer.weights.withUnsafeBufferPointer { columns in
      unsafe syntax_pack(columns.baseAddress, inputs, inputs, outputs, packed.start)
    }
    for (index, value) in layer.bias.enumerated() { unsafe bias.start[index] = value }
  }

  /// Writes the outputs for `rows` rows, `stride` apart.
  package func apply(
    _ kernels: Kernels, to input: UnsafePointer<Float>, inputStride: Int, rows: Int,
    into output: UnsafeMutablePointer<Float>
  ) {
    unsafe kernels.table.pointee.multiply(
      input, inputStride, packed.start, bias.start, output, stride, rows, inputs, outputs)
  }

  /// Adds the outputs without the biases to what `output` holds.
  package func add(
    _ kernels: Kernels, of input: UnsafePointer<Float>, inputStride: Int, rows: Int,
    to output: UnsafeMutablePointer<Float>
  ) {
    unsafe kernels.table.pointee.multiply(
      input, inputStride, packed.start, nil, output, stride, rows, inputs, outputs)
  }
}
