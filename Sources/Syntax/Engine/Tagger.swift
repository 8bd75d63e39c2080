import SyntaxKernels

/// A layer that scores labels for each word, with an optional hidden layer before it.
struct Tagger: Sendable {
  /// The number of labels.
  let labels: Int
  private let layers: [Layer]

  /// A layer over the encoding and, where it takes them too, the words' vectors: two products
  /// into the same sums.
  private struct Layer: Sendable {
    let first: ByteDense
    let second: ByteDense?
  }

  /// The memory of one tagging.
  struct Scratch: Sendable {
    let sums = [Floats(), Floats()]
    let quantised = Quantiser()
  }

  /// What a tagger reads.
  struct Input {
    let rows: Int
    let encoding: ByteRows
    let vectors: ByteRows
  }

  /// Reads tagger `name`; nil where the model has none.
  init?(
    _ name: String, labels: Int?, encodingWidth: Int, vectorWidth: Int, in model: ModelFile
  ) throws(SyntaxError) {
    let widths = [encodingWidth, vectorWidth]
    var layers: [Layer] = []
    if let hidden = try Self.layer(name + ".hidden", widths, in: model) { layers.append(hidden) }
    let hasHidden = !layers.isEmpty
    let outputWidths = layers.first.map { [$0.first.outputs] } ?? widths
    guard let last = try Self.layer(name, outputWidths, in: model) else { return nil }
    guard !hasHidden || outputWidths[0] % Kernels.lanes == 0 else {
      throw .unusableModel("the hidden layer of \(name) has another width than a multiple of 16")
    }
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
  func scores(_ input: Input, _ scratch: Scratch, _ kernels: Kernels) -> UnsafePointer<Float> {
    var read = input.encoding
    var result = unsafe scratch.sums[0].start
    for (index, layer) in layers.enumerated() {
      let stride = layer.first.stride
      unsafe result = scratch.sums[index].room(input.rows * stride)
      unsafe layer.first.apply(kernels, to: read, rows: input.rows, into: result)
      unsafe layer.second?.add(kernels, of: input.vectors, rows: input.rows, to: result)
      if index + 1 < layers.count {
        unsafe kernels.table.pointee.leaky(result, input.rows * stride)
        unsafe read = scratch.quantised.rows(
          result, stride: stride, width: layer.first.outputs, count: input.rows, kernels)
      }
    }
    return unsafe UnsafePointer(result)
  }

  /// The best label of each row.
  func labels(_ input: Input, _ scratch: Scratch, _ kernels: Kernels) -> [Int32] {
    let scores = unsafe scores(input, scratch, kernels)
    return unsafe [Int32](unsafeUninitializedCapacity: input.rows) { best, count in
      unsafe kernels.table.pointee.argmax(scores, stride, input.rows, labels, best.baseAddress)
      count = input.rows
    }
  }

  private static func layer(
    _ name: String, _ widths: [Int], in model: ModelFile
  ) throws(SyntaxError) -> Layer? {
    guard let layer = try LayerWeights(name, in: model) else { return nil }
    let whole = widths.reduce(0, +)
    guard layer.inputs == widths[0] || layer.inputs == whole else {
      throw .unusableModel(
        "layer \(name) takes \(layer.inputs) numbers, not \(widths[0]) or \(whole)")
    }
    let rest = widths[0]..<layer.inputs
    return Layer(
      first: ByteDense(layer.part(0..<widths[0], withBias: true)),
      second: rest.isEmpty ? nil : ByteDense(layer.part(rest, withBias: false)))
  }
}
