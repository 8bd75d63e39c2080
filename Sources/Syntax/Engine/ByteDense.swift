import SyntaxKernels

/// Rows of numbers as bytes above 128, each row with a scale.
@safe
package struct ByteRows {
  let start: UnsafePointer<UInt8>
  let stride: Int
  let scales: UnsafePointer<Float>
  /// 1, or 0 where all rows share one scale.
  let scaleStep: Int

  package init(
    start: UnsafePointer<UInt8>, stride: Int, scales: UnsafePointer<Float>, scaleStep: Int
  ) {
    unsafe self.start = start
    self.stride = stride
    unsafe self.scales = scales
    self.scaleStep = scaleStep
  }

  /// The rows from `row` on.
  func from(_ row: Int) -> ByteRows {
    unsafe ByteRows(
      start: start + row * stride, stride: stride, scales: scales + row * scaleStep,
      scaleStep: scaleStep)
  }
}

/// A linear layer whose weights and inputs are rounded to bytes: four times as many products at a
/// time, and sums that are exact on every instruction set.
@safe
package struct ByteDense: Sendable {
  package let inputs: Int
  package let outputs: Int
  private let packed: Memory<Int8>
  private let scales: Floats
  private let offsets: Memory<Int32>
  private let bias: Floats

  /// The distance between rows of the output.
  package var stride: Int { Kernels.padded(outputs) }

  /// A layer from weights [outputs][inputs], row-major, and biases (none: zeros).
  ///
  /// - Precondition: four divides `inputs`.
  package init(weights: [Float], bias: [Float] = [], inputs: Int, outputs: Int) {
    self.init(LayerWeights(weights: weights, bias: bias, inputs: inputs, outputs: outputs))
  }

  init(_ layer: LayerWeights) {
    precondition(layer.inputs % 4 == 0, "four divides the inputs")
    inputs = layer.inputs
    outputs = layer.outputs
    let padded = Kernels.padded(outputs)
    packed = Memory(Int(syntax_packed_bytes_size(inputs, outputs)))
    scales = Floats(padded)
    offsets = Memory(padded)
    bias = Floats(padded)
    unsafe layer.weights.withUnsafeBufferPointer { columns in
      unsafe syntax_pack_bytes(
        columns.baseAddress, inputs, outputs, packed.start, scales.start, offsets.start)
    }
    for (index, value) in layer.bias.enumerated() { unsafe bias.start[index] = value }
  }

  /// Writes the outputs for `rows` rows.
  package func apply(
    _ kernels: Kernels, to input: ByteRows, rows: Int, into output: UnsafeMutablePointer<Float>
  ) {
    unsafe multiply(kernels, input, rows, bias.start, output, stride)
  }

  /// Adds the outputs without the biases to what `output` holds.
  package func add(
    _ kernels: Kernels, of input: ByteRows, rows: Int, to output: UnsafeMutablePointer<Float>,
    outputStride: Int? = nil
  ) {
    unsafe multiply(kernels, input, rows, nil, output, outputStride ?? stride)
  }

  /// The outputs, then LeakyReLU.
  func applyLeaky(
    _ kernels: Kernels, to input: ByteRows, rows: Int, into output: UnsafeMutablePointer<Float>
  ) {
    unsafe apply(kernels, to: input, rows: rows, into: output)
    unsafe kernels.table.pointee.leaky(output, rows * stride)
  }

  private func multiply(
    _ kernels: Kernels, _ input: ByteRows, _ rows: Int, _ bias: UnsafePointer<Float>?,
    _ output: UnsafeMutablePointer<Float>, _ outputStride: Int
  ) {
    var matrix = unsafe SyntaxByteMatrix(
      k: inputs, n: outputs, packed: packed.start, scales: scales.start, offsets: offsets.start)
    unsafe kernels.table.pointee.multiply_bytes(
      input.start, input.stride, input.scales, input.scaleStep, &matrix, bias, output,
      outputStride, rows)
  }
}
