import Synchronization

/// Turns written words into the vectors that the encoder reads. What a word's vector is depends
/// on its letters alone, so that the vectors of words seen before are kept.
@safe
final class WordEmbedder: Sendable {
  /// The width of a vector.
  let width: Int
  private let features: WordFeatures
  private let pieces: Int
  private let mix: Dense
  private let normWeight: [Float]
  private let normBias: [Float]
  private let cache: Mutex<WordVectors>

  /// Words in the cache at most (16 MB where a vector has 128 numbers).
  private static let cacheSize = 32_768
  /// Words that are computed at a time.
  private static let chunk = 96

  init(model: ModelFile) throws(SyntaxError) {
    features = try WordFeatures(model: model)
    guard let norm = try model.numbers("mix.norm.weight", dimensions: 1) else {
      throw .unusableModel("tensor mix.norm.weight is missing")
    }
    width = norm.rows
    normWeight = norm.numbers
    normBias = try model.numbers("mix.norm.bias", shape: [width]).numbers
    guard let weight = try model.numbers("mix.weight", dimensions: 2),
      weight.rows % width == 0, width % Kernels.lanes == 0, weight.width == features.width
    else { throw .unusableModel("mix.weight doesn't go with the embeddings or their norm") }
    let bias = try model.numbers("mix.bias", shape: [weight.rows]).numbers
    pieces = weight.rows / width
    mix = Dense(
      weights: weight.numbers, bias: bias, inputs: weight.width, outputs: weight.rows)
    cache = Mutex(WordVectors(width: width, capacity: Self.cacheSize))
  }

  /// Writes the vectors of words, `width` numbers each.
  func embed(
    _ words: [String], into vectors: UnsafeMutablePointer<Float>, _ kernels: Kernels
  ) {
    var missing: [String: [Int]] = [:]
    var missingWords: [String] = []
    cache.withLock { cache in
      for (index, word) in words.enumerated() {
        if unsafe cache.copy(word, to: vectors + index * width) { continue }
        if missing[word, default: []].isEmpty { missingWords.append(word) }
        missing[word, default: []].append(index)
      }
    }
    let input = Floats(Self.chunk * features.width)
    let mixed = Floats(Self.chunk * mix.stride)
    for first in stride(from: 0, to: missingWords.count, by: Self.chunk) {
      let part = missingWords[first..<min(first + Self.chunk, missingWords.count)]
      for (row, word) in part.enumerated() {
        unsafe features.write(WordForm(word), to: input.start + row * features.width)
      }
      unsafe mix.apply(
        kernels, to: input.start, inputStride: features.width, rows: part.count,
        into: mixed.start)
      for (row, word) in part.enumerated() {
        let places = missing[word, default: []]
        let target = unsafe vectors + places[0] * width
        unsafe finish(mixed.start + row * mix.stride, into: target)
        for place in places.dropFirst() {
          unsafe (vectors + place * width).update(from: target, count: width)
        }
      }
    }
    cache.withLock { cache in
      for word in missingWords {
        if let place = missing[word]?.first {
          unsafe cache.keep(word, vectors + place * width)
        }
      }
    }
  }

  /// The greatest piece of each unit, then the norm over the units.
  private func finish(
    _ pieceSums: UnsafePointer<Float>, into vector: UnsafeMutablePointer<Float>
  ) {
    var sum: Float = 0
    for unit in 0..<width {
      var most = unsafe pieceSums[unit]
      for piece in 1..<max(pieces, 1) {
        most = unsafe max(most, pieceSums[piece * width + unit])
      }
      unsafe vector[unit] = most
      sum += most
    }
    let mean = sum / Float(width)
    var squares: Float = 0
    for unit in 0..<width {
      let difference = unsafe vector[unit] - mean
      squares += difference * difference
    }
    let factor = 1 / (squares / Float(width) + 1e-5).squareRoot()
    for unit in 0..<width {
      unsafe vector[unit] = (vector[unit] - mean) * factor * normWeight[unit] + normBias[unit]
    }
  }
}

/// Vectors of words seen before; when it is full, it starts anew.
private struct WordVectors: Sendable {
  private let width: Int
  private let capacity: Int
  private var places: [String: Int] = [:]
  private let vectors: Floats
  private static let longestWord = 40

  init(width: Int, capacity: Int) {
    self.width = width
    self.capacity = capacity
    vectors = Floats()
  }

  func copy(_ word: String, to target: UnsafeMutablePointer<Float>) -> Bool {
    guard let place = places[word] else { return false }
    unsafe target.update(from: vectors.start + place * width, count: width)
    return true
  }

  mutating func keep(_ word: String, _ vector: UnsafePointer<Float>) {
    guard word.utf8.count <= Self.longestWord, places[word] == nil else { return }
    if places.count == capacity { places.removeAll(keepingCapacity: true) }
    let room = unsafe vectors.room(capacity * width)
    unsafe (room + places.count * width).update(from: vector, count: width)
    places[word] = places.count
  }
}
