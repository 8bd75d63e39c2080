/// Finds what a page tells twice: a whole article again in one hidden element, or set once for wide
/// screens and once for narrow ones.
enum RetoldBlocks {
  /// Shorter blocks may well repeat: "Yes.", a refrain, the lines of a table.
  private static let least = 45
  /// The share of a block's word sequences that others must tell too.
  private static let share = 0.8

  /// The kept blocks that can go, since what they tell stands in others that stay; of two alike the
  /// later one, and one that holds many rather than these.
  static func of(_ isKept: [Bool], _ measures: [BlockMeasures]) -> [Int] {
    let kept = isKept.indices.filter { isKept[$0] }
    let long = kept.filter { measures[$0].words >= least }
    guard long.count > 1 || long.count == 1 && kept.count > 3 else { return [] }
    var told = Tellings(capacity: kept.reduce(0) { $0 + measures[$1].hashes.count })
    var parts: [Int: [Int]] = [:]
    for block in kept { parts[block] = told.add(sequences(of: measures[block].hashes)) }
    guard told.counts.contains(where: { $0 > 1 }) else { return [] }
    var retold: [Int] = []
    let order = long.sorted {
      (measures[$1].hashes.count, $1) < (measures[$0].hashes.count, $0)
    }
    for block in order {
      guard let own = parts[block], !own.isEmpty else { continue }
      let again = own.count { told.counts[$0] > 1 }
      guard Double(again) >= share * Double(own.count) else { continue }
      retold.append(block)
      for part in own { told.counts[part] -= 1 }
    }
    // Short blocks between those go with them where they are told again as well.
    return retold + followers(of: Set(retold), kept, measures)
  }

  private static func followers(
    of retold: Set<Int>, _ kept: [Int], _ measures: [BlockMeasures]
  ) -> [Int] {
    guard !retold.isEmpty else { return [] }
    var counts: [[UInt32]: Int] = [:]
    for block in kept where !retold.contains(block) {
      counts[measures[block].hashes, default: 0] += 1
    }
    var gone = retold
    var followers: [Int] = []
    for (place, block) in kept.enumerated()
    where !retold.contains(block) && measures[block].words < least {
      guard let count = counts[measures[block].hashes], count > 1,
        place > 0 && gone.contains(kept[place - 1])
          || place + 1 < kept.count && gone.contains(kept[place + 1])
      else { continue }
      counts[measures[block].hashes] = count - 1
      gone.insert(block)
      followers.append(block)
    }
    return followers
  }

  /// How many blocks tell each sequence of words.
  private struct Tellings {
    private var numbers: HashNumbers
    private var lastBlock: [Int] = []
    private var block = 0
    /// By number of the sequence.
    var counts: [Int] = []

    init(capacity: Int) { numbers = HashNumbers(capacity: capacity) }

    /// Counts the sequences of one more block, and gives the numbers of the different ones.
    mutating func add(_ sequences: some Sequence<UInt64>) -> [Int] {
      block += 1
      var own: [Int] = []
      for sequence in sequences {
        let number = numbers.number(of: sequence)
        if number == counts.count {
          counts.append(0)
          lastBlock.append(0)
        }
        guard lastBlock[number] != block else { continue }
        lastBlock[number] = block
        counts[number] += 1
        own.append(number)
      }
      return own
    }
  }

  /// Sequences of four words.
  private static func sequences(of hashes: [UInt32]) -> some Sequence<UInt64> {
    (0..<max(0, hashes.count - 3)).lazy.map { at in
      var mixed: UInt64 = 0xCBF2_9CE4_8422_2325
      for step in at..<at + 4 { mixed = (mixed ^ UInt64(hashes[step])) &* 0x9E37_79B9_7F4A_7C15 }
      return mixed
    }
  }
}
