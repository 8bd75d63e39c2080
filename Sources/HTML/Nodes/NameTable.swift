/// Numbers for names of elements and attributes; each name is kept once, as UTF-8.
///
/// Open addressing with linear probing. A name's first eight bytes are a number, which is all of most
/// names, so that they are hashed and compared at once. The names of `Tag` come first, so
/// that the number of a name below `Tag.allCases.count` is also the number of its tag.
struct NameTable: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each name ends in `bytes`; it starts where the one before it ends.
  private var ends: [Int32] = []
  /// The first eight bytes of each name.
  private var prefixes: [UInt64] = []
  private var slots: [Int32] = Array(repeating: -1, count: 1024)
  private var tags: [Tag] = []

  /// The table that every parse starts from.
  static let initial: NameTable = {
    var table = NameTable()
    for tag in Tag.allCases {
      _ = table.numberKeepingCase(of: tag.rawValue)
      table.tags.append(tag)
    }
    return table
  }()

  var count: Int { ends.count }

  /// The tag of a name.
  func tag(of name: Int32) -> Tag { Int(name) < tags.count ? tags[Int(name)] : .other }

  /// The bytes of a name.
  func range(of name: Int32) -> Range<Int> {
    (name == 0 ? 0 : Int(ends[Int(name) - 1]))..<Int(ends[Int(name)])
  }

  /// A name as a string.
  func string(_ name: Int32) -> String { String(decoding: bytes[range(of: name)], as: UTF8.self) }

  /// The number of a name in lower case, given anew if the name is new.
  mutating func number(of name: [UInt8]) -> Int32 { number(of: name.span, 0..<name.count) }

  /// The number of the name that stands, with any case, at `range`.
  mutating func number(of text: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    let prefix = Self.lowercased(text.prefix(range))
    return find(text, range, prefix, folding: true) ?? add(text, range, prefix, folding: true)
  }

  /// The number of a name kept exactly as written, such as `viewBox`.
  mutating func numberKeepingCase(of name: String) -> Int32 {
    let text = Array(name.utf8)
    let prefix = text.span.prefix(0..<text.count)
    return find(text.span, 0..<text.count, prefix, folding: false)
      ?? add(text.span, 0..<text.count, prefix, folding: false)
  }

  /// The number of a name that some node or attribute has.
  func known(_ name: String) -> Int32? {
    let text = Array(name.utf8)
    return find(text.span, 0..<text.count, text.span.prefix(0..<text.count), folding: false)
  }

  private mutating func add(
    _ text: Span<UInt8>, _ range: Range<Int>, _ prefix: UInt64, folding: Bool
  ) -> Int32 {
    let name = Int32(ends.count)
    for offset in range { bytes.append(folding ? text[offset].asciiLowercase : text[offset]) }
    ends.append(Int32(bytes.count))
    prefixes.append(prefix)
    if ends.count * 2 > slots.count { grow() } else { place(name) }
    return name
  }

  @inline(__always)
  private func find(
    _ text: Span<UInt8>, _ range: Range<Int>, _ prefix: UInt64, folding: Bool
  ) -> Int32? {
    var slot = slot(for: prefix, range.count)
    while slots[slot] >= 0 {
      let name = slots[slot]
      if prefixes[Int(name)] == prefix, equals(name, text, range, folding) { return name }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Whether a name whose first eight bytes are those of a text is that text.
  @inline(__always)
  private func equals(
    _ name: Int32, _ text: Span<UInt8>, _ range: Range<Int>, _ folding: Bool
  ) -> Bool {
    let own = self.range(of: name)
    guard own.count == range.count else { return false }
    for step in 0..<max(0, own.count - 8) {
      let byte = text[range.lowerBound + 8 + step]
      if bytes[own.lowerBound + 8 + step] != (folding ? byte.asciiLowercase : byte) {
        return false
      }
    }
    return true
  }

  @inline(__always)
  private func slot(for prefix: UInt64, _ length: Int) -> Int {
    let mixed = (prefix ^ UInt64(length)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 40) & (slots.count - 1)
  }

  private mutating func place(_ name: Int32) {
    var slot = slot(for: prefixes[Int(name)], range(of: name).count)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = name
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for name in ends.indices { place(Int32(name)) }
  }

  /// Capitals from A to Z of eight bytes as small letters.
  @inline(__always)
  private static func lowercased(_ word: UInt64) -> UInt64 {
    let low = word & 0x7F7F_7F7F_7F7F_7F7F
    let fromA = low &+ 0x3F3F_3F3F_3F3F_3F3F
    let behindZ = low &+ 0x2525_2525_2525_2525
    let capitals = (fromA ^ behindZ) & ~word & 0x8080_8080_8080_8080
    return word | capitals >> 2
  }
}
