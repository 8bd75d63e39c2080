/// Damages bytes the same way each time.
struct Mutator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func number(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(1, limit)
  }

  /// The bytes with up to four changes: bytes overwritten, taken out, doubled, or the end cut off.
  mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...number(below: 4) where !bytes.isEmpty {
      let start = number(below: bytes.count)
      let end = min(bytes.count, start + 1 + number(below: 40))
      switch number(below: 5) {
      case 0: bytes[start] = UInt8(number(below: 256))
      case 1: bytes.removeSubrange(start..<end)
      case 2: bytes.insert(contentsOf: bytes[start..<end], at: number(below: bytes.count))
      case 3: for index in start..<end { bytes[index] ^= UInt8(number(below: 256)) }
      default: if number(below: 4) == 0 { bytes.removeSubrange(start...) }
      }
    }
    return bytes
  }
}
