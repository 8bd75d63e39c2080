import Testing
import Text

@Suite struct SourceTextTests {
  @Test func everyCodePointMapsToItsByteAndBack() {
    var generator = SystemRandomNumberGenerator()
    let alphabet: [Unicode.Scalar] = ["a", "ò", "מ", "“", "😀", "\n"]
    for length in [0, 1, 63, 64, 65, 300] {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<length { scalars.append(alphabet.randomElement(using: &generator)!) }
      let string = String(scalars)
      let text = SourceText(string)
      #expect(text.count == string.unicodeScalars.count)
      var byte = 0
      for (point, scalar) in string.unicodeScalars.enumerated() {
        #expect(text.byteOffset(of: point) == byte)
        #expect(text.codePoint(atByte: byte) == point)
        #expect(text[Span(point, point + 1)] == String(scalar))
        byte += UTF8.width(scalar)
      }
      #expect(text.byteOffset(of: length) == byte)
      #expect(text.codePoint(atByte: byte) == length)
    }
  }

  @Test func wordsOfASpanAreCutByCodePoints() {
    let text = SourceText("Grannò said “שלום”")
    #expect(text[Span(0, 6)] == "Grannò")
    #expect(text[Span(13, 17)] == "שלום")
    #expect(text.bytes(of: Span(5, 6)) == 5..<7)
  }

  @Test func wordsForPeopleCloseAQuotationThatOpensInThem() {
    let text = SourceText("He said it \"depends on Baku.\" Then he “left.”")
    #expect(text.balancedWords([Span(8, 28)]) == "it \"depends on Baku.\"")
    #expect(text.balancedWords([Span(12, 28)]) == "depends on Baku.")
    #expect(text.balancedWords([Span(30, 43)]) == "Then he “left")
    #expect(text.balancedWords([Span(30, 44)]) == "Then he “left.”")
    #expect(text.balancedWords([Span(8, 29)]) == "it \"depends on Baku.\"")
  }
}
