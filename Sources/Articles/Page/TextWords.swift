import Text

/// What the words of a block say about it: "subscribe" and "read more" stand in furniture, "said" in
/// reports.
///
/// `text_words.tsv` has a weight for the hash of a word, eight hexadecimal digits, or of two words that
/// follow each other, sixteen; so no words of the pages it was learned from stand in it.
struct TextWords: Sendable {
  private var numbers = HashNumbers(capacity: 8192)
  private var weights: [Float] = []
  /// A bit for each hash that has a weight, and for a few that have none: most words are told by it
  /// without a look into the table, which is larger than the fastest cache.
  private var mayHave = [UInt64](repeating: 0, count: 1 << 10)

  /// So many words of a block are read: furniture is short, and a long block's topic says nothing.
  static let reach = 30

  init(_ table: [UInt8]) {
    for row in TSV.rows(table) where row.cells.count == 2 {
      guard let key = UInt64(row[0], radix: 16), !numbers.contains(key) else { continue }
      _ = numbers.number(of: key)
      let (place, bit) = Self.place(of: key)
      mayHave[place] |= bit
      weights.append(Float(row[1]) ?? 0)
    }
  }

  @inline(__always)
  private func weight(of key: UInt64) -> Float {
    let (place, bit) = Self.place(of: key)
    guard mayHave[place] & bit != 0, let number = numbers.known(key) else { return 0 }
    return weights[number]
  }

  @inline(__always)
  private static func place(of key: UInt64) -> (place: Int, bit: UInt64) {
    let mixed = (key &* 0xD6E8_FEB8_6659_FD93) >> 48
    return (Int(mixed >> 6), 1 << (mixed & 63))
  }

  /// The sum of the weights of a block's words.
  func score(_ hashes: ArraySlice<UInt32>) -> Float {
    guard !weights.isEmpty else { return 0 }
    var sum: Float = 0
    var last: UInt32 = 0
    for hash in hashes.prefix(Self.reach) {
      sum += weight(of: UInt64(hash))
      if last != 0 { sum += weight(of: UInt64(last) << 32 | UInt64(hash)) }
      last = hash
    }
    return max(-12, min(12, sum))
  }
}
