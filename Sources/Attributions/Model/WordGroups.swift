/// Words of like meaning, as numbered groups: what was learned about one says something of the
/// others. Made from word vectors by `Training/attributions/groups.py`.
package struct WordGroups: Sendable {
  /// The hashes of the words, in rising order.
  private var hashes: [UInt32] = []
  /// The small and the large group of each word, counted from 1.
  private var small: [UInt16] = []
  private var large: [UInt8] = []

  /// No groups.
  package init() {}

  /// Whether there is no word in them: then nothing is to be learned or told from groups.
  package var isEmpty: Bool { hashes.isEmpty }

  /// Reads `word`, `small group`, `large group` from lines parted by tabs.
  package init(table: String) {
    var groups: [UInt32: (UInt16, UInt8)] = [:]
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: "\t")
      guard fields.count == 3, let small = UInt16(fields[1]), let large = UInt8(fields[2]) else {
        continue
      }
      groups[FeatureHash.of(String(fields[0]))] = (small + 1, large + 1)
    }
    hashes = groups.keys.sorted()
    small = hashes.map { groups[$0]?.0 ?? 0 }
    large = hashes.map { groups[$0]?.1 ?? 0 }
  }

  /// The groups of a word by the hash of its lemma, 0 for none.
  package func groups(of hash: UInt32) -> (small: UInt32, large: UInt32) {
    var low = 0
    var high = hashes.count
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    guard low < hashes.count, hashes[low] == hash else { return (0, 0) }
    return (UInt32(small[low]), UInt32(large[low]))
  }

  /// The groups as bytes: their number, then for each word its hash and its two groups.
  var encoded: [UInt8] {
    var bytes = Self.bytes(UInt32(hashes.count), 4)
    for index in hashes.indices {
      bytes += Self.bytes(hashes[index], 4) + Self.bytes(UInt32(small[index]), 2) + [large[index]]
    }
    return bytes
  }

  /// Reads groups from the front of some bytes; nil where they are cut off or out of order.
  init?(_ rest: inout ArraySlice<UInt8>) {
    guard let count = Self.number(&rest, 4), rest.count / 7 >= Int(count) else { return nil }
    for _ in 0..<count {
      guard let hash = Self.number(&rest, 4), let small = Self.number(&rest, 2),
        let large = rest.popFirst(), hashes.last.map({ $0 < hash }) ?? true
      else { return nil }
      hashes.append(hash)
      self.small.append(UInt16(small))
      self.large.append(large)
    }
  }

  private static func bytes(_ value: UInt32, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static func number(_ rest: inout ArraySlice<UInt8>, _ width: Int) -> UInt32? {
    guard rest.count >= width else { return nil }
    var value: UInt32 = 0
    for shift in 0..<width { value |= UInt32(rest.removeFirst()) << (shift * 8) }
    return value
  }
}
