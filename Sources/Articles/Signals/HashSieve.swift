/// A bit for each of some hashes, and for a few others: most words are told by it to be none of a set
/// without a look into the set's table.
struct HashSieve: Sendable {
  private var bits: [UInt64]
  private let shift: UInt64

  /// - Parameter capacity: how many hashes are expected.
  init(capacity: Int) {
    var size = 1
    // Few of the words that are no member find a bit set where there are eight bits for a hash.
    while size * 8 < capacity { size *= 2 }
    bits = Array(repeating: 0, count: size)
    shift = UInt64(58 - size.trailingZeroBitCount)
  }

  mutating func insert(_ hash: UInt64) {
    let (place, bit) = place(of: hash)
    bits[place] |= bit
  }

  /// Whether a hash may be one of the set; if not, it is none.
  @inline(__always)
  func mayHold(_ hash: UInt64) -> Bool {
    let (place, bit) = place(of: hash)
    // Safe: the shift leaves no more than the number of a place and of a bit in it.
    return unsafe bits.span[unchecked: place] & bit != 0
  }

  @inline(__always)
  private func place(of hash: UInt64) -> (place: Int, bit: UInt64) {
    let mixed = (hash &* 0xD6E8_FEB8_6659_FD93) &>> shift
    return (Int(truncatingIfNeeded: mixed &>> 6), 1 &<< (mixed & 63))
  }
}
