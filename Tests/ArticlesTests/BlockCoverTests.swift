import Articles
import Records
import Testing
import Text

/// Checks what every reading of a plain text promises.
private func check(_ page: String, raw: Bool) {
  let text = SourceText(page)
  let article = ArticleReader().read(text, raw: raw)
  #expect(article.text.utf8 == text.utf8)
  var covered = Array(repeating: false, count: text.count)
  var last = 0
  for block in article.blocks {
    #expect(block.span.start >= last && !block.span.isEmpty && !block.why.isEmpty)
    last = block.span.end
    for offset in block.span.start..<min(block.span.end, text.count) { covered[offset] = true }
  }
  #expect(last <= text.count)
  for (scalar, isCovered) in zip(page.unicodeScalars, covered)
  where !scalar.properties.isWhitespace && scalar != "\u{FEFF}" {
    #expect(isCovered, "\(scalar) is in no block of \(page.debugDescription)")
  }
}

@Test func `Blocks are disjoint, in order, and cover all but white space`() {
  var seed: UInt64 = 20
  func next(_ bound: Int) -> Int {
    seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(seed >> 33) % bound
  }
  let lines = Page.all.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
    .map(String.init)
  let oddities = [
    "", " ", "- ", "—", "# Heading", "> quoted", "By ", "Credit:", "CAIRO -", "(AP)", "===", "\r",
    "\u{2028}", "1. one", "Photo: ", "שלום עולם לכם", "e\u{301}\u{301}", "\u{FEFF}", "🇺🇳 👩‍👩‍👧", "::",
    "a/b/Reuters", "© Reuters", "5 min read", "By Jane Doe | May 14, 2021 | Cairo", "…", "|",
    "-- x",
  ]
  for page in Page.all {
    check(page, raw: false)
    check(page, raw: true)
  }
  for _ in 0..<600 {
    let count = 1 + next(14)
    let drawn = (0..<count).map { _ in
      next(3) == 0 ? oddities[next(oddities.count)] : lines[next(lines.count)]
    }
    check(drawn.joined(separator: ["\n", "\n\n", "\r\n", " "][next(4)]), raw: next(8) == 0)
  }
}
