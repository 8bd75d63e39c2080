/// A stretch of text without white space, decoded: what the rules for tokens look at.
struct Chunk {
  /// The code points.
  private(set) var scalars: [UInt32] = []
  /// The class of each.
  private(set) var classes: [CharacterClass] = []
  /// The byte at which each begins, with the end of the chunk as the last.
  private(set) var bytes: [Int] = []
  /// Whether an `@`, a `:` or a `www` may begin an address here.
  private(set) var mayHoldAddress = false

  /// The number of code points.
  @inline(__always) var count: Int { scalars.count }

  /// Decodes the characters at `start` up to white space, `limit` bytes or the `end`.
  mutating func decode(_ utf8: [UInt8], from start: Int, to end: Int, limit: Int) {
    scalars.removeAll(keepingCapacity: true)
    classes.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    mayHoldAddress = false
    var byte = start
    while byte < end && byte - start < limit {
      let (scalar, length) = Chunk.scalar(utf8, at: byte)
      let kind = CharacterClass.of(scalar)
      if kind == .space { break }
      if scalar == 0x40 || scalar == 0x3A || scalar == 0x2F || scalar == 0x77 || scalar == 0x57 {
        mayHoldAddress = true
      }
      scalars.append(scalar)
      classes.append(kind)
      bytes.append(byte)
      byte += length
    }
    bytes.append(byte)
  }

  /// The code point that begins at a byte of well-formed UTF-8, and its length.
  @inline(__always)
  static func scalar(_ utf8: [UInt8], at byte: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(utf8[byte])
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | UInt32(utf8[byte + 1] & 0x3F), 2) }
    let second = UInt32(utf8[byte + 1] & 0x3F)
    let third = UInt32(utf8[byte + 2] & 0x3F)
    if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
    let fourth = UInt32(utf8[byte + 3] & 0x3F)
    return ((first & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
  }

  /// The class at an index; `space` outside the chunk.
  @inline(__always)
  func kind(_ index: Int) -> CharacterClass {
    index >= 0 && index < classes.count ? classes[index] : .space
  }

  /// The code point at an index; 0 outside the chunk.
  @inline(__always)
  func at(_ index: Int) -> UInt32 { index >= 0 && index < scalars.count ? scalars[index] : 0 }

  /// Whether this ASCII character stands at an index.
  @inline(__always)
  func holds(_ character: Unicode.Scalar, at index: Int) -> Bool { at(index) == character.value }

  /// The characters in lower case as far as ASCII goes, with all apostrophes as `'`.
  func lowercased(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    for index in range {
      let scalar = scalars[index]
      let plain =
        classes[index] == .apostrophe ? 0x27 : 0x41...0x5A ~= scalar ? scalar + 32 : scalar
      view.append(Unicode.Scalar(plain) ?? "\u{FFFD}")
    }
    return String(view)
  }

  /// The first index from `start` on whose class is not a letter or digit or what extends them.
  @inline(__always)
  func wordEnd(_ start: Int) -> Int {
    var index = start
    while index < classes.count {
      switch classes[index] {
      case .letter, .digit, .extender: index += 1
      default: return index
      }
    }
    return index
  }

  /// The first index from `start` on that is not a digit.
  @inline(__always)
  func digitsEnd(_ start: Int) -> Int {
    var index = start
    while index < classes.count && classes[index] == .digit { index += 1 }
    return index
  }
}
