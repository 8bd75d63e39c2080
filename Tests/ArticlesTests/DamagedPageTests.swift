import Articles
import Foundation
import HTML
import Records
import Testing
import Text

/// SplitMix64 (Steele, Lea and Flood 2014), so that a failure can be made again.
private struct Dice: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}

/// The examples of the checkout that are HTML, and pages made for the tests.
private func pages() throws -> [[UInt8]] {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Examples")
  let names = try FileManager.default.contentsOfDirectory(atPath: root.path).sorted()
  let examples = try names.filter { $0.hasSuffix(".html") }.map {
    [UInt8](try Data(contentsOf: root.appending(path: $0)))
  }
  return examples + [Array(HTMLPageTests.page.utf8), pageOfNews("<p>By Ida Marsh</p>")]
}

private func damaged(_ page: [UInt8], _ dice: inout Dice) -> [UInt8] {
  let scraps = [
    "<", ">", "</p>", "<table>", "<!--", "<svg>", "&#0;", "\"", "<a href=x>", "</article>", "\0",
    "<br><br>", "<template>", "<select>", "\u{FEFF}", "<p>", "&amp", "</div></div>",
  ]
  var page = page
  for _ in 0..<Int.random(in: 1...12, using: &dice) where page.count > 8 {
    let at = Int.random(in: 0..<page.count, using: &dice)
    let end = min(page.count, at + Int.random(in: 1...200, using: &dice))
    switch Int.random(in: 0..<5, using: &dice) {
    case 0: page.removeSubrange(at..<end)
    case 1: page[at] = UInt8.random(in: 0...255, using: &dice)
    case 2: page.insert(contentsOf: scraps.randomElement(using: &dice)!.utf8, at: at)
    case 3:
      page.insert(contentsOf: page[at..<end], at: Int.random(in: 0..<page.count, using: &dice))
    default: page.removeSubrange(end...)
    }
  }
  return page
}

/// The reader that all damaged pages go through.
private let reader = ArticleReader()

/// What must hold of any page's article.
func checkArticle(_ bytes: [UInt8]) throws {
  let start = clock()
  let article = reader.read(html: bytes)
  // Time and text stay in proportion to the page; processor time, so that a busy machine is no fault.
  let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
  #expect(seconds < 5 + Double(bytes.count) * 1e-5)
  #expect(article.text.utf8.count <= 4 * bytes.count + 64)
  let trace = try #require(article.trace)
  var end = 0
  for block in article.blocks {
    #expect(block.span.start >= end && block.span.end > block.span.start)
    // Nothing but white space lies between blocks.
    let between = article.text[Span(end, block.span.start)]
    #expect(between.filter { !$0.isWhitespace }.isEmpty)
    end = block.span.end
    #expect(!block.why.isEmpty)
  }
  #expect(article.text[Span(end, article.text.count)].filter { !$0.isWhitespace }.isEmpty)
  // A page that gives nothing says why.
  if article.readSpans.isEmpty { #expect(article.state != .whole && !article.reasons.isEmpty) }
  if article.state != .whole { #expect(!article.reasons.isEmpty) }
  // Each character leads to bytes that decode to it, or that it replaces.
  let page = HTMLDocument.parse(bytes)
  guard page.encoding == .utf8 else { return }
  var blocks = article.blocks[...]
  for (point, scalar) in article.text.string.unicodeScalars.enumerated() {
    while let first = blocks.first, first.span.end <= point { blocks.removeFirst() }
    guard let source = trace.source(of: point, in: article.text) else {
      // Only line breaks are the reader's own: between blocks, and where `br` stood.
      #expect(scalar == "\n")
      continue
    }
    #expect(source.lowerBound >= 0 && source.upperBound <= bytes.count)
    if Array(bytes[source]).elementsEqual(Array(String(scalar).utf8)) { continue }
    let words = String(decoding: bytes[source], as: UTF8.self)
    let isReplaced =
      words.hasPrefix("&") || words.unicodeScalars.allSatisfy { $0.value <= 0x20 || $0 == "\u{A0}" }
      || scalar == "\u{FFFD}"
      || words.unicodeScalars.contains { $0.value == 0 || $0 == "\u{FFFD}" || $0 == "\r" }
    #expect(isReplaced, "\(scalar) from \(words)")
  }
}

@Test func `Pages as they are lose nothing and tell where each character stood`() throws {
  for page in try pages() { try checkArticle(page) }
}

/// How many damaged pages are read: 300, or as many as `VERBALE_DAMAGED_PAGES` says.
private let damagedPages =
  ProcessInfo.processInfo.environment["VERBALE_DAMAGED_PAGES"].flatMap { Int($0) } ?? 300

@Test(arguments: 1...12)
func `Damaged pages give an article or a reason, and every character traced`(seed: Int) throws {
  var dice = Dice(state: UInt64(seed))
  let pages = try pages()
  for _ in 0..<(damagedPages + 11) / 12 {
    try checkArticle(damaged(pages.randomElement(using: &dice)!, &dice))
  }
}

@Test func `No words are glued, and no caption is given twice`() throws {
  for page in try pages() {
    let article = ArticleReader().read(html: page)
    let captions = article.blocks.filter { $0.kind == .caption }.map { article.text[$0.span] }
    #expect(Set(captions).count == captions.count)
    let words = article.readSpans.flatMap { article.text[$0].split { $0.isWhitespace } }
    // A small letter before a capital within a word: "outcomeShare".
    let glued = words.filter { word in
      zip(word, word.dropFirst()).contains { $0.isLowercase && $1.isUppercase }
        && !["McD", "Mac", "De", "La", "Le", "iP", "eB"].contains { word.contains($0) }
    }
    #expect(glued.isEmpty)
  }
}
