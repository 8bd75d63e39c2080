import HTML
import Testing

/// What looks at many bytes at once, held against what looks at one.
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
    #expect(text.span.holds(0x3C, or: 0) == text.contains { $0 == 0x3C || $0 == 0 })
    for start in 0...text.count {
      let rest = start..<text.count
      #expect(
        text.span.firstIndex(of: 0x3C, from: start, to: text.count)
          == rest.first { text[$0] == 0x3C } ?? text.count)
      #expect(
        text.span.firstIndex(of: 0x3C, or: 0x26, from: start)
          == rest.first { text[$0] == 0x3C || text[$0] == 0x26 } ?? text.count)
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

  @Test(arguments: 0..<200)
  func aNameEndsWhereTheStandardSaysSo(_ number: Int) throws {
    // Signs around the ranges of letters and figures, and letters beyond ASCII.
    let signs = Self.bytes(
      number, among: [0x2D, 0x2C, 0x2E, 0x3A, 0x3B, 0x40, 0x5B, 0x60, 0x7B, 0x5F, 0xC3])
    let name = signs.prefix(12).filter { ![0x2F, 0x3D, 0x3E].contains($0) }
    let text = String(decoding: name, as: UTF8.self)
    let lower = String(
      decoding: text.utf8.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }, as: UTF8.self)
    for end in ["=1>", " =1>", "\n=1 >", "=1/>", "=1 data-other=2>", "=1>" + text] {
      let page = HTMLDocument.parse(Array("<p a\(text)\(end)".utf8))
      let paragraph = try #require(page.firstDescendant(of: page.root, .p))
      #expect(page.attributes(of: paragraph).first?.name == "a" + lower)
      let tag = HTMLDocument.parse(Array("<x\(text)>y".utf8))
      let body = try #require(tag.firstDescendant(of: tag.root, .body))
      let child = try #require(tag.firstChild(of: body))
      #expect(tag.name(of: child) == "x" + lower)
    }
  }

  @Test(arguments: [3, 15, 16, 17, 40])
  func ofAttributesOfOneNameTheFirstCounts(_ count: Int) throws {
    let many = (0..<count).map { "a\($0)=1" }.joined(separator: " ")
    let page = HTMLDocument.parse(
      Array("<p \(many) a2=2 b=3 B=4 \(many) c=5>x</p \(many) \(many)><q \(many) a1=2 c=6>y".utf8))
    let paragraph = try #require(page.firstDescendant(of: page.root, .p))
    let names = (0..<count).map { "a\($0)" }
    #expect(page.attributes(of: paragraph).map(\.name) == names + ["b", "c"])
    #expect(page.attribute("a2", of: paragraph) == "1")
    #expect(page.attribute("b", of: paragraph) == "3")
    let quotation = try #require(page.firstDescendant(of: page.root, .q))
    #expect(page.attributes(of: quotation).map(\.name) == names + ["c"])
    #expect(page.attribute("a1", of: quotation) == "1")
  }

  @Test func longNamesThatBeginAlikeAreTwo() throws {
    let page = HTMLDocument.parse(
      Array("<p data-testid=1 data-testie=2 DATA-TESTID=3 data-tes=4 dataatestid=5>x".utf8))
    let paragraph = try #require(page.firstDescendant(of: page.root, .p))
    #expect(page.attributes(of: paragraph).map(\.value) == ["1", "2", "4", "5"])
    #expect(page.attribute("data-testid", of: paragraph) == "1")
  }
}
