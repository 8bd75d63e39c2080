import HTML
import Testing

/// What looks at eight bytes at once, held against what looks at one.
@Suite struct ByteSearchTests {
  private static func bytes(_ number: Int, among choices: [UInt8]) -> [UInt8] {
    var random = MutationTests.Seeded(state: UInt64(number))
    return (0..<Int.random(in: 0...90, using: &random)).map { _ in
      Int.random(in: 0..<8, using: &random) == 0
        ? choices.randomElement(using: &random)! : UInt8.random(in: 0x30...0x7A, using: &random)
    }
  }

  @Test(arguments: 0..<200)
  func aByteIsFoundWhereItStandsFirst(_ number: Int) {
    // The neighbours of what is looked for are what such arithmetic gets wrong.
    let text = Self.bytes(number, among: [0x3C, 0x3B, 0x3D, 0xBC, 0, 1, 0xFF, 0x26, 0x0D])
    for start in 0...text.count {
      let rest = start..<text.count
      #expect(
        text.span.firstIndex(of: 0x3C, from: start, to: text.count)
          == rest.first { text[$0] == 0x3C } ?? text.count)
      for stops in [true, false] {
        let found = text.span.firstIndex(
          of: 0x3C, or: 0x26, stopsAtControls: stops, from: start, to: text.count)
        let wanted = rest.first {
          text[$0] == 0x3C || text[$0] == 0x26 || stops && (text[$0] == 0 || text[$0] == 0x0D)
        }
        #expect(found == wanted ?? text.count)
      }
      #expect(
        text.span.endOfASCII(from: start) == rest.first { text[$0] >= 0x80 } ?? text.count)
    }
  }

  @Test(arguments: 0..<400)
  func bytesAreUTF8WhereTheLibrarySaysSo(_ number: Int) {
    var text = Array(String(repeating: "aé“漢😀 z", count: number % 5 + 1).utf8)
    text += Self.bytes(number, among: [0x80, 0xBF, 0xC0, 0xC3, 0xE0, 0xED, 0xF0, 0xF4, 0xF5])
    text.removeAll { $0 == 0x3C }
    let page = HTMLDocument.parse(text, encoding: "utf-8")
    #expect(page.text(of: page.root) == String(decoding: text, as: UTF8.self))
  }

  @Test func longNamesThatBeginAlikeAreTwo() throws {
    let page = HTMLDocument.parse(
      Array("<p data-testid=1 data-testie=2 DATA-TESTID=3 data-tes=4 dataatestid=5>x".utf8))
    let paragraph = try #require(page.firstDescendant(of: page.root, .p))
    #expect(page.attributes(of: paragraph).map(\.value) == ["1", "2", "4", "5"])
    #expect(page.attribute("data-testid", of: paragraph) == "1")
  }
}
