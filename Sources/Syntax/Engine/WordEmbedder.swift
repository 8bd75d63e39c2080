import Synchronization
import SyntaxKernels

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

  /// Words in the cache at most (4 MB where a vector has 128 numbers).
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
    pieces = weight.rows / width
    mix = try Dense(LayerWeights("mix", inputs: weight.width, in: model))
    cache = Mutex(WordVectors(width: width, capacity: Self.cacheSize))
  }

  /// Writes the vectors of words as bytes, `width` a word, with the scale of each.
  func embed(
    _ words: [String], into vectors: UnsafeMutablePointer<UInt8>,
    scales: UnsafeMutablePointer<Float>, _ kernels: Kernels
  ) {
    var missing: [String: [Int]] = [:]
    var missingWords: [String] = []
    cache.withLock { cache in
      for (index, word) in words.enumerated() {
        if unsafe cache.copy(word, to: vectors + index * width, scale: scales + index) { continue }
        if missing[word, default: []].isEmpty { missingWords.append(word) }
        missing[word, default: []].append(index)
      }
    }
    if missingWords.isEmpty { return }
    let memory = (input: Floats(), mixed: Floats())
    let input = unsafe memory.input.room(Self.chunk * features.width)
    let mixed = unsafe memory.mixed.room(Self.chunk * mix.stride)
    for first in stride(from: 0, to: missingWords.count, by: Self.chunk) {
      let part = missingWords[first..<min(first + Self.chunk, missingWords.count)]
      for (row, word) in part.enumerated() {
        unsafe features.write(WordForm(word), to: input + row * features.width)
      }
      unsafe mix.apply(
        kernels, to: input, inputStride: features.width, rows: part.count, into: mixed)
      for (row, word) in part.enumerated() {
        let sums = unsafe mixed + row * mix.stride
        unsafe finish(sums)
        let places = missing[word, default: []]
        let target = unsafe vectors + places[0] * width
        let scale = unsafe scales + places[0]
        unsafe kernels.table.pointee.quantise(sums, width, target, width, scale, 1, width)
        for place in places.dropFirst() {
          unsafe (vectors + place * width).update(from: target, count: width)
          unsafe scales[place] = scale.pointee
        }
      }
    }
    cache.withLock { cache in
      for word in missingWords {
        if let place = missing[word]?.first {
          unsafe cache.keep(word, vectors + place * width, scale: scales[place])
        }
      }
    }
  }

  /// The greatest piece of each unit, then the norm over the units, in place of the first piece.
  private func finish(_ vector: UnsafeMutablePointer<Float>) {
    var sum: Float = 0
    for unit in 0..<width {
      var most = unsafe vector[unit]
      for piece in 1..<max(pieces, 1) {
        most = unsafe max(most, vector[piece * width + unit])
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
  private let vectors = Bytes()
  private let scales = Floats()
  private static let longestWord = 40

  init(width: Int, capacity: Int) {
    self.width = width
    self.capacity = capacity
  }

  func copy(
    _ word: String, to target: UnsafeMutablePointer<UInt8>, scale: UnsafeMutablePointer<Float>
  ) -> Bool {
    guard let place = places[word] else { return false }
    unsafe target.update(from: vectors.start + place * width, count: width)
    unsafe scale.pointee = scales.start[place]
    return true
  }

  mutating func keep(_ word: String, _ vector: UnsafePointer<UInt8>, scale: Float) {
    guard word.utf8.count <= Self.longestWord, places[word] == nil else { return }
    if places.count == capacity { places.removeAll(keepingCapacity: true) }
    let place = places.count
    unsafe (vectors.room(capacity * width) + place * width).update(from: vector, count: width)
    unsafe scales.room(capacity)[place] = scale
    places[word] = place
  }
}
