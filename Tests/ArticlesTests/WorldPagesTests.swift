import Articles
import Records
import Testing
import Text

/// Pages of three kinds of site around reports in many languages.
@Suite struct WorldPagesTests {
  /// How a site builds its pages.
  enum Site: CaseIterable, Sendable {
    /// Sections, figures and cards, a consent box, comments.
    case modern
    /// A weblog system's post: author, day and pointers are paragraphs of the text.
    case weblog
    /// Tables, and line breaks for paragraphs.
    case old
  }

  private static func page(_ report: WorldReport, _ site: Site) -> [UInt8] {
    let direction = report.isRightToLeft ? " dir=\"rtl\"" : ""
    let head = "<meta charset=\"utf-8\"><title>\(report.title)</title>"
    let body =
      switch site {
      case .modern: modern(report)
      case .weblog: weblog(report)
      case .old: old(report)
      }
    return Array(
      "<!doctype html><html lang=\"\(report.language)\"\(direction)><head>\(head)</head>\(body)"
        .utf8)
  }

  private static func modern(_ report: WorldReport) -> String {
    let cards = report.others.map { "<div class='card'><a href='/r'><h3>\($0)</h3></a></div>" }
    return """
      <body><div id="consent" class="consent-banner"><p>\(report.cookies)</p><button>OK</button></div>
      <header><nav><ul><li><a href="/">A</a></li><li><a href="/b">\(report.others[2])</a></li></ul>
      </nav></header><main><article><h1>\(report.title)</h1><div class="meta"><span>\(report.line)</span>
      </div><div class="datum">\(report.date)</div><figure><img src="a.jpg" alt=""><figcaption>\(report.caption)\
      </figcaption></figure><p>\(report.paragraphs[0])</p><p>\(report.paragraphs[1])</p>
      <div class="inline-rel">\(report.pointer)</div><p>\(report.paragraphs[2])</p>
      <p>\(report.paragraphs[3])</p><div class="nl"><p>\(report.prompt)</p></div></article>
      <section class="more"><h2>\(report.others[0])</h2>\(cards.joined())</section>
      <section id="comments"><h3>\(report.comments)</h3><div class="comment"><b>anna77</b>
      <p>\(report.comment)</p></div></section></main><footer><p>\(report.footer)</p></footer>
      """
  }

  private static func weblog(_ report: WorldReport) -> String {
    let others = report.others.map { "<li><a href='/r'>\($0)</a></li>" }
    let paragraphs = report.paragraphs.dropFirst().map { "<p>\($0)</p>" }
    return """
      <body class="post-template-default single"><div class="menu-main"><a href="/">A</a></div>
      <div class="entry-header"><h1 class="entry-title">\(report.title)</h1></div>
      <div class="entry-content"><p><strong>\(report.line)</strong></p><p>\(report.date)</p>
      <p>\(report.paragraphs[0])</p><p><strong>\(report.pointer)</strong></p>\(paragraphs.joined())</div>
      <div class="sharedaddy"><ul><li><a>Facebook</a></li><li><a>WhatsApp</a></li></ul></div>
      <div class="yarpp"><ol>\(others.joined())</ol></div><div id="respond" class="comment-respond">
      <h3>\(report.comments)</h3></div><footer>\(report.footer)</footer>
      """
  }

  private static func old(_ report: WorldReport) -> String {
    """
    <body><table><tr><td><a href="/">A</a><br><a href="/b">B</a></td><td>
    <div class="t"><b>\(report.title)</b></div><div class="i">\(report.line)<br>\(report.date)</div>
    <div class="txt">\(report.paragraphs.joined(separator: "<br><br>"))</div>
    <div class="l"><a href="/r0">\(report.others[0])</a><br><a href="/r1">\(report.others[1])</a></div>
    </td></tr></table><div>\(report.footer)</div>
    """
  }

  @Test(arguments: WorldReport.western + WorldReport.eastern, Site.allCases)
  func `The report is read whole, and nothing around it`(report: WorldReport, site: Site) {
    let article = ArticleReader().read(html: Self.page(report, site), asRecord: false)
    #expect(article.title == report.title)
    let read = article.blocks.filter(\.kind.isRead).filter { $0.kind != .headline }
      .map { article.text[$0.span] }.joined(separator: "\n")
    for paragraph in report.paragraphs { #expect(read.contains(paragraph)) }
    let pointer = report.pointer.prefix { $0 != "<" }
    for other in [String(pointer), report.prompt, report.comment, report.cookies, report.others[1]]
    {
      #expect(!read.contains(other))
    }
  }

  @Test(arguments: WorldReport.western + WorldReport.eastern, Site.allCases)
  func `Authors and day are told from the lines under the headline`(
    report: WorldReport, site: Site
  ) {
    let article = ArticleReader().read(html: Self.page(report, site))
    #expect(article.byline == report.authors)
    #expect(article.published?.prefix(10) == "2024-03-05")
  }

  @Test(arguments: WorldReport.western + WorldReport.eastern)
  func `Lines of authors and days are no part of the text`(report: WorldReport) {
    let article = ArticleReader().read(html: Self.page(report, .weblog), asRecord: false)
    let body = article.blocks.filter { $0.kind == .body }.map { article.text[$0.span] }
    for author in report.authors { #expect(!body.contains { $0.contains(author) }) }
    #expect(!body.contains { $0.contains("2024") || $0.contains("۱۴۰۲") })
  }
}
