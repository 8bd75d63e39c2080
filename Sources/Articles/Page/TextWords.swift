import Text

/// What the words of a block say about it: "subscribe" and "read more" stand in furniture, "said" in
/// reports.
///
/// `text_words.tsv` has a weight for the hash of a word, eight hexadecimal digits, or of two words that
/// follow each other, sixteen; so no words of the pages it was learned from stand in it.
struct TextWords: Sendable {
  private var numbers = HashNumbers(capacity: 8192)
  private var weights: [Float] = []

  /// So many words of a block are read: furniture is short, and a long block's topic says nothing.
  static let reach = 30

  init(_ table: [UInt8]) {
    for row in TSV.rows(table) where row.cells.count == 2 {
      guard let key = UInt64(row[0], radix: 16), !numbers.contains(key) else { continue }
      _ = numbers.number(of: key)
      weights.append(Float(row[1]) ?? 0)
    }
  }

  /// The sum of the weights of a block's words.
  func score(_ hashes: [UInt32]) -> Float {
    guard !weights.isEmpty else { return 0 }
    var sum: Float = 0
    var last: UInt32 = 0
    for hash in hashes.prefix(Self.reach) {
      if let word = numbers.known(UInt64(hash)) { sum += weights[word] }
      if last != 0, let pair = numbers.known(UInt64(last) << 32 | UInt64(hash)) {
        sum += weights[pair]
      }
      last = hash
    }
    return max(-12, min(12, sum))
  }
}
