import Articles
import Records
import Testing
import Text

@Suite struct HTMLPageTests {
  /// A page of our own, with what news pages have around a report.
  static let page = """
    <!doctype html><html lang="en"><head><meta charset="utf-8">
    <title>Harbour talks resume in Port Ansel | The Ansel Courier</title>
    <meta property="og:title" content="Harbour talks resume in Port Ansel">
    <meta property="og:description" content="Dockers and owners meet after a week of strikes.">
    <link rel="canonical" href="https://courier.example/2024/03/05/harbour-talks">
    <script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour talks resume",
    "datePublished":"2024-03-05T09:30:00+02:00","author":{"@type":"Person","name":"Ida Marsh"}}</script>
    </head><body><nav class="menu"><ul><li><a href="/">Home</a><li><a href="/w">World</a></ul></nav>
    <article class="story"><h1>Harbour talks resume in Port Ansel</h1>
    <p class="standfirst">Dockers and owners meet after a week of strikes.</p>
    <div class="article-body">
    <p>Dockers and ship owners in Port Ansel sat down on Tuesday for the first time since the strike
    began, officials of both sides said after the meeting ended late in the evening.</p>
    <p>&ldquo;We have a long way to go,&rdquo; said Ruth Amadi, who leads the dockers&rsquo; union,
    adding that her members would not return to work before a written offer was on the table.</p>
    <p>The owners&#39; association said it had put forward a plan that would raise wages by four per
    cent over two years, and that it expected an answer from the union by the end of the week.</p>
    <p>Ships have waited outside the harbour since last Monday, and the port authority warned that
    the queue would take at least ten days to clear even if work began again at once.</p>
    </div></article>
    <footer class="site-footer"><a href="/terms">Terms of use</a> <a href="/privacy">Privacy</a></footer>
    </body></html>
    """

  private let article = ArticleReader().read(html: Array(page.utf8))

  private func words(_ kind: BlockKind) -> [String] {
    article.blocks.filter { $0.kind == kind }.map { article.text[$0.span] }
  }

  @Test func theReportIsKeptAndTheMenusAreNot() {
    let body = words(.body).joined(separator: "\n")
    #expect(body.contains("sat down on Tuesday"))
    #expect(body.contains("the queue would take at least ten days"))
    #expect(!article.text.string.contains("Terms of use"))
    #expect(!article.text.string.contains("World"))
    #expect(words(.headline) == ["Harbour talks resume in Port Ansel"])
    #expect(article.state == .whole)
  }

  @Test func thePageIsTakenAtItsWord() {
    #expect(article.title == "Harbour talks resume in Port Ansel")
    #expect(article.byline == ["Ida Marsh"])
    #expect(article.published == "2024-03-05T09:30:00+02:00")
    #expect(article.publishedBy == "json-ld:datePublished")
    #expect(article.url == "https://courier.example/2024/03/05/harbour-talks")
    #expect(article.language == "en")
  }

  @Test func everyCharacterLeadsBackToItsBytes() throws {
    let bytes = Array(Self.page.utf8)
    let trace = try #require(article.trace)
    let inBlocks = article.blocks
    for (point, scalar) in article.text.string.unicodeScalars.enumerated() {
      guard let source = trace.source(of: point, in: article.text) else {
        #expect(
          !inBlocks.contains { $0.span.contains(point) }, "a character of the page is untraced")
        continue
      }
      let words = String(decoding: bytes[source], as: UTF8.self)
      let isReplaced = words.hasPrefix("&") || words.allSatisfy(\.isWhitespace)
      #expect(isReplaced || words == String(scalar))
    }
  }

  @Test func blocksAreDisjointAndCoverTheText() {
    var end = 0
    for block in article.blocks {
      #expect(block.span.start >= end)
      let between = article.text[Span(end, block.span.start)]
      #expect(between.filter { !$0.isWhitespace }.isEmpty)
      end = block.span.end
    }
    #expect(end == article.text.count)
  }

  @Test func aPageWithoutWordsIsRefused() {
    let empty = ArticleReader().read(html: Array("<html><body><script>x</script></body>".utf8))
    #expect(empty.state == .refused)
    #expect(empty.reasons == ["empty"])
    #expect(ArticleReader().read(html: []).state == .refused)
  }

  @Test func aReportInAnotherLanguageIsKeptAndMarked() {
    let german = """
      <html><body><article><h1>Gespräche im Hafen</h1><p>Die Hafenarbeiter und die Reeder haben sich
      am Dienstag zum ersten Mal seit dem Beginn des Streiks getroffen, wie beide Seiten nach dem
      Treffen am späten Abend mitteilten.</p><p>Die Gewerkschaft will erst dann wieder arbeiten, wenn
      ein schriftliches Angebot auf dem Tisch liegt, und das ist noch nicht der Fall.</p></article>
      """
    let marked = ArticleReader().read(html: Array(german.utf8))
    #expect(marked.reasons.contains("language:de"))
    #expect(marked.readSpans.isEmpty)
    let plain = ArticleReader().read(html: Array(german.utf8), asRecord: false)
    #expect(plain.blocks.contains { $0.kind == .body })
  }
}
