/// Numbers for hashes, in the order in which they were first seen: what arrays then hold, a count or a
/// weight, is found without hashing a hash again.
///
/// Open addressing with linear probing.
package struct HashNumbers: Sendable {
  /// How many hashes have a number.
  package private(set) var count = 0
  private var keys: [UInt64]
  /// The number of the key in the same place, -1 where there is none.
  private var numbers: [Int32]

  /// - Parameter capacity: how many hashes are expected.
  package init(capacity: Int = 16) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    numbers = Array(repeating: -1, count: size)
  }

  /// The number of a hash that has one.
  package func known(_ hash: UInt64) -> Int? {
    let number = numbers[place(of: hash)]
    return number < 0 ? nil : Int(number)
  }

  func contains(_ hash: UInt64) -> Bool { numbers[place(of: hash)] >= 0 }

  /// The number of a hash, given now where it has none.
  package mutating func number(of hash: UInt64) -> Int {
    let place = place(of: hash)
    if numbers[place] >= 0 { return Int(numbers[place]) }
    keys[place] = hash
    numbers[place] = Int32(count)
    count += 1
    if count * 2 > keys.count { grow() }
    return count - 1
  }

  /// Where a hash stands or would stand.
  @inline(__always)
  private func place(of hash: UInt64) -> Int {
    let mask = keys.count - 1
    var place = Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while numbers[place] >= 0, keys[place] != hash { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = (keys, numbers)
    keys = Array(repeating: 0, count: old.0.count * 2)
    numbers = Array(repeating: -1, count: old.0.count * 2)
    for (key, number) in zip(old.0, old.1) where number >= 0 {
      let place = place(of: key)
      keys[place] = key
      numbers[place] = number
    }
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
