import Articles
import Foundation
import HTML
import Testing
import Text

private func marked(_ html: String, _ words: [String]) throws -> String {
  let bytes = Array(html.utf8)
  let article = ArticleReader().read(html: bytes)
  let text = article.text.string
  let marks = try words.map { word in
    let range = try #require(text.range(of: word), "\(word) isn't in the article")
    let start = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
    return PageHighlighter.Mark(Span(start, start + word.unicodeScalars.count), label: word)
  }
  let page = try #require(
    PageHighlighter.highlighted(bytes, article: article, marks: marks))
  return String(decoding: page, as: UTF8.self)
}

/// What the `mark` elements of a page hold.
private func wordsInMarks(_ html: String) -> [String] {
  let page = HTMLDocument.parse(Array(html.utf8))
  return page.descendants(of: page.root).filter { page.name(of: $0) == "mark" }
    .map { page.text(of: $0) }
}

private let report = String(decoding: pageOfNews("<p>By Ida Marsh</p>"), as: UTF8.self)

@Test func `The words of a record are marked where they stand in the page`() throws {
  let page = try marked(report, ["Port Ansel and the islands", "the mayor told a crowd"])
  #expect(wordsInMarks(page) == ["Port Ansel and the islands", "the mayor told a crowd"])
  #expect(page.contains("<mark title=\"the mayor told a crowd\">"))
}

@Test func `A mark never crosses an element's border`() throws {
  let html = report.replacing("the islands will close", with: "the <b>islands</b> will&#32;close")
  let page = try marked(html, ["the islands will close in October"])
  #expect(wordsInMarks(page).joined() == "the islands will close in October")
  #expect(page.contains("<b><mark title="))
}

@Test func `Words that two marks hold carry both labels`() throws {
  let page = try marked(report, ["the mayor told", "mayor told a crowd"])
  #expect(wordsInMarks(page) == ["the ", "mayor told", " a crowd"])
  #expect(page.contains("<mark title=\"the mayor told, mayor told a crowd\">"))
}

@Test func `Nothing in the marked page can run`() throws {
  let html = report.replacing(
    "</h1>",
    with: """
      </h1><script>alert(1)</script><iframe src="x"></iframe><img src=x onerror="alert(2)">\
      <a href=" java&#115;cript:alert(3)">x</a><svg><script>alert(4)</script></svg>
      """)
  let page = try marked(html, ["the mayor told"])
  #expect(!page.contains("alert"))
  #expect(!page.contains("<iframe"))
  #expect(page.contains("default-src 'none'"))
  #expect(wordsInMarks(page) == ["the mayor told"])
}

@Test func `The page without its marks is the page as it was`() throws {
  let page = try marked(report, ["the mayor told"])
  let head = try #require(page.range(of: "<meta http-equiv"))
  let end = try #require(page.range(of: "</style>"))
  let plain = (page[..<head.lowerBound] + page[end.upperBound...])
    .replacing("<mark title=\"the mayor told\">", with: "").replacing("</mark>", with: "")
  #expect(plain == report)
}

@Test func `UTF-16 pages can't be marked, which is told`() {
  var bytes: [UInt8] = [0xFF, 0xFE]
  for unit in report.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
  let article = ArticleReader().read(html: bytes)
  #expect(PageHighlighter.highlighted(bytes, article: article, marks: []) == nil)
}
