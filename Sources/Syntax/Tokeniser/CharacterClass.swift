/// What a character is to the tokeniser.
enum CharacterClass: UInt8 {
  /// White space, by Unicode's property.
  case space
  /// A letter of any script, and what goes with letters (marks, joiners).
  case letter
  case digit
  /// `'`, `’`, `‘`, `` ` ``, `ʼ`: may be part of a word.
  case apostrophe
  /// `-`, `‐`, `‑`.
  case hyphen
  /// Punctuation, symbols and control characters.
  case other
  /// The start of an emoji.
  case emoji
  /// What goes with the character before it whatever that is: marks, joiners, skin tones.
  case extender

  /// The class of a code point.
  @inline(__always)
  static func of(_ scalar: UInt32) -> CharacterClass {
    scalar < 128 ? ascii[Int(scalar)] : beyondASCII(scalar)
  }

  private static let ascii: [CharacterClass] = (0..<128).map { code in
    switch UInt8(code) {
    case 9...13, 32: .space
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "'"), UInt8(ascii: "`"): .apostrophe
    case UInt8(ascii: "-"): .hyphen
    default: .other
    }
  }

  private static func beyondASCII(_ scalar: UInt32) -> CharacterClass {
    switch scalar {
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F: return .letter
    case 0x2018, 0x2019, 0x2BC: return .apostrophe
    case 0x2010, 0x2011: return .hyphen
    case 0x200C, 0x200D, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF, 0xE0020...0xE007F: return .extender
    default: break
    }
    guard let character = Unicode.Scalar(scalar) else { return .other }
    let properties = character.properties
    if properties.isWhitespace { return .space }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .letterNumber:
      return .letter
    case .otherLetter: return scalar == 0xAA || scalar == 0xBA ? .other : .letter
    case .decimalNumber, .otherNumber: return .digit
    case .nonspacingMark, .spacingMark, .enclosingMark: return .extender
    default: return properties.isEmojiPresentation || properties.isEmoji ? .emoji : .other
    }
  }
}
