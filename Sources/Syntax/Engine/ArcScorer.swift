import SyntaxKernels

/// Scores each word as the head of each other word (Dozat and Manning 2017), with a term for the
/// distance between the two.
struct ArcScorer: Sendable {
  private let head: ByteDense
  private let dependent: ByteDense
  private let bilinear: Dense
  /// The root as a head, after its layer.
  private let rootHead: [Float]
  private let distance: Distance?

  private struct Distance: Sendable {
    let dependent: Dense
    let head: Dense
    /// The bucket of each distance up to the last bound.
    let bucket: [Int]
    let bounds: Int
  }

  /// The memory of one scoring.
  struct Scratch: Sendable {
    let heads = Floats()
    let dependents = Floats()
    let products = Floats()
    let dependentDistances = Floats()
    let headDistances = Floats()
    let candidates = Floats()
    let candidateDistances = Floats()
    let packed = Floats()
    let scores = Floats()
    let noBias = Floats(1024)
  }

  init(encodingWidth: Int, model: ModelFile) throws(SyntaxError) {
    let headLayer = try LayerWeights("arc.head", inputs: encodingWidth, in: model)
    let dependentLayer = try LayerWeights("arc.dependent", inputs: encodingWidth, in: model)
    let width = headLayer.outputs
    guard dependentLayer.outputs == width else {
      throw .unusableModel("arc.head and arc.dependent have different widths")
    }
    head = ByteDense(headLayer)
    dependent = ByteDense(dependentLayer)
    rootHead = try headLayer.leaky(model.numbers("root", shape: [encodingWidth]).numbers)
    let matrix = try model.numbers("arc.bilinear", shape: [width + 1, width]).numbers
    var turned: [Float] = []
    for column in 0..<width {
      for row in 0..<width { turned.append(matrix[row * width + column]) }
    }
    bilinear = Dense(
      weights: turned, bias: Array(matrix[(width * width)...]), inputs: width, outputs: width)
    distance = try Self.distance(width, model)
  }

  private static func distance(_ width: Int, _ model: ModelFile) throws(SyntaxError) -> Distance? {
    guard let dependent = try LayerWeights("arc.distance.dependent", in: model) else { return nil }
    let head = try LayerWeights("arc.distance.head", inputs: width, in: model)
    guard let bounds = model.header.config.distances, let last = bounds.last,
      let first = bounds.first,
      first > 0, last <= 4096, zip(bounds, bounds.dropFirst()).allSatisfy({ $0 < $1 }),
      dependent.inputs == width, dependent.outputs == 2 * bounds.count + 1,
      head.outputs == dependent.outputs
    else { throw .unusableModel("the distances don't go with their layers") }
    let bucket = (0...last).map { distance in bounds.firstIndex { $0 >= distance } ?? 0 }
    return Distance(
      dependent: Dense(dependent), head: Dense(head), bucket: bucket, bounds: bounds.count)
  }

  /// The best trees: for each row the head's place in its sentence counted from 1, 0 for the root.
  func heads(
    _ batch: Batch, _ encoding: ByteRows, _ scratch: Scratch, _ kernels: Kernels
  ) -> [Int] {
    let rows = batch.rows
    let heads = unsafe scratch.heads.room(rows * head.stride)
    let dependents = unsafe scratch.dependents.room(rows * dependent.stride)
    let products = unsafe scratch.products.room(rows * bilinear.stride)
    unsafe head.applyLeaky(kernels, to: encoding, rows: rows, into: heads)
    unsafe dependent.applyLeaky(kernels, to: encoding, rows: rows, into: dependents)
    unsafe bilinear.apply(
      kernels, to: dependents, inputStride: dependent.stride, rows: rows, into: products)
    if let distance {
      unsafe distance.dependent.apply(
        kernels, to: dependents, inputStride: dependent.stride, rows: rows,
        into: scratch.dependentDistances.room(rows * distance.dependent.stride))
    }
    var result: [Int] = []
    result.reserveCapacity(rows)
    for (start, count) in zip(batch.starts, batch.lengths) {
      let scores = unsafe score(start, count, scratch, kernels)
      let tree = unsafe SpanningTree.heads(
        scores: scores, stride: Kernels.padded(count + 1), count: count)
      result += tree.dropFirst()
    }
    return result
  }

  /// The scores of all heads for some words of a sentence, the root first, for the batch that `heads`
  /// was last asked about with this memory.
  ///
  /// - Parameters:
  ///   - words: places in the sentence from 1.
  ///   - start: the sentence's first row.
  ///   - count: its number of words.
  func scores(
    of words: [Int], start: Int, count: Int, _ scratch: Scratch, _ kernels: Kernels
  ) -> [[Float]] {
    let scores = unsafe score(start, count, scratch, kernels)
    let stride = Kernels.padded(count + 1)
    return words.map { word in (0...count).map { unsafe scores[(word - 1) * stride + $0] } }
  }

  /// The scores of a sentence's heads: a row for each word, the root and the words as columns.
  private func score(
    _ start: Int, _ count: Int, _ scratch: Scratch, _ kernels: Kernels
  ) -> UnsafePointer<Float> {
    let candidates = unsafe scratch.candidates.room((count + 1) * head.stride)
    for (index, value) in rootHead.enumerated() { unsafe candidates[index] = value }
    unsafe (candidates + head.stride).update(
      from: scratch.heads.start + start * head.stride, count: count * head.stride)
    let stride = Kernels.padded(count + 1)
    let packed = unsafe scratch.packed.room(stride * head.outputs)
    unsafe syntax_pack(candidates, head.stride, head.outputs, count + 1, packed)
    let scores = unsafe scratch.scores.room(count * stride)
    unsafe kernels.table.pointee.multiply(
      scratch.products.start + start * bilinear.stride, bilinear.stride, packed,
      scratch.noBias.zeros(stride), scores, stride, count, head.outputs, count + 1)
    guard let distance else { return unsafe UnsafePointer(scores) }
    let headTerms = unsafe scratch.candidateDistances.room((count + 1) * distance.head.stride)
    unsafe distance.head.apply(
      kernels, to: candidates, inputStride: head.stride, rows: count + 1, into: headTerms)
    let last = distance.bucket.count - 1
    for word in 1...count {
      let row = unsafe scores + (word - 1) * stride
      let terms =
        unsafe scratch.dependentDistances.start
        + (start + word - 1) * distance.dependent.stride
      for place in 0...count {
        let apart = place - word
        let near = distance.bucket[min(abs(apart), last)]
        let bucket =
          place == 0 ? 2 * distance.bounds : apart > 0 ? near + distance.bounds : near
        unsafe row[place] += terms[bucket] + headTerms[place * distance.head.stride + bucket]
      }
    }
    return unsafe UnsafePointer(scores)
  }
}
