import Syntax

/// Words with their vectors, each of a kind, that vote on the kind of a word which is not among
/// them: its nearest neighbours, weighed by the cube of their likeness.
struct WordVotes<Kind: Hashable & Sendable>: Sendable {
  /// A word near the one that is asked about.
  struct Neighbour {
    let word: String
    let kind: Kind
    let weight: Float
  }

  private let vectors: FixedVectors
  private let words: [String]
  private let kinds: [Kind]
  /// A unit vector a row.
  private let rows: [Float]
  /// The forms of a word whose vectors are averaged.
  private let forms: @Sendable (String) -> [String]

  /// The voters; words without a vector are left out.
  init(
    _ voters: [(word: String, kind: Kind)], vectors: FixedVectors,
    forms: @escaping @Sendable (String) -> [String]
  ) {
    self.vectors = vectors
    self.forms = forms
    var words: [String] = []
    var kinds: [Kind] = []
    var rows: [Float] = []
    for (word, kind) in voters {
      guard let row = Self.row(of: forms(word), vectors) else { continue }
      words.append(word)
      kinds.append(kind)
      rows += row
    }
    self.words = words
    self.kinds = kinds
    self.rows = rows
  }

  /// The nearest neighbours of a word, itself left out, the nearest first; none for a word without
  /// a vector.
  func nearest(_ count: Int, to word: String) -> [Neighbour] {
    guard let row = Self.row(of: forms(word), vectors) else { return [] }
    var nearest: [(likeness: Float, index: Int)] = []
    for index in kinds.indices {
      var likeness: Float = 0
      let start = index * vectors.width
      for column in row.indices { likeness += row[column] * rows[start + column] }
      guard nearest.count < count || likeness > nearest[nearest.count - 1].likeness,
        words[index] != word
      else { continue }
      let place = nearest.firstIndex { $0.likeness < likeness } ?? nearest.count
      nearest.insert((likeness, index), at: place)
      if nearest.count > count { nearest.removeLast() }
    }
    return nearest.map { likeness, index in
      let weight = max(likeness, 0)
      return Neighbour(word: words[index], kind: kinds[index], weight: weight * weight * weight)
    }
  }

  /// The mean of the unit vectors of some forms, of length 1.
  private static func row(of forms: [String], _ vectors: FixedVectors) -> [Float]? {
    var sum = [Float](repeating: 0, count: vectors.width)
    for form in forms {
      guard let vector = vectors.vector(of: form).flatMap(unit) else { continue }
      for column in sum.indices { sum[column] += vector[column] }
    }
    return unit(sum)
  }

  private static func unit(_ vector: [Float]) -> [Float]? {
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? vector.map { $0 / length } : nil
  }
}
