/// Numbers for hashes, in the order in which they were first seen: what arrays then hold, a count or a
/// weight, is found without hashing a hash again.
///
/// Open addressing with linear probing.
package struct HashNumbers: Sendable {
  /// How many hashes have a number.
  package private(set) var count = 0
  private var slots: [Slot]

  private struct Slot {
    var key: UInt64 = 0
    /// The number of the key, -1 where none stands.
    var number: Int32 = -1
  }

  /// - Parameter capacity: how many hashes are expected.
  package init(capacity: Int = 16) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
  }

  /// The number of a hash that has one.
  @inline(__always)
  package func known(_ hash: UInt64) -> Int? {
    let number = slots[place(of: hash)].number
    return number < 0 ? nil : Int(number)
  }

  @inline(__always)
  func contains(_ hash: UInt64) -> Bool { slots[place(of: hash)].number >= 0 }

  /// The number of a hash, given now where it has none.
  package mutating func number(of hash: UInt64) -> Int {
    let place = place(of: hash)
    let number = slots[place].number
    if number >= 0 { return Int(number) }
    slots[place] = Slot(key: hash, number: Int32(count))
    count += 1
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  /// Where a hash stands or would stand.
  @inline(__always)
  private func place(of hash: UInt64) -> Int {
    let slots = slots.span
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    // Safe: the number of places is a power of two, and the mask one less.
    while unsafe slots[unchecked: place].number >= 0, unsafe slots[unchecked: place].key != hash {
      place = (place + 1) & mask
    }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for slot in old where slot.number >= 0 { slots[place(of: slot.key)] = slot }
  }
}

/// The hash of a word's UTF-8 (FNV-1a).
enum WordHash {
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The hash of a word as it stands.
  static func of(_ word: some StringProtocol) -> UInt64 { word.utf8.reduce(seed, step) }
}
