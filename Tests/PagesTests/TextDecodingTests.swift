import Pages
import Testing
import Text

@Suite struct TextDecodingTests {
  private func decoded(_ bytes: [UInt8]) -> (text: String, reasons: [String])? {
    switch TextDecoding.decode(bytes) {
    case .text(let text, let reasons): (text.string, reasons)
    case .binary: nil
    }
  }

  @Test func `UTF-8 is taken as it is, with or without a byte order mark`() {
    #expect(decoded(Array("Grannò — שלום".utf8))?.text == "Grannò — שלום")
    #expect(decoded([0xEF, 0xBB, 0xBF] + Array("Grannò".utf8))?.text == "Grannò")
    #expect(decoded(Array("Grannò".utf8))?.reasons == [])
  }

  @Test func `Other bytes are windows-1252, and that is told`() {
    let found = decoded([0x93, 0x47, 0x72, 0x61, 0x6E, 0x6E, 0xF2, 0x94, 0x20, 0x80])
    #expect(found?.text == "“Grannò” €")
    #expect(found?.reasons == ["encoding:windows-1252"])
  }

  @Test func `UTF-16 with its mark is read in either order`() {
    let units = Array("Grannò 🇺🇳".utf16)
    let little = units.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    #expect(decoded([0xFF, 0xFE] + little)?.text == "Grannò 🇺🇳")
    #expect(decoded([0xFE, 0xFF] + big)?.text == "Grannò 🇺🇳")
    #expect(decoded([0xFF, 0xFE] + little.dropLast())?.reasons == ["encoding:damaged-utf-16"])
  }

  @Test func `A binary is no text`() {
    #expect(decoded([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]) == nil)
    #expect(decoded(Array("words\u{0}words".utf8)) == nil)
    #expect(decoded(Array("form\u{0C}feed and \u{1B}[1mbold\u{1B}[0m are text".utf8)) != nil)
  }

  @Test func `Any bytes give a text or a binary`() {
    var seed: UInt64 = 7
    for _ in 0..<500 {
      let bytes = (0..<40).map { _ -> UInt8 in
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: seed >> 40)
      }
      if case .text(let text, let reasons) = TextDecoding.decode(bytes) {
        #expect(String(validating: text.utf8, as: UTF8.self) != nil)
        #expect(!reasons.isEmpty || String(validating: bytes, as: UTF8.self) != nil)
      }
    }
  }
}
