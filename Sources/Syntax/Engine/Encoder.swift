import SyntaxKernels

/// A bidirectional LSTM of some layers (Graves and Schmidhuber 2005) over a batch.
struct Encoder: Sendable {
  /// The width of its output.
  let width: Int
  private let layers: [Layer]

  private struct Layer: Sendable {
    let width: Int
    /// The gates of both directions from the layer's input, forward first.
    let input: ByteDense
    let forward: ByteDense
    let backward: ByteDense
  }

  /// The memory of one encoding.
  struct Scratch: Sendable {
    let gates = Floats()
    let cells = Floats()
    let rows = [Bytes(), Bytes()]
    let scales = Floats()
  }

  init(inputs: Int, model: ModelFile) throws(SyntaxError) {
    var layers: [Layer] = []
    var inputs = inputs
    guard 1...16 ~= model.header.config.layers else {
      throw .unusableModel("it has \(model.header.config.layers) layers")
    }
    for index in 0..<model.header.config.layers {
      var weights: [Float] = []
      var biases: [Float] = []
      var recurrent: [ByteDense] = []
      var width = 0
      for direction in ["forward", "backward"] {
        let name = "lstm.\(index).\(direction)"
        guard let loop = try model.numbers(name + ".recurrent", dimensions: 2),
          loop.rows == 4 * loop.width, loop.width % Kernels.lanes == 0,
          direction == "forward" || loop.width == width
        else {
          throw .unusableModel("\(name).recurrent is missing or its width is no multiple of 16")
        }
        width = loop.width
        recurrent.append(
          ByteDense(weights: loop.numbers, inputs: width, outputs: 4 * width))
        weights += try model.numbers(name + ".input", shape: [4 * width, inputs]).numbers
        biases += try model.numbers(name + ".bias", shape: [4 * width]).numbers
      }
      let input = ByteDense(weights: weights, bias: biases, inputs: inputs, outputs: 8 * width)
      layers.append(
        Layer(width: width, input: input, forward: recurrent[0], backward: recurrent[1]))
      inputs = 2 * width
    }
    width = inputs
    self.layers = layers
  }

  /// Encodes a batch.
  ///
  /// - Parameters:
  ///   - vectors: the rows' vectors, sentence by sentence.
  ///   - result: room for the rows' encodings, sentence by sentence; they are within ±1, as bytes
  ///     of the scale `Encoder.scale`.
  func encode(
    _ batch: Batch, _ vectors: ByteRows, into result: UnsafeMutablePointer<UInt8>,
    _ scratch: Scratch, _ kernels: Kernels
  ) {
    var current = unsafe scratch.rows[0].room(batch.rows * vectors.stride)
    let scales = unsafe scratch.scales.room(batch.rows)
    batch.forEachRow { sentenceRow, stepRow in
      unsafe (current + stepRow * vectors.stride).update(
        from: vectors.start + sentenceRow * vectors.stride, count: vectors.stride)
      unsafe scales[stepRow] = vectors.scales[sentenceRow]
    }
    var input = unsafe ByteRows(
      start: current, stride: vectors.stride, scales: scales, scaleStep: 1)
    for (index, layer) in layers.enumerated() {
      unsafe current = scratch.rows[(index + 1) % 2].room(batch.rows * 2 * layer.width)
      unsafe run(layer, batch, input, into: current, scratch, kernels)
      unsafe input = Self.rows(current, width: 2 * layer.width)
    }
    batch.forEachRow { sentenceRow, stepRow in
      unsafe (result + sentenceRow * width).update(from: current + stepRow * width, count: width)
    }
  }

  /// Encodings as rows that a layer can read.
  static func rows(_ start: UnsafePointer<UInt8>, width: Int) -> ByteRows {
    unsafe ByteRows(start: start, stride: width, scales: scale.start, scaleStep: 0)
  }

  /// The one scale of all encodings.
  private static let scale: Floats = {
    let scale = Floats(1)
    unsafe scale.start[0] = 1 / 127
    return scale
  }()

  private func run(
    _ layer: Layer, _ batch: Batch, _ input: ByteRows, into output: UnsafeMutablePointer<UInt8>,
    _ scratch: Scratch, _ kernels: Kernels
  ) {
    let width = layer.width
    let gateStride = 8 * width
    let gates = unsafe scratch.gates.room(batch.rows * gateStride)
    unsafe layer.input.apply(kernels, to: input, rows: batch.rows, into: gates)
    for (recurrent, isForward) in [(layer.forward, true), (layer.backward, false)] {
      let cells = unsafe scratch.cells.zeros(batch.sentences.count * width)
      let gates = unsafe gates + (isForward ? 0 : 4 * width)
      let output = unsafe output + (isForward ? 0 : width)
      let states = unsafe Self.rows(output, width: 2 * width)
      let count = batch.steps.count
      for turn in 0..<count {
        let step = isForward ? turn : count - 1 - turn
        let rows = batch.active[step]
        let stepGates = unsafe gates + batch.steps[step] * gateStride
        if turn > 0 {
          let before = isForward ? step - 1 : step + 1
          unsafe recurrent.add(
            kernels, of: states.from(batch.steps[before]), rows: min(rows, batch.active[before]),
            to: stepGates, outputStride: gateStride)
        }
        unsafe kernels.table.pointee.lstm_step(
          stepGates, gateStride, cells, output + batch.steps[step] * 2 * width, 2 * width, rows,
          width)
      }
    }
  }
}

extension Batch {
  /// Calls `visit` with each row's place sentence by sentence and its place step by step.
  func forEachRow(_ visit: (_ sentenceRow: Int, _ stepRow: Int) -> Void) {
    for index in lengths.indices {
      for token in 0..<lengths[index] { visit(starts[index] + token, steps[token] + index) }
    }
  }
}
