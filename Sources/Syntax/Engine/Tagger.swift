import SyntaxKernels

/// A layer that scores labels for each word, with an optional hidden layer before it.
struct Tagger: Sendable {
  /// The number of labels.
  let labels: Int
  private let layers: [Layer]

  /// A layer over the encoding and, where it takes them too, the words' vectors: two products
  /// into the same sums.
  private struct Layer: Sendable {
    let first: Dense
    let second: Dense?
  }

  /// What a tagger reads.
  @safe
  struct Input {
    let rows: Int
    let encoding: UnsafePointer<Float>
    let encodingWidth: Int
    let vectors: UnsafePointer<Float>
    let vectorWidth: Int
  }

  /// Reads tagger `name`; nil where the model has none.
  init?(
    _ name: String, labels: Int?, encodingWidth: Int, vectorWidth: Int, in model: ModelFile
  ) throws(SyntaxError) {
    let widths = [encodingWidth, vectorWidth]
    var layers: [Layer] = []
    if let hidden = try Self.layer(name + ".hidden", widths, in: model) { layers.append(hidden) }
    let outputWidths = layers.first.map { [$0.first.outputs] } ?? widths
    guard let last = try Self.layer(name, outputWidths, in: model) else { return nil }
    guard last.first.outputs == labels else {
      throw .unusableModel("tagger \(name) has \(last.first.outputs) outputs and other labels")
    }
    layers.append(last)
    self.layers = layers
    self.labels = last.first.outputs
  }

  /// The distance between rows of scores.
  var stride: Int { Kernels.padded(labels) }

  /// Scores the labels of each row.
  func scores(_ input: Input, _ memory: [Floats], _ kernels: Kernels) -> UnsafePointer<Float> {
    var result = unsafe input.encoding
    var width = input.encodingWidth
    for (index, layer) in layers.enumerated() {
      let output = unsafe memory[index].room(input.rows * layer.first.stride)
      unsafe layer.first.apply(
        kernels, to: result, inputStride: width, rows: input.rows, into: output)
      unsafe layer.second?.add(
        kernels, of: input.vectors, inputStride: input.vectorWidth, rows: input.rows, to: output)
      if index + 1 < layers.count {
        unsafe kernels.table.pointee.leaky(output, input.rows * layer.first.stride)
      }
      unsafe result = UnsafePointer(output)
      width = layer.first.stride
    }
    return unsafe result
  }

  /// The best label of each row.
  func labels(_ input: Input, _ memory: [Floats], _ kernels: Kernels) -> [Int32] {
    let scores = unsafe scores(input, memory, kernels)
    return unsafe [Int32](unsafeUninitializedCapacity: input.rows) { best, count in
      unsafe kernels.table.pointee.argmax(scores, stride, input.rows, labels, best.baseAddress)
      count = input.rows
    }
  }

  private static func layer(
    _ name: String, _ widths: [Int], in model: ModelFile
  ) throws(SyntaxError) -> Layer? {
    guard let weight = try model.numbers(name + ".weight", dimensions: 2) else { return nil }
    let bias = try model.numbers(name + ".bias", shape: [weight.rows]).numbers
    let numbers = weight.numbers
    let columns = weight.width
    func part(_ range: Range<Int>, bias: [Float]?) -> Dense {
      let cut = (0..<weight.rows).flatMap {
        numbers[$0 * columns + range.lowerBound..<$0 * columns + range.upperBound]
      }
      return Dense(weights: cut, bias: bias, inputs: range.count, outputs: weight.rows)
    }
    let whole = widths.reduce(0, +)
    guard columns == widths[0] || columns == whole else {
      throw .unusableModel("layer \(name) takes \(columns) numbers, not \(widths[0]) or \(whole)")
    }
    return Layer(
      first: part(0..<widths[0], bias: bias),
      second: columns > widths[0] ? part(widths[0]..<columns, bias: nil) : nil)
  }
}
