/// Numbers for names of elements and attributes; each name is kept once, as UTF-8.
///
/// Open addressing with linear probing. A name's first eight bytes are a number, which is all of most
/// names, so that they are hashed and compared at once. The names of `Tag` come first, so
/// that the number of a name below `Tag.allCases.count` is also the number of its tag.
struct NameTable: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each name ends in `bytes`; it starts where the one before it ends.
  private var ends: [Int32] = []
  private var slots = [Slot](repeating: Slot(), count: 1024)
  private var tags: [Tag] = []

  /// A place of the table, with all that most names are told by.
  private struct Slot {
    /// The name's bytes where there are no more than eight, else all of them mixed.
    var key: UInt64 = 0
    var length: Int32 = 0
    /// The name's number, -1 where none stands.
    var name: Int32 = -1
  }

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
    number(of: text, range, Self.lowercased(text.prefix(range)))
  }

  /// The same, where the first eight bytes are known already, in lower case.
  @inline(__always)
  mutating func number(of text: Span<UInt8>, _ range: Range<Int>, _ prefix: UInt64) -> Int32 {
    find(text, range, prefix, folding: true) ?? add(text, range, prefix, folding: true)
  }

  /// The same for a name of less than eight bytes, which are known, in lower case.
  @inline(__always)
  mutating func number(short prefix: UInt64, _ length: Int) -> Int32 {
    let known = find(short: prefix, length)
    return known >= 0 ? known : add(short: prefix, length)
  }

  /// -1 where the name is new.
  @inline(__always)
  private func find(short prefix: UInt64, _ length: Int) -> Int32 {
    let slots = slots.span
    var place = Self.place(for: prefix, length, of: slots.count)
    while true {
      // Safe: a place is less than the number of slots, which is a power of two.
      let slot = unsafe slots[unchecked: place]
      if slot.key == prefix && Int(slot.length) == length || slot.name < 0 { return slot.name }
      place = (place &+ 1) & (slots.count &- 1)
    }
  }

  @inline(never)
  private mutating func add(short prefix: UInt64, _ length: Int) -> Int32 {
    for step in 0..<length { bytes.append(UInt8(truncatingIfNeeded: prefix >> UInt64(step * 8))) }
    return place(prefix, length)
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
    let utf8 = name.utf8
    let text = utf8.span
    return find(text, 0..<text.count, text.prefix(0..<text.count), folding: false)
  }

  @inline(never)
  private mutating func add(
    _ text: Span<UInt8>, _ range: Range<Int>, _ prefix: UInt64, folding: Bool
  ) -> Int32 {
    for offset in range { bytes.append(folding ? text[offset].asciiLowercase : text[offset]) }
    return place(Self.key(text, range, prefix, folding), range.count)
  }

  /// Gives the next number to the name at the end of `bytes`.
  private mutating func place(_ prefix: UInt64, _ length: Int) -> Int32 {
    let name = Int32(ends.count)
    ends.append(Int32(bytes.count))
    if ends.count * 2 > slots.count { grow() }
    place(Slot(key: prefix, length: Int32(length), name: name))
    return name
  }

  @inline(__always)
  private func find(
    _ text: Span<UInt8>, _ range: Range<Int>, _ prefix: UInt64, folding: Bool
  ) -> Int32? {
    let length = range.upperBound &- range.lowerBound
    let key = Self.key(text, range, prefix, folding)
    let slots = slots.span
    var place = Self.place(for: key, length, of: slots.count)
    while true {
      // Safe: a place is less than the number of slots, which is a power of two.
      let slot = unsafe slots[unchecked: place]
      if slot.name < 0 { return nil }
      if slot.key == key, Int(slot.length) == length,
        length <= 8 || isAlike(slot.name, text, range, folding)
      {
        return slot.name
      }
      place = (place &+ 1) & (slots.count &- 1)
    }
  }

  /// What a slot holds of a name; many long names with one beginning don't stand in each other's way.
  @inline(__always)
  private static func key(
    _ text: Span<UInt8>, _ range: Range<Int>, _ prefix: UInt64, _ folding: Bool
  ) -> UInt64 {
    var key = prefix
    var at = range.lowerBound &+ 8
    while at < range.upperBound {
      let word = text.prefix(at..<range.upperBound)
      key = (key ^ (folding ? lowercased(word) : word)) &* 0x9E37_79B9_7F4A_7C15
      key ^= key >> 29
      at &+= 8
    }
    return key
  }

  /// Whether a name of more than eight bytes is a text of the same length.
  private func isAlike(
    _ name: Int32, _ text: Span<UInt8>, _ range: Range<Int>, _ folding: Bool
  ) -> Bool {
    let start = self.range(of: name).lowerBound
    let known = bytes.span
    for step in stride(from: 0, to: range.count, by: 8) {
      let word = text.prefix(range.lowerBound + step..<range.upperBound)
      let wanted = folding ? Self.lowercased(word) : word
      if known.prefix(start + step..<start + range.count) != wanted { return false }
    }
    return true
  }

  @inline(__always)
  private static func place(for prefix: UInt64, _ length: Int, of count: Int) -> Int {
    let mixed = (prefix ^ UInt64(truncatingIfNeeded: length)) &* 0x9E37_79B9_7F4A_7C15
    // The highest bits hang on all of a name.
    return Int(truncatingIfNeeded: mixed >> 32 ^ mixed >> 50) & (count &- 1)
  }

  private mutating func place(_ slot: Slot) {
    var place = Self.place(for: slot.key, Int(slot.length), of: slots.count)
    while slots[place].name >= 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for slot in old where slot.name >= 0 { place(slot) }
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
