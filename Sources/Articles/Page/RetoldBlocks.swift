/// Finds what a page tells twice: a whole article again in one hidden element, or set once for wide
/// screens and once for narrow ones.
enum RetoldBlocks {
  /// Shorter blocks may well repeat: "Yes.", a refrain, the lines of a table.
  private static let least = 45
  /// The share of a block's word sequences that others must tell too.
  private static let share = 0.8

  /// The kept blocks that can go, since what they tell stands in others that stay; of two alike the
  /// later one, and one that holds many rather than these.
  static func of(
    _ isKept: [Bool], _ measures: [BlockMeasures], _ hashes: BlockHashes
  ) -> [Int] {
    let kept = isKept.indices.filter { isKept[$0] }
    let long = kept.filter { measures[$0].words >= least }
    guard long.count > 1 || long.count == 1 && kept.count > 3, mayRetell(kept, long, hashes) else {
      return []
    }
    var told = Tellings(capacity: kept.reduce(0) { $0 + hashes.range(of: $1).count })
    for block in kept { told.add(hashes.range(of: block), of: hashes.all.span) }
    guard told.isAnyRetold else { return [] }
    var retold: [Int] = []
    let order = long.sorted { (hashes[$1].count, $1) < (hashes[$0].count, $0) }
    for block in order {
      let own = told.sequences(in: hashes.range(of: block), of: hashes.all.span)
      guard !own.isEmpty else { continue }
      let again = own.count { told.counts[$0] > 1 }
      guard Double(again) >= share * Double(own.count) else { continue }
      retold.append(block)
      for part in own { told.counts[part] -= 1 }
    }
    // Short blocks between those go with them where they are told again as well.
    return retold + followers(of: Set(retold), kept, measures, hashes)
  }

  /// Whether so many sequences may stand twice that the shortest of the long blocks could be told again.
  /// A sequence has one bit of many, so that a few seem to stand twice which don't.
  private static func mayRetell(_ kept: [Int], _ long: [Int], _ hashes: BlockHashes) -> Bool {
    // Where no spaces part words, a long block may have few of these.
    let sequences = long.map { hashes.range(of: $0).count - 3 }.filter { $0 > 0 }
    guard let fewest = sequences.min() else { return false }
    let words = kept.reduce(0) { $0 + hashes.range(of: $1).count }
    var size = 64
    while size < words { size *= 2 }
    var bits = [UInt64](repeating: 0, count: size)
    var isTold = bits.mutableSpan
    var again = 0
    let all = hashes.all.span
    for block in kept {
      let own = hashes.range(of: block)
      guard own.count > 3 else { continue }
      // Two words each, of which every one is part of two sequences.
      var (first, next) = (pair(all, own.lowerBound), pair(all, own.lowerBound + 1))
      for at in own.dropLast(3) {
        let last = pair(all, at &+ 2)
        let mixed = (first ^ last &>> 29) &* 0x9E37_79B9_7F4A_7C15 ^ last
        (first, next) = (next, last)
        let bit = UInt64(1) &<< (mixed &>> 58)
        // Safe: the number of places is a power of two, which the mask is one less than.
        let place = Int(truncatingIfNeeded: mixed &>> 32) & (size &- 1)
        let known = unsafe isTold[unchecked: place]
        again &+= known & bit == 0 ? 0 : 1
        unsafe isTold[unchecked: place] = known | bit
      }
    }
    return Double(again) >= share * Double(fewest)
  }

  /// A number for two words.
  @inline(__always)
  private static func pair(_ words: Swift.Span<UInt32>, _ at: Int) -> UInt64 {
    (UInt64(words[at]) << 32 | UInt64(words[at + 1])) &* 0xD6E8_FEB8_6659_FD93
  }

  /// A number for four words.
  @inline(__always)
  private static func sequence(_ words: Swift.Span<UInt32>, _ at: Int) -> UInt64 {
    var mixed: UInt64 = 0xCBF2_9CE4_8422_2325
    for step in at..<at + 4 { mixed = (mixed ^ UInt64(words[step])) &* 0x9E37_79B9_7F4A_7C15 }
    return mixed
  }

  private static func followers(
    of retold: Set<Int>, _ kept: [Int], _ measures: [BlockMeasures], _ hashes: BlockHashes
  ) -> [Int] {
    guard !retold.isEmpty else { return [] }
    var counts: [ArraySlice<UInt32>: Int] = [:]
    for block in kept where !retold.contains(block) {
      counts[hashes[block], default: 0] += 1
    }
    var gone = retold
    var followers: [Int] = []
    for (place, block) in kept.enumerated()
    where !retold.contains(block) && measures[block].words < least {
      guard let count = counts[hashes[block]], count > 1,
        place > 0 && gone.contains(kept[place - 1])
          || place + 1 < kept.count && gone.contains(kept[place + 1])
      else { continue }
      counts[hashes[block]] = count - 1
      gone.insert(block)
      followers.append(block)
    }
    return followers
  }

  /// How many blocks tell each sequence of four words.
  private struct Tellings {
    private var numbers: HashNumbers
    private var lastBlock: [Int] = []
    private var block = 0
    /// By number of the sequence.
    var counts: [Int] = []
    /// Whether more than one block tells a sequence.
    private(set) var isAnyRetold = false

    init(capacity: Int) {
      numbers = HashNumbers(capacity: capacity)
      lastBlock.reserveCapacity(capacity)
      counts.reserveCapacity(capacity)
    }

    /// Counts the sequences of one more block.
    mutating func add(_ range: Range<Int>, of words: Swift.Span<UInt32>) {
      block += 1
      for at in range.dropLast(3) {
        let number = numbers.number(of: RetoldBlocks.sequence(words, at))
        if number == counts.count {
          counts.append(1)
          lastBlock.append(block)
        } else if lastBlock[number] != block {
          lastBlock[number] = block
          counts[number] += 1
          isAnyRetold = true
        }
      }
    }

    /// The numbers of the different sequences of a block that was counted.
    mutating func sequences(in range: Range<Int>, of words: Swift.Span<UInt32>) -> [Int] {
      block += 1
      var own: [Int] = []
      for at in range.dropLast(3) {
        guard let number = numbers.known(RetoldBlocks.sequence(words, at)),
          lastBlock[number] != block
        else {
          continue
        }
        lastBlock[number] = block
        own.append(number)
      }
      return own
    }
  }
}
