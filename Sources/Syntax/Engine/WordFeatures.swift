/// The tables of a word's features: whole word, affixes, shape, n-grams, pre-trained vector.
struct WordFeatures: Sendable {
  /// The number of columns of all tables.
  let width: Int
  private let tables: [(Feature, Tensor)]
  private let words: Tensor?
  private let vectors: Tensor?
  private let gramSizes: [Int]
  private let mostGrams: Int

  private enum Feature { case word, initial, prefix, ending, suffix, shape, grams, vector }

  init(model: ModelFile) throws(SyntaxError) {
    let names: [(Feature, String)] = [
      (.word, "word"), (.initial, "initial"), (.prefix, "prefix"), (.ending, "ending"),
      (.suffix, "suffix"), (.shape, "shape"), (.grams, "gram"), (.vector, "vector"),
    ]
    var tables: [(Feature, Tensor)] = []
    var hashes: [Feature: Tensor] = [:]
    for (feature, name) in names {
      guard let table = try model.numbers(name + ".embedding", dimensions: 2) else { continue }
      guard table.rows >= 2 else { throw .unusableModel("\(name).embedding has no rows") }
      if feature == .word || feature == .vector {
        hashes[feature] = try model.hashes(name + ".hashes", count: table.rows - 1)
      }
      tables.append((feature, table))
    }
    let grams = model.header.config.grams
    gramSizes = grams?.sizes ?? []
    mostGrams = grams?.most ?? 0
    guard gramSizes.allSatisfy({ 1...16 ~= $0 }), 0...1024 ~= mostGrams else {
      throw .unusableModel("the sizes of n-grams make no sense")
    }
    width = tables.reduce(0) { $0 + $1.1.width }
    guard width > 0 else { throw .unusableModel("it has no embeddings") }
    self.tables = tables
    words = hashes[.word]
    vectors = hashes[.vector]
  }

  /// Writes a word's features, `width` numbers.
  func write(_ form: WordForm, to target: UnsafeMutablePointer<Float>) {
    var next = unsafe target
    for (feature, table) in tables {
      if feature == .grams {
        unsafe writeGrams(form, table, to: next)
      } else {
        unsafe table.copyRow(row(feature, form, table.rows), to: next)
      }
      unsafe next += table.width
    }
  }

  private func row(_ feature: Feature, _ form: WordForm, _ rows: Int) -> Int {
    let count = form.count
    switch feature {
    case .word: return (words?.place(of: FNV.hash(form.lower)) ?? -1) + 1
    case .vector: return (vectors?.place(of: FNV.hash(form.lower)) ?? -1) + 1
    case .initial: return Self.bucket(FNV.hash(form.slice(0..<1)), rows)
    case .prefix: return Self.bucket(Self.hash("p", form.slice(0..<3)), rows)
    case .ending: return Self.bucket(Self.hash("s", form.slice(max(0, count - 2)..<count)), rows)
    case .suffix: return Self.bucket(Self.hash("S", form.slice(max(0, count - 3)..<count)), rows)
    case .shape, .grams: return Self.bucket(FNV.hash(form.shape), rows)
    }
  }

  private func writeGrams(_ form: WordForm, _ table: Tensor, to sum: UnsafeMutablePointer<Float>) {
    unsafe sum.update(repeating: 0, count: table.width)
    let count = form.count
    var written = 0
    unsafe withUnsafeTemporaryAllocation(of: Float.self, capacity: table.width) { vector in
      guard let vector = vector.baseAddress else { return }
      // Scalar 0 is "<", scalars 1...count are the word's, and count + 1 is ">".
      for size in gramSizes where size <= count + 2 {
        for start in 0...count + 2 - size where written < mostGrams {
          let end = start + size
          var hash = FNV.hash(start == 0 ? [UInt8(ascii: "<")] : [])
          hash = FNV.hash(form.slice(max(0, start - 1)..<min(count, end - 1)), after: hash)
          if end == count + 2 { hash = FNV.hash([UInt8(ascii: ">")], after: hash) }
          unsafe table.copyRow(Self.bucket(hash, table.rows), to: vector)
          for column in 0..<table.width { unsafe sum[column] += vector[column] }
          written += 1
        }
        if written == mostGrams { break }
      }
    }
    for column in 0..<table.width where written > 1 { unsafe sum[column] /= Float(written) }
  }

  private static func hash(_ mark: Character, _ bytes: ArraySlice<UInt8>) -> UInt64 {
    FNV.hash(bytes, after: FNV.hash(String(mark).utf8))
  }

  private static func bucket(_ hash: UInt64, _ rows: Int) -> Int {
    Int(hash % UInt64(rows - 1)) + 1
  }
}
