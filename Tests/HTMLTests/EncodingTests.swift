import HTML
import Testing

@Suite struct EncodingTests {
  private func text(_ bytes: [UInt8], _ hint: String? = nil) -> (String, String) {
    let page = HTMLDocument.parse(bytes, encoding: hint)
    return (page.text(of: page.root), page.encoding.name)
  }

  @Test func aMarkOfByteOrderComesFirst() {
    #expect(text([0xEF, 0xBB, 0xBF, 0xC3, 0xA9], "latin1") == ("é", "utf-8"))
    #expect(text([0xFF, 0xFE, 0xE9, 0x00, 0x3D, 0xD8, 0x00, 0xDE]) == ("é😀", "utf-16le"))
    #expect(text([0xFE, 0xFF, 0x05, 0xD0]) == ("א", "utf-16be"))
  }

  @Test func theSendersLabelComesBeforeThePages() {
    let page = Array("<meta charset=utf-8>".utf8) + [0xE9]
    #expect(text(page, "Latin1") == ("é", "windows-1252"))
    #expect(text(page, "no such label").0 == "\u{FFFD}")
  }

  @Test func aPageWithoutALabelIsReadByItsBytes() {
    #expect(text([0x93, 0xE9, 0x94]) == ("“é”", "windows-1252"))
    #expect(text(Array("“é”".utf8)) == ("“é”", "utf-8"))
  }

  @Test func encodingsOfManyScriptsAreRead() {
    #expect(text([0xCC, 0xE8, 0xF0], "windows-1251") == ("Мир", "windows-1251"))
    #expect(text([0xF9, 0xEC, 0xE5, 0xED], "iso-8859-8-i") == ("שלום", "iso-8859-8-i"))
    #expect(text([0x93, 0xFA, 0x96, 0x7B], "sjis") == ("日本", "shift_jis"))
    #expect(text([0xC6, 0xFC, 0xCB, 0xDC], "euc-jp") == ("日本", "euc-jp"))
    #expect(text([0xD6, 0xD0, 0xB9, 0xFA], "gb2312") == ("中国", "gbk"))
    #expect(text([0xA4, 0xA4, 0xB0, 0xEA], "big5") == ("中國", "big5"))
    #expect(text([0xC7, 0xD1, 0xB1, 0xB9], "euc-kr") == ("한국", "euc-kr"))
    let escaped: [UInt8] = [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42, 0x21]
    #expect(text(escaped, "iso-2022-jp") == ("日!", "iso-2022-jp"))
  }

  @Test func brokenBytesBecomeReplacementCharacters() {
    #expect(text([0x61, 0xF0, 0x9F, 0x62, 0xFF], "utf-8").0 == "a\u{FFFD}b\u{FFFD}")
  }

  @Test func placesAreBytesOfThePageAsGiven() throws {
    let russian: [UInt8] = Array("<p>".utf8) + [0xCC, 0xE8, 0xF0] + Array("<b>x</b>".utf8)
    let page = HTMLDocument.parse(russian, encoding: "windows-1251")
    let bold = try #require(page.firstDescendant(of: page.root, .b))
    #expect(page.sourceRange(of: bold) == 6..<14)
    let paragraph = try #require(page.firstDescendant(of: page.root, .p))
    let piece = try #require(page.textPieces(of: page.firstChild(of: paragraph)!).first)
    #expect(piece.sourceRange == 3..<6)
    #expect(page.sourceRange(of: 2..<4, in: piece) == 4..<5)
  }
}
