import SyntaxKernels

/// Chooses the relation between each word and the head that it has (Dozat and Manning 2017).
struct RelationScorer: Sendable {
  private let head: Dense
  private let dependent: Dense
  /// For each relation the bilinear product, and the two linear parts for all relations.
  private let bilinear: [Dense]
  private let dependentPart: Dense
  private let headPart: Dense
  /// The root as a head, after its layer.
  private let rootHead: [Float]
  /// The relation that the root word has, and no other.
  private let rootRelation: Int?

  /// The memory of one scoring.
  struct Scratch {
    let heads = Floats()
    let dependents = Floats()
    let chosen = Floats()
    let products = Floats()
    let scores = Floats()
  }

  init(relations: [String], encodingWidth: Int, model: ModelFile) throws(SyntaxError) {
    head = try Dense("relation.head", inputs: encodingWidth, in: model)
    dependent = try Dense("relation.dependent", inputs: encodingWidth, in: model)
    let width = head.outputs
    guard dependent.outputs == width, width % Kernels.lanes == 0, !relations.isEmpty else {
      throw .unusableModel("the layers of relations have other widths than multiples of 16")
    }
    let side = width + 1
    let cube = try model.numbers("relation.bilinear", shape: [relations.count, side, side]).numbers
    var bilinear: [Dense] = []
    var dependentWeights: [Float] = []
    var headWeights: [Float] = []
    var constants: [Float] = []
    for relation in relations.indices {
      let matrix = Array(cube[relation * side * side..<(relation + 1) * side * side])
      var turned: [Float] = []
      for column in 0..<width {
        for row in 0..<width { turned.append(matrix[row * side + column]) }
        dependentWeights.append(matrix[column * side + width])
      }
      bilinear.append(Dense(weights: turned, bias: nil, inputs: width, outputs: width))
      headWeights += matrix[width * side..<width * side + width]
      constants.append(matrix[side * side - 1])
    }
    self.bilinear = bilinear
    dependentPart = Dense(
      weights: dependentWeights, bias: constants, inputs: width, outputs: relations.count)
    headPart = Dense(weights: headWeights, bias: nil, inputs: width, outputs: relations.count)
    rootHead = try head.leakyRow(model.numbers("root", shape: [encodingWidth]).numbers)
    rootRelation = relations.firstIndex(of: "root")
  }

  /// The relation of each row, as an index of the model's labels.
  ///
  /// - Parameter heads: for each row the head's place in its sentence from 1, or 0 for the root.
  func relations(
    _ batch: Batch, heads: [Int], _ encoding: UnsafePointer<Float>, width: Int,
    _ scratch: Scratch, _ kernels: Kernels
  ) -> [Int32] {
    let rows = batch.rows
    let headRows = unsafe scratch.heads.room(rows * head.stride)
    let dependents = unsafe scratch.dependents.room(rows * dependent.stride)
    unsafe head.applyLeaky(kernels, to: encoding, inputStride: width, rows: rows, into: headRows)
    unsafe dependent.applyLeaky(
      kernels, to: encoding, inputStride: width, rows: rows, into: dependents)
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
    let scores = unsafe scratch.scores.room(rows * stride)
    unsafe dependentPart.apply(
      kernels, to: dependents, inputStride: dependent.stride, rows: rows, into: scores)
    unsafe headPart.add(kernels, of: chosen, inputStride: head.stride, rows: rows, to: scores)
    let products = unsafe scratch.products.room(rows * head.stride)
    for (relation, layer) in bilinear.enumerated() {
      unsafe layer.apply(
        kernels, to: dependents, inputStride: dependent.stride, rows: rows, into: products)
      unsafe kernels.table.pointee.row_products(
        products, layer.stride, chosen, head.stride, scores + relation, stride, rows, head.outputs)
    }
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
}
