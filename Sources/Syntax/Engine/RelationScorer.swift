import SyntaxKernels

/// Chooses the relation between each word and the head that it has (Dozat and Manning 2017).
struct RelationScorer: Sendable {
  private let head: ByteDense
  private let dependent: ByteDense
  /// The bilinear products of all relations side by side, and the two linear parts.
  private let bilinear: ByteDense
  private let dependentPart: Dense
  private let headPart: Dense
  /// The root as a head, after its layer.
  private let rootHead: [Float]
  /// The relation that the root word has, and no other.
  private let rootRelation: Int?

  private static let chunk = 24

  /// The memory of one scoring.
  struct Scratch: Sendable {
    let heads = Floats()
    let dependents = Floats()
    let chosen = Floats()
    let pairs = Floats()
    let products = Floats()
    let quantised = Quantiser()
    let scores = Floats()
  }

  init(relations: [String], encodingWidth: Int, model: ModelFile) throws(SyntaxError) {
    let headLayer = try LayerWeights("relation.head", inputs: encodingWidth, in: model)
    let dependentLayer = try LayerWeights("relation.dependent", inputs: encodingWidth, in: model)
    let width = headLayer.outputs
    guard dependentLayer.outputs == width, width % Kernels.lanes == 0, !relations.isEmpty else {
      throw .unusableModel("the layers of relations have other widths than multiples of 16")
    }
    head = ByteDense(headLayer)
    dependent = ByteDense(dependentLayer)
    rootHead = try headLayer.leaky(model.numbers("root", shape: [encodingWidth]).numbers)
    let side = width + 1
    let cube = try model.numbers("relation.bilinear", shape: [relations.count, side, side]).numbers
    var turned: [Float] = []
    var dependentWeights: [Float] = []
    var headWeights: [Float] = []
    var constants: [Float] = []
    for relation in relations.indices {
      let matrix = cube[relation * side * side..<(relation + 1) * side * side]
      let start = matrix.startIndex
      for column in 0..<width {
        for row in 0..<width { turned.append(matrix[start + row * side + column]) }
        dependentWeights.append(matrix[start + column * side + width])
      }
      headWeights += matrix[start + width * side..<start + width * side + width]
      constants.append(matrix[start + side * side - 1])
    }
    bilinear = ByteDense(weights: turned, inputs: width, outputs: relations.count * width)
    dependentPart = Dense(
      weights: dependentWeights, bias: constants, inputs: width, outputs: relations.count)
    headPart = Dense(weights: headWeights, inputs: width, outputs: relations.count)
    rootRelation = relations.firstIndex(of: "root")
  }

  /// The relation of each row, as an index of the model's labels.
  ///
  /// - Parameter heads: for each row the head's place in its sentence from 1, or 0 for the root.
  func relations(
    _ batch: Batch, heads: [Int], _ encoding: ByteRows, _ scratch: Scratch, _ kernels: Kernels
  ) -> [Int32] {
    let rows = batch.rows
    let headRows = unsafe scratch.heads.room(rows * head.stride)
    let dependents = unsafe scratch.dependents.room(rows * dependent.stride)
    unsafe head.applyLeaky(kernels, to: encoding, rows: rows, into: headRows)
    unsafe dependent.applyLeaky(kernels, to: encoding, rows: rows, into: dependents)
    let chosen = unsafe scratch.chosen.room(rows * head.stride)
    for (start, count) in zip(batch.starts, batch.lengths) {
      for row in start..<start + count {
        let target = unsafe chosen + row * head.stride
        if heads[row] > 0 {
          unsafe target.update(
            from: headRows + (start + heads[row] - 1) * head.stride, count: head.stride)
        } else {
          for (index, value) in rootHead.enumerated() { unsafe target[index] = value }
        }
      }
    }
    let stride = dependentPart.stride
    let scores = unsafe score(dependents, chosen, rows, scratch, kernels)
    if let rootRelation {
      for row in 0..<rows {
        unsafe scores[row * stride + rootRelation] = heads[row] == 0 ? .infinity : -.infinity
      }
    }
    return unsafe [Int32](unsafeUninitializedCapacity: rows) { best, count in
      unsafe kernels.table.pointee.argmax(
        scores, stride, rows, dependentPart.outputs, best.baseAddress)
      count = rows
    }
  }

  /// The scores of all relations between words and what may be their heads, for the batch that
  /// `relations` was last asked about with this memory.
  ///
  /// - Parameters:
  ///   - pairs: places in the sentence from 1.
  ///   - start: the sentence's first row.
  func scores(
    _ pairs: [(word: Int, head: Int)], start: Int, _ scratch: Scratch, _ kernels: Kernels
  ) -> [[Float]] {
    let words = unsafe scratch.pairs.room(pairs.count * dependent.stride)
    let chosen = unsafe scratch.chosen.room(pairs.count * head.stride)
    for (number, pair) in pairs.enumerated() {
      unsafe (words + number * dependent.stride).update(
        from: scratch.dependents.start + (start + pair.word - 1) * dependent.stride,
        count: dependent.stride)
      unsafe (chosen + number * head.stride).update(
        from: scratch.heads.start + (start + pair.head - 1) * head.stride, count: head.stride)
    }
    let scores = unsafe score(words, chosen, pairs.count, scratch, kernels)
    return pairs.indices.map { number in
      let start = unsafe scores + number * dependentPart.stride
      var row = (0..<dependentPart.outputs).map { unsafe start[$0] }
      if let rootRelation { row[rootRelation] = -.infinity }
      return row
    }
  }

  private func score(
    _ dependents: UnsafePointer<Float>, _ chosen: UnsafePointer<Float>, _ rows: Int,
    _ scratch: Scratch, _ kernels: Kernels
  ) -> UnsafeMutablePointer<Float> {
    let scores = unsafe scratch.scores.room(rows * dependentPart.stride)
    unsafe dependentPart.apply(
      kernels, to: dependents, inputStride: dependent.stride, rows: rows, into: scores)
    unsafe headPart.add(kernels, of: chosen, inputStride: head.stride, rows: rows, to: scores)
    unsafe addProducts(dependents, chosen, rows, to: scores, scratch, kernels)
    return unsafe scores
  }

  /// Adds the bilinear products of all relations, some rows at a time so that they stay near.
  private func addProducts(
    _ dependents: UnsafePointer<Float>, _ chosen: UnsafePointer<Float>, _ rows: Int,
    to scores: UnsafeMutablePointer<Float>, _ scratch: Scratch, _ kernels: Kernels
  ) {
    let width = head.outputs
    let input = unsafe scratch.quantised.rows(
      dependents, stride: dependent.stride, width: width, count: rows, kernels)
    let products = unsafe scratch.products.room(Self.chunk * bilinear.stride)
    for first in stride(from: 0, to: rows, by: Self.chunk) {
      let count = min(Self.chunk, rows - first)
      unsafe bilinear.apply(kernels, to: input.from(first), rows: count, into: products)
      for row in 0..<count {
        unsafe kernels.table.pointee.row_products(
          products + row * bilinear.stride, width, chosen + (first + row) * head.stride, 0,
          scores + (first + row) * dependentPart.stride, 1, dependentPart.outputs, width)
      }
    }
  }
}
