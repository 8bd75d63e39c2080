import Text

/// What the words of a block say about it: "subscribe" and "read more" stand in furniture, "said" in
/// reports.
///
/// `text_words.tsv` has a weight for the hash of a word, eight hexadecimal digits, or of two words that
/// follow each other, sixteen; so no words of the pages it was learned from stand in it.
struct TextWords: Sendable {
  private var numbers = HashNumbers(capacity: 8192)
  private var weights: [Float] = []
  private var sieve = HashSieve(capacity: 8192)

  /// So many words of a block are read: furniture is short, and a long block's topic says nothing.
  static let reach = 30

  init(_ table: [UInt8]) {
    for row in TSV.rows(table) where row.cells.count == 2 {
      guard let key = UInt64(row[0], radix: 16), !numbers.contains(key) else { continue }
      _ = numbers.number(of: key)
      sieve.insert(key)
      weights.append(Float(row[1]) ?? 0)
    }
  }

  @inline(__always)
  private func weight(of key: UInt64) -> Float {
    guard sieve.mayHold(key), let number = numbers.known(key) else { return 0 }
    return weights[number]
  }

  /// The sum of the weights of a block's words.
  func score(_ block: Range<Int>, of hashes: Swift.Span<UInt32>) -> Float {
    guard !weights.isEmpty else { return 0 }
    var sum: Float = 0
    var last: UInt32 = 0
    for at in block.prefix(Self.reach) {
      let hash = hashes[at]
      sum += weight(of: UInt64(hash))
      if last != 0 { sum += weight(of: UInt64(last) << 32 | UInt64(hash)) }
      last = hash
    }
    return max(-12, min(12, sum))
  }
}
