/// What a character is among the letters of names and dates: looked up in a table for the scripts
/// before Arabic, since asking Unicode's properties takes many times as long.
struct CharacterTraits: OptionSet {
  let rawValue: UInt8

  static let letter = CharacterTraits(rawValue: 1)
  static let capital = CharacterTraits(rawValue: 2)
  static let small = CharacterTraits(rawValue: 4)
  static let number = CharacterTraits(rawValue: 8)
  static let space = CharacterTraits(rawValue: 16)
  /// A mark that belongs to the character before it.
  static let extending = CharacterTraits(rawValue: 32)

  /// Whether the script has no capitals, as Chinese and Arabic.
  var isCaseless: Bool { contains(.letter) && isDisjoint(with: [.capital, .small]) }

  @inline(__always)
  init(rawValue: UInt8) { self.rawValue = rawValue }

  @inline(__always)
  init(_ scalar: Unicode.Scalar) {
    self = scalar.value < 0x600 ? Self.table[Int(scalar.value)] : Self(asking: scalar)
  }

  private init(asking scalar: Unicode.Scalar) {
    let properties = scalar.properties
    var traits: CharacterTraits = []
    if properties.isAlphabetic { traits.insert(.letter) }
    if properties.isUppercase { traits.insert(.capital) }
    // Georgian is written without capitals.
    if properties.isLowercase, !(0x10D0...0x10FF).contains(scalar.value) { traits.insert(.small) }
    if properties.numericType != nil { traits.insert(.number) }
    if properties.isWhitespace { traits.insert(.space) }
    if properties.isGraphemeExtend { traits.insert(.extending) }
    self = traits
  }

  private static let table: [CharacterTraits] = (0..<0x600 as Range<UInt32>).map {
    Unicode.Scalar($0).map(CharacterTraits.init(asking:)) ?? []
  }
}

extension Span<UInt8> {
  /// The character at an offset of well-formed UTF-8; the offset moves behind it.
  @inline(__always)
  func scalar(at offset: inout Int) -> Unicode.Scalar {
    let first = UInt32(self[offset])
    offset += 1
    if first < 0x80 { return Unicode.Scalar(UInt8(first)) }
    let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = first & (0x7F >> UInt32(width))
    for _ in 1..<width where offset < count {
      value = value << 6 | UInt32(self[offset] & 0x3F)
      offset += 1
    }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
