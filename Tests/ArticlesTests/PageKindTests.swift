import Articles
import Records
import Testing
import Text

/// Pages of our own of kinds that news sites have beside plain reports.
@Suite struct PageKindTests {
  private static let paragraphs = [
    """
    The bridge at Varnholm was closed to lorries on Monday after engineers found cracks in two of its \
    piers, the county said, and ferries were laid on for the dozens of drivers who were left waiting.
    """,
    """
    “Nobody was in danger at any time,” said Petra Lindqvist, the county's engineer, adding that the \
    piers would be looked at by divers before the end of the week and that cars could still cross.
    """,
    """
    Haulage firms said the detour through Sund would cost them three hours a day, and asked the \
    ministry in the capital to pay for the longer way until the bridge is open to all again.
    """,
    """
    The ministry said it would answer by Friday. Work on a new bridge was put off twice in the past ten \
    years, most lately in 2019, when the lowest offer was twice what the county had set aside for it.
    """,
  ]

  private func article(_ body: String, head: String = "", end: String = "</body></html>") -> Article
  {
    let page = """
      <!doctype html><html lang="en"><head><title>Bridge at Varnholm closed to lorries</title>\(head)
      </head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/r">Region</a></li></ul></nav>
      \(body)\(end)
      """
    return ArticleReader().read(html: Array(page.utf8))
  }

  private func report(_ paragraphs: [String]) -> String {
    "<article><h1>Bridge at Varnholm closed to lorries</h1><div class=\"story-body\">"
      + paragraphs.map { "<p>\($0)</p>" }.joined() + "</div></article>"
  }

  private func words(_ article: Article, _ kind: BlockKind) -> [String] {
    article.blocks.filter { $0.kind == kind }.map { article.text[$0.span] }
  }

  @Test func aDatelineIsABlockOfItsOwn() throws {
    var paragraphs = Self.paragraphs
    paragraphs[0] = "VARNHOLM, March 4 (Coast News) — " + paragraphs[0]
    let article = article(report(paragraphs))
    #expect(words(article, .dateline) == ["VARNHOLM, March 4 (Coast News) —"])
    let body = words(article, .body)
    #expect(body.first?.hasPrefix("The bridge at Varnholm was closed") == true)
    #expect(body.count == 4)
    // Each of its characters still leads to the page.
    let dateline = try #require(article.blocks.first { $0.kind == .dateline })
    let trace = try #require(article.trace)
    for point in dateline.span.start..<dateline.span.end {
      #expect(trace.source(of: point, in: article.text) != nil)
    }
  }

  @Test func aDashWithinTheFirstSentenceMakesNoDateline() {
    var paragraphs = Self.paragraphs
    paragraphs[0] =
      "Lorries have lost their bridge — and their drivers three hours. " + paragraphs[0]
    let article = article(report(paragraphs))
    #expect(words(article, .dateline).isEmpty)
    #expect(words(article, .body).count == 4)
  }

  @Test func entriesOfALiveBlogAreAllKept() {
    let entries = Self.paragraphs.enumerated().map { number, words in
      """
      <article class="live-entry" id="entry-\(number)"><time datetime="2024-03-04T1\(number):30:00Z">\
      1\(number):30</time><h2>Update \(number + 1) from the bridge</h2><p>\(words)</p></article>
      """
    }
    let article = article(
      "<main><h1>Bridge at Varnholm closed: live</h1><div class=\"live-blog\">"
        + entries.joined() + "</div></main>")
    #expect(article.state == .whole, "\(article.reasons)")
    let body = words(article, .body)
    for entry in Self.paragraphs { #expect(body.contains(entry)) }
  }

  @Test func aReportForSubscribersIsPartial() {
    let wall = "<div class=\"paywall\"><p>Subscribe to continue reading</p></div>"
    let article = article(report(Array(Self.paragraphs.prefix(2))) + wall)
    #expect(article.state == .partial)
    #expect(article.reasons.contains("paywall"))
    #expect(words(article, .body).count == 2)
    let told = self.article(
      report(Self.paragraphs),
      head: """
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge closed",
        "isAccessibleForFree":"False"}</script>
        """)
    #expect(told.state == .partial)
  }

  @Test func aReportThatBreaksOffIsPartial() {
    let open = Self.paragraphs.prefix(3) + ["The ministry said it would answer by Friday and that…"]
    let dots = article(
      report(open.map { $0.hasSuffix("…") ? Self.paragraphs[3].dropLast() + "…" : $0 }))
    #expect(dots.reasons == ["cut"])
    #expect(dots.state == .partial)
    // The page itself ends in the middle of a sentence.
    let whole = report(Self.paragraphs)
    let end = whole.firstRange(of: "most lately")!.lowerBound
    let cut = article(String(whole[..<end]), end: "")
    #expect(cut.reasons == ["cut"])
  }

  @Test func anIndexPageIsRefusedWithTheReason() {
    let cards = (0..<12).map { number in
      """
      <div class="card"><h3><a href="/story-\(number)">Story number \(number) from the harbour towns</a>\
      </h3><p>\(Self.paragraphs[number % 4].prefix(150)).</p></div>
      """
    }
    let article = article("<main><h1>Region</h1><div class=\"list\">\(cards.joined())</div></main>")
    #expect(article.state == .refused)
    #expect(article.reasons.contains("index") || article.reasons.contains("no-article"))
  }
}
