import SyntaxKernels

/// A network over sequences of words for other rooms, made of the engine's own parts: a layer over
/// each word's numbers, a bidirectional LSTM, and layers over its states.
///
/// The file is one of `FORMAT.md` in EnglishModel with the tensors `input.weight`, `input.bias`,
/// `lstm.…` and, for every output, `NAME.weight` and `NAME.bias`.
@safe
package struct SequenceNetwork: Sendable {
  /// The numbers of a word that the input layer reads.
  package let inputs: Int
  /// The units of the input layer.
  package let width: Int
  private let input: ByteDense
  private let encoder: Encoder
  private let outputs: [ByteDense]
  private let model: ModelFile
  private let kernels: Kernels
  private let pool = Pool<Scratch>()

  /// Words in a batch, about.
  private static let batchSize = 1024

  /// The memory of one reading.
  private struct Scratch: Sendable, Emptiable {
    let numbers = Floats()
    let sums = Floats()
    let quantised = Quantiser()
    let encoder = Encoder.Scratch()
    let encoding = Bytes()
    let scores = Floats()
  }

  /// The network of a model file.
  ///
  /// - Parameters:
  ///   - names: the layers over the states that `read` gives, in this order.
  ///   - kernels: the arithmetic, by default the machine's fastest.
  /// - Throws: `SyntaxError.unusableModel` where the bytes are no such model.
  package init(
    _ bytes: ModelBytes, outputs names: [String], kernels: Kernels? = nil
  ) throws(SyntaxError) {
    model = try ModelFile(bytes)
    guard let layer = try LayerWeights("input", in: model), layer.outputs % Kernels.lanes == 0
    else { throw .unusableModel("layer input is missing or its width is no multiple of 16") }
    inputs = layer.inputs
    width = layer.outputs
    input = ByteDense(layer.padded())
    let encoder = try Encoder(inputs: width, model: model)
    var outputs: [ByteDense] = []
    for name in names {
      outputs.append(ByteDense(try LayerWeights(name, inputs: encoder.width, in: model)))
    }
    self.encoder = encoder
    self.outputs = outputs
    self.kernels = kernels ?? Kernels.available[0]
  }

  /// The numbers of another tensor of the file, row by row.
  ///
  /// - Throws: `SyntaxError.unusableModel` where it is missing or of another shape.
  package func numbers(_ name: String, shape: [Int]) throws(SyntaxError) -> [Float] {
    try model.numbers(name, shape: shape).numbers
  }

  /// The shape of a tensor with this many dimensions, nil where the file has none.
  package func shape(of name: String, dimensions: Int) throws(SyntaxError) -> [Int]? {
    try model.numbers(name, dimensions: dimensions)?.shape
  }

  /// The units of an output.
  package func width(ofOutput index: Int) -> Int { outputs[index].outputs }

  /// Reads sequences whose words stand one behind another.
  ///
  /// - Parameters:
  ///   - lengths: the number of words of each sequence.
  ///   - numbers: the numbers of each word, `inputs` a word.
  ///   - terms: what is added to the input layer's sums, `width` a word.
  /// - Returns: for every output its numbers, word by word in the order of the input.
  package func read(lengths: [Int], numbers: [Float], terms: [Float]) -> [[Float]] {
    let count = lengths.reduce(0, +)
    precondition(numbers.count == count * inputs && terms.count == count * width, "all words")
    var results = outputs.map { [Float](repeating: 0, count: count * $0.outputs) }
    var starts: [Int] = []
    var next = 0
    for length in lengths {
      starts.append(next)
      next += length
    }
    let scratch = pool.take()
    defer { pool.put(scratch) }
    let filled = lengths.indices.filter { lengths[$0] > 0 }
    let batches = Batch.batches(lengths: filled.map { lengths[$0] }, size: Self.batchSize)
    for batch in batches {
      let rows = zip(batch.sentences, batch.starts).map { (starts[filled[$0]], $1) }
      encode(batch, rows, numbers, terms, scratch)
      let encoded = unsafe Encoder.rows(scratch.encoding.start, width: encoder.width)
      for (index, layer) in outputs.enumerated() {
        let scores = unsafe scratch.scores.room(batch.rows * layer.stride)
        unsafe layer.apply(kernels, to: encoded, rows: batch.rows, into: scores)
        let units = layer.outputs
        unsafe results[index].withUnsafeMutableBufferPointer { result in
          guard let base = result.baseAddress else { return }
          for (place, (start, row)) in rows.enumerated() {
            for word in 0..<batch.lengths[place] {
              unsafe (base + (start + word) * units).update(
                from: scores + (row + word) * layer.stride, count: units)
            }
          }
        }
      }
    }
    return results
  }

  /// Leaves the encoding of a batch in the scratch memory.
  private func encode(
    _ batch: Batch, _ rows: [(start: Int, row: Int)], _ numbers: [Float], _ terms: [Float],
    _ scratch: Scratch
  ) {
    let read = unsafe scratch.numbers.room(batch.rows * input.inputs)
    let sums = unsafe scratch.sums.room(batch.rows * input.stride)
    unsafe numbers.withUnsafeBufferPointer { source in
      guard let base = source.baseAddress else { return }
      for (place, (start, row)) in rows.enumerated() {
        for word in 0..<batch.lengths[place] {
          let target = unsafe read + (row + word) * input.inputs
          unsafe target.update(from: base + (start + word) * inputs, count: inputs)
          unsafe (target + inputs).update(repeating: 0, count: input.inputs - inputs)
        }
      }
    }
    let words = unsafe scratch.quantised.rows(
      read, stride: input.inputs, width: input.inputs, count: batch.rows, kernels)
    unsafe input.apply(kernels, to: words, rows: batch.rows, into: sums)
    unsafe terms.withUnsafeBufferPointer { source in
      guard let base = source.baseAddress else { return }
      for (place, (start, row)) in rows.enumerated() {
        for word in 0..<batch.lengths[place] {
          let sum = unsafe sums + (row + word) * input.stride
          let term = unsafe base + (start + word) * width
          for unit in 0..<width { unsafe sum[unit] += term[unit] }
        }
      }
    }
    unsafe kernels.table.pointee.leaky(sums, batch.rows * input.stride)
    let vectors = unsafe scratch.quantised.rows(
      sums, stride: input.stride, width: width, count: batch.rows, kernels)
    let encoding = unsafe scratch.encoding.room(batch.rows * encoder.width)
    unsafe encoder.encode(batch, vectors, into: encoding, scratch.encoder, kernels)
  }
}
