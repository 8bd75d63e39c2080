import Articles
import Testing

/// What tells words from white space sixteen bytes at a time, held against what looks at one.
@Suite struct SpacedWordsTests {
  private static func text(_ number: Int) -> [UInt8] {
    // No-break spaces, and other characters that begin as they do.
    let parts = [
      "word", "a", " ", "  ", "\n", "\t", "\u{A0}", "£", "é", "«", "longer words in a row ",
    ]
    var state = UInt64(number) &* 0x9E37_79B9_7F4A_7C15 | 1
    var text: [UInt8] = []
    for _ in 0..<number % 30 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += Array(parts[Int(state >> 33) % parts.count].utf8)
    }
    return text
  }

  /// The bytes of the white space at an offset.
  private static func width(_ text: [UInt8], _ offset: Int, _ end: Int) -> Int {
    guard offset < end else { return 0 }
    if text[offset] <= 0x20 { return 1 }
    return offset + 1 < end && text[offset] == 0xC2 && text[offset + 1] == 0xA0 ? 2 : 0
  }

  @Test(arguments: 0..<300)
  func wordsAndSpacesEndWhereTheyDoByteByByte(_ number: Int) {
    let text = Self.text(number)
    for end in stride(from: 0, through: text.count, by: 7)
    where end == text.count || text[end] < 0x80 {
      for start in 0..<end where text[start] & 0xC0 != 0x80 {
        var space = start
        while space < end, Self.width(text, space, end) > 0 {
          space += Self.width(text, space, end)
        }
        #expect(text.span.endOfSpace(from: start, to: end) == space)
        guard space == start else { continue }
        var words = start
        while words < end {
          if Self.width(text, words, end) == 0 {
            words += 1
          } else if text[words] == 0x20, words + 1 < end, Self.width(text, words + 1, end) == 0 {
            words += 2
          } else {
            break
          }
        }
        #expect(text.span.endOfWords(from: start, to: end) == words)
      }
    }
  }
}
