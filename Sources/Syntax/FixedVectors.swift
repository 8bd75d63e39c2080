/// The fixed vectors of some fifty thousand common words that the model carries: words that are
/// used alike have vectors that point alike.
public struct FixedVectors: Sendable {
  private let hashes: Tensor
  private let vectors: Tensor
  /// The numbers of a vector.
  public let width: Int

  private static let english = Result { () throws(SyntaxError) in
    try FixedVectors(model: .english)
  }

  /// The vectors of the built-in model.
  ///
  /// - Throws: `SyntaxError.unusableModel` where the built-in model has none.
  public static func shared() throws(SyntaxError) -> FixedVectors { try english.get() }

  init(model bytes: ModelBytes) throws(SyntaxError) {
    let model = try ModelFile(bytes)
    guard let vectors = try model.numbers("vector.embedding", dimensions: 2) else {
      throw .unusableModel("tensor vector.embedding is missing")
    }
    hashes = try model.hashes("vector.hashes", count: vectors.rows - 1)
    self.vectors = vectors
    width = vectors.width
  }

  /// The vector of a word, its case left out of account; nil for a word that has none.
  public func vector(of word: String) -> [Float]? {
    guard let place = hashes.place(of: FNV.hash(word.lowercased().utf8)) else { return nil }
    return unsafe [Float](unsafeUninitializedCapacity: width) { buffer, count in
      if let base = buffer.baseAddress { unsafe vectors.copyRow(place + 1, to: base) }
      count = width
    }
  }

  /// Writes the vector of a word, its case left out of account, to `target` from `place` on, and
  /// says whether it has one.
  package func copy(_ word: String, to target: inout [Float], at place: Int) -> Bool {
    guard let row = hashes.place(of: FNV.hash(word.lowercased().utf8)) else { return false }
    precondition(place >= 0 && place + width <= target.count, "room for a vector")
    unsafe target.withUnsafeMutableBufferPointer { buffer in
      if let base = buffer.baseAddress { unsafe vectors.copyRow(row + 1, to: base + place) }
    }
    return true
  }
}
