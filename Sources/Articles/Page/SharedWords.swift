/// The words of a text that blocks are held against.
struct SharedWords {
  private var words = HashNumbers()
  /// By word: the last block that had it.
  private var lastBlock: [Int] = []
  private var block = 0
  /// A bit for each word, and for a few others: most blocks have none of them, and are told by it.
  private var mayHave = [UInt64](repeating: 0, count: 64)

  init(_ hashes: [UInt32]) {
    for hash in hashes {
      _ = words.number(of: UInt64(hash))
      mayHave[Int(hash >> 6 & 63)] |= 1 << UInt64(hash & 63)
    }
    lastBlock = Array(repeating: 0, count: words.count)
  }

  /// The share of the different words that a block has in common with the text, of the longer one's.
  mutating func share(in hashes: [UInt32]) -> Float {
    guard !hashes.isEmpty, words.count > 1, hashes.count < 80 else { return 0 }
    var found: UInt64 = 0
    for hash in hashes { found |= mayHave[Int(hash >> 6 & 63)] >> UInt64(hash & 63) & 1 }
    if found == 0 { return 0 }
    block += 1
    var common = 0
    for hash in hashes {
      guard let word = words.known(UInt64(hash)), lastBlock[word] != block else { continue }
      lastBlock[word] = block
      common += 1
    }
    if common == 0 { return 0 }
    return Float(common) / Float(max(Self.distinct(hashes), words.count))
  }

  private static func distinct(_ hashes: [UInt32]) -> Int {
    let sorted = hashes.sorted()
    return 1 + zip(sorted, sorted.dropFirst()).count { $0 != $1 }
  }
}
