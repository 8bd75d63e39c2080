/// Numbers for names of elements and attributes; each name is kept once, as UTF-8.
///
/// Open addressing with linear probing over an FNV-1a hash. The names of `Tag` come first, so
/// that the number of a name below `Tag.allCases.count` is also the number of its tag.
struct NameTable: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each name ends in `bytes`; it starts where the one before it ends.
  private var ends: [Int32] = []
  private var hashes: [UInt32] = []
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

  static let hashSeed: UInt32 = 2_166_136_261

  /// One step of the hash.
  @inline(__always)
  static func step(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    (hash ^ UInt32(byte)) &* 16_777_619
  }

  var count: Int { ends.count }

  /// The tag of a name.
  func tag(of name: Int32) -> Tag { Int(name) < tags.count ? tags[Int(name)] : .other }

  /// The bytes of a name.
  func range(of name: Int32) -> Range<Int> {
    (name == 0 ? 0 : Int(ends[Int(name) - 1]))..<Int(ends[Int(name)])
  }

  /// A name as a string.
  func string(_ name: Int32) -> String { String(decoding: bytes[range(of: name)], as: UTF8.self) }

  /// The number of a name, given anew if the name is new.
  mutating func number(of name: [UInt8]) -> Int32 {
    var hash = Self.hashSeed
    for byte in name { hash = Self.step(hash, byte) }
    return number(of: name, name.startIndex..<name.endIndex, hash: hash)
  }

  /// The number of the name that stands, with any case, at `range`; `hash` is that of its
  /// lower-case form.
  mutating func number(of text: [UInt8], _ range: Range<Int>, hash: UInt32) -> Int32 {
    if let known = find(text, range, hash) { return known }
    let name = Int32(ends.count)
    for offset in range { bytes.append(text[offset].asciiLowercase) }
    ends.append(Int32(bytes.count))
    hashes.append(hash)
    if ends.count * 2 > slots.count { grow() } else { place(name, hash) }
    return name
  }

  /// The number of a name kept exactly as written, such as `viewBox`.
  mutating func numberKeepingCase(of name: String) -> Int32 {
    let text = Array(name.utf8)
    var hash = Self.hashSeed
    for byte in text { hash = Self.step(hash, byte) }
    if let known = find(text, 0..<text.count, hash, folding: false) { return known }
    let number = Int32(ends.count)
    bytes += text
    ends.append(Int32(bytes.count))
    hashes.append(hash)
    if ends.count * 2 > slots.count { grow() } else { place(number, hash) }
    return number
  }

  /// The number of a name that some node or attribute has.
  func known(_ name: String) -> Int32? {
    let text = Array(name.utf8)
    var hash = Self.hashSeed
    for byte in text { hash = Self.step(hash, byte) }
    return find(text, 0..<text.count, hash, folding: false)
  }

  private func find(
    _ text: [UInt8], _ range: Range<Int>, _ hash: UInt32, folding: Bool = true
  ) -> Int32? {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let name = slots[slot]
      if hashes[Int(name)] == hash, equals(name, text, range, folding) { return name }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func equals(_ name: Int32, _ text: [UInt8], _ range: Range<Int>, _ folding: Bool) -> Bool
  {
    let own = self.range(of: name)
    guard own.count == range.count else { return false }
    for step in 0..<own.count {
      let byte = text[range.lowerBound + step]
      if bytes[own.lowerBound + step] != (folding ? byte.asciiLowercase : byte) { return false }
    }
    return true
  }

  private mutating func place(_ name: Int32, _ hash: UInt32) {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = name
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (name, hash) in hashes.enumerated() { place(Int32(name), hash) }
  }
}
