/// The words of a text that blocks are held against.
struct SharedWords {
  private var words = HashNumbers()
  /// By word: the last block that had it.
  private var lastBlock: [Int] = []
  private var block = 0
  /// A bit for each word, and for a few others: most blocks have none of them, and are told by it.
  private var mayHave = [UInt64](repeating: 0, count: 64)
  /// The words of the last block that was counted, by open addressing: enough places for `longest`.
  private var places = [(hash: UInt32, block: Int)](repeating: (0, 0), count: 256)

  /// Longer blocks are not held against the text.
  private static let longest = 79
  /// The share above which two texts say the same.
  static let most: Float = 0.6

  init(_ hashes: [UInt32]) {
    for hash in hashes {
      _ = words.number(of: UInt64(hash))
      mayHave[Int(hash >> 6 & 63)] |= 1 << UInt64(hash & 63)
    }
    lastBlock = Array(repeating: 0, count: words.count)
  }

  /// Whether a block of so many words may have more than `most` of its words in common with the text.
  func mayShareMost(of count: Int) -> Bool {
    words.count > 1 && count <= Self.longest && Float(count) > Self.most * Float(words.count)
  }

  /// The share of the different words that a block has in common with the text, of the longer one's.
  mutating func share(in hashes: ArraySlice<UInt32>) -> Float {
    guard !hashes.isEmpty, words.count > 1, hashes.count <= Self.longest else { return 0 }
    block += 1
    var common = 0
    for hash in hashes where mayHave[Int(hash >> 6 & 63)] >> UInt64(hash & 63) & 1 == 1 {
      guard let word = words.known(UInt64(hash)), lastBlock[word] != block else { continue }
      lastBlock[word] = block
      common += 1
    }
    if common == 0 { return 0 }
    guard hashes.count > words.count else { return Float(common) / Float(words.count) }
    return Float(common) / Float(max(countDistinct(hashes), words.count))
  }

  /// How many different words a block has.
  private mutating func countDistinct(_ hashes: ArraySlice<UInt32>) -> Int {
    var count = 0
    for hash in hashes {
      var place = Int((hash &* 0x9E37_79B9) >> 24)
      while places[place].block == block, places[place].hash != hash { place = (place + 1) & 255 }
      if places[place].block != block {
        places[place] = (hash, block)
        count += 1
      }
    }
    return count
  }
}
