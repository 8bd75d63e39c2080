import SyntaxKernels

/// A bidirectional LSTM of some layers (Graves and Schmidhuber 2005) over a batch.
struct Encoder: Sendable {
  /// The width of its output.
  let width: Int
  private let layers: [Layer]

  private struct Layer: Sendable {
    let width: Int
    /// The gates of both directions from the layer's input, forward first.
    let input: Dense
    let forward: Dense
    let backward: Dense
  }

  /// The memory of one encoding.
  struct Scratch {
    let gates = Floats()
    let cells = Floats()
    let output = [Floats(), Floats()]
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
      var recurrent: [Dense] = []
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
          Dense(weights: loop.numbers, bias: nil, inputs: width, outputs: 4 * width))
        weights += try model.numbers(name + ".input", shape: [4 * width, inputs]).numbers
        biases += try model.numbers(name + ".bias", shape: [4 * width]).numbers
      }
      let input = Dense(weights: weights, bias: biases, inputs: inputs, outputs: 8 * width)
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
  ///   - result: room for the rows' encodings, sentence by sentence.
  func encode(
    _ batch: Batch, _ vectors: UnsafePointer<Float>, vectorWidth: Int,
    into result: UnsafeMutablePointer<Float>, _ scratch: Scratch, _ kernels: Kernels
  ) {
    var current = unsafe scratch.output[0].room(batch.rows * vectorWidth)
    batch.forEachRow { sentenceRow, stepRow in
      unsafe (current + stepRow * vectorWidth).update(
        from: vectors + sentenceRow * vectorWidth, count: vectorWidth)
    }
    var currentWidth = vectorWidth
    for (index, layer) in layers.enumerated() {
      let next = unsafe scratch.output[(index + 1) % 2].room(batch.rows * 2 * layer.width)
      unsafe run(layer, batch, current, currentWidth, into: next, scratch, kernels)
      unsafe current = next
      currentWidth = 2 * layer.width
    }
    batch.forEachRow { sentenceRow, stepRow in
      unsafe (result + sentenceRow * width).update(from: current + stepRow * width, count: width)
    }
  }

  private func run(
    _ layer: Layer, _ batch: Batch, _ input: UnsafePointer<Float>, _ inputWidth: Int,
    into output: UnsafeMutablePointer<Float>, _ scratch: Scratch, _ kernels: Kernels
  ) {
    let width = layer.width
    let gateStride = 8 * width
    let gates = unsafe scratch.gates.room(batch.rows * gateStride)
    unsafe layer.input.apply(
      kernels, to: input, inputStride: inputWidth, rows: batch.rows, into: gates)
    for (recurrent, isForward) in [(layer.forward, true), (layer.backward, false)] {
      let cells = unsafe scratch.cells.zeros(batch.sentences.count * width)
      let gates = unsafe gates + (isForward ? 0 : 4 * width)
      let output = unsafe output + (isForward ? 0 : width)
      let count = batch.steps.count
      for turn in 0..<count {
        let step = isForward ? turn : count - 1 - turn
        let rows = batch.active[step]
        let stepGates = unsafe gates + batch.steps[step] * gateStride
        if turn > 0 {
          let before = isForward ? step - 1 : step + 1
          unsafe recurrent.add(
            kernels, of: output + batch.steps[before] * 2 * width, inputStride: 2 * width,
            rows: min(rows, batch.active[before]), to: stepGates, outputStride: gateStride)
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
