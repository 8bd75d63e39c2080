/// What the scripts that pages are mostly written in have as letters, looked up in a table: asking
/// Unicode's properties of each character takes many times as long.
enum Letters {
  /// What a character is in a word.
  enum Kind { case letter, number, mark, other }

  /// A letter's small form, 0 for what is none, 1 for a number, of the characters before Arabic.
  private static let small: [UInt16] = (0..<0x600 as Range<UInt32>).map { value in
    guard let scalar = Unicode.Scalar(value), scalar.isLetter else {
      return Unicode.Scalar(value)?.isDigit == true ? 1 : 0
    }
    let lowered = scalar.properties.lowercaseMapping.unicodeScalars
    return UInt16(lowered.count == 1 ? lowered.first?.value ?? value : value)
  }

  /// Whether a character is a letter, a number, a mark on one, or neither; and its small form.
  static func kind(_ scalar: Unicode.Scalar) -> (kind: Kind, small: Unicode.Scalar) {
    if scalar.value < 0x600 {
      let lowered = small[Int(scalar.value)]
      if lowered > 1, let lowered = Unicode.Scalar(lowered) { return (.letter, lowered) }
      if lowered == 1 || scalar.value < 0x300 { return (lowered == 1 ? .number : .other, scalar) }
    } else if isPunctuation(scalar) {
      return (.other, scalar)
    } else if scalar.isLetter {
      let lowered = scalar.properties.lowercaseMapping.unicodeScalars
      return (.letter, lowered.count == 1 ? lowered.first ?? scalar : scalar)
    } else if scalar.isDigit {
      return (.number, scalar)
    }
    return (scalar.properties.isGraphemeExtend ? .mark : .other, scalar)
  }

  /// Unicode's block of general punctuation, but for what joins letters.
  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    (0x2000...0x206F).contains(scalar.value) && scalar.value != 0x200C && scalar.value != 0x200D
  }

  /// The character at an offset of well-formed UTF-8, and how many bytes it takes.
  @inline(__always)
  static func scalar(
    _ text: ArraySlice<UInt8>, at offset: Int
  ) -> (scalar: Unicode.Scalar, width: Int) {
    let first = UInt32(text[offset])
    if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
    let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = first & (0x7F >> UInt32(width))
    for step in 1..<width where offset + step < text.endIndex {
      value = value << 6 | UInt32(text[offset + step] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }
}
