import Records
public import Text

/// Tells a page's parts: what is the report, and what is furniture.
///
/// ```swift
/// let article = ArticleReader().read(SourceText(page))
/// for block in article.blocks where block.kind == .body { print(article.text[block.span]) }
/// ```
public struct ArticleReader: Sendable {
  /// What was learned about pages of HTML.
  let pageModel: PageModel

  /// A reader of pages.
  public init() { pageModel = .shipped }

  /// A reader of pages with a model of its own, as cross-validation needs.
  package init(pageModel: PageModel) { self.pageModel = pageModel }

  /// Reads a plain text page.
  ///
  /// The text is kept exactly as given; blocks mark its parts. The publication date is, in this
  /// order: `published` if given, the day in `url`, a line "Published …", a date on a line of its
  /// own before the report, a date with its year in the dateline, a line "Updated …".
  ///
  /// - Parameters:
  ///   - text: the page.
  ///   - url: the page's address, where known.
  ///   - published: the publication date, where known; ISO 8601.
  ///   - title: the headline, where known.
  ///   - raw: whether the text is clean already: every paragraph is body then.
  /// - Returns: the article. Its state is `refused` where nothing is left to read (`empty`,
  ///   `no-article`), and `partial` where a stretch is in another language (`language:he`), the
  ///   text breaks off (`cut`) or the rest is for subscribers (`paywall`).
  public func read(
    _ text: SourceText, url: String? = nil, published: String? = nil, title: String? = nil,
    raw: Bool = false
  ) -> Article {
    let scalars = Array(text.string.unicodeScalars)
    let passages = Layout(scalars).paragraphs().map {
      Passage($0.span, standsOff: $0.standsOff, in: scalars)
    }
    guard !passages.isEmpty else {
      return Article(text: text, title: title, state: .refused, reasons: ["empty"])
    }
    var article = Article(text: text, title: title)
    article.language = Self.language(passages)
    if let language = article.language, language != "en" {
      Self.fillForeign(&article, language, passages, scalars)
      settleDate(&article, nil, url: url, published: published)
    } else if raw {
      article.blocks = passages.map { passage in
        let body = passage.mark.union(passage.span)
        return Block(
          kind: passage.isForeign ? .otherLanguage : .body, span: body,
          why: passage.language.map { "given as clean, in \($0)" } ?? "given as clean")
      }
      article.reasons = Self.foreignReasons(passages)
      settleDate(&article, nil, url: url, published: published)
    } else {
      let sorter = PartSorter(scalars, passages, title: title)
      article.blocks = sorter.merged
      article.reasons = sorter.reasons
      article.title = title ?? sorter.headline.map { scalars.string(passages[$0].span) }
      article.byline = Self.byline(sorter.signs)
      settleDate(&article, sorter, url: url, published: published)
    }
    if !article.reasons.isEmpty { article.state = .partial }
    if article.reasons.contains("no-article") { article.state = .refused }
    return article
  }

  /// The language of most letters; English wherever a fifth of the letters is English running text.
  private static func language(_ passages: [Passage]) -> String? {
    var letters: [String: Int] = [:]
    var english = 0
    var all = 0
    for passage in passages {
      all += passage.letters
      guard let language = passage.language else { continue }
      letters[language, default: 0] += passage.letters
      if language == "en", passage.isProse { english += passage.letters }
    }
    if english * 5 >= all && english > 0 { return "en" }
    let most = letters.keys.sorted().max { letters[$0, default: 0] < letters[$1, default: 0] }
    if let most { return most }
    return LanguageGuess.latin(passages.prefix(50).flatMap(\.words))
  }

  private static func fillForeign(
    _ article: inout Article, _ language: String, _ passages: [Passage],
    _ scalars: [Unicode.Scalar]
  ) {
    article.blocks = passages.map {
      Block(kind: .otherLanguage, span: $0.mark.union($0.span), why: "the text is in \(language)")
    }
    article.reasons = ["language:" + language]
    if article.title == nil, passages.count > 1, !passages[0].endsSentence,
      passages[0].span.count <= 200
    {
      article.title = scalars.string(passages[0].span)
    }
  }

  private static func foreignReasons(_ passages: [Passage]) -> [String] {
    var reasons: [String] = []
    for case let language? in passages.map(\.language) where language != "en" {
      if !reasons.contains("language:" + language) { reasons.append("language:" + language) }
    }
    return reasons
  }

  /// The names of the first byline; of the first signature where there is none.
  private static func byline(_ signs: [Sign]) -> [String] {
    var bylines: [Byline] = []
    for case .byline(let byline, _) in signs { bylines.append(byline) }
    return (bylines.first { !$0.isSignature } ?? bylines.first)?.names ?? []
  }

  private func settleDate(
    _ article: inout Article, _ sorter: PartSorter?, url: String?, published: String?
  ) {
    if let published {
      (article.published, article.publishedBy) = (published, "given")
    } else if let day = url.flatMap(CalendarDate.inAddress) {
      (article.published, article.publishedBy) = (day, "url")
    } else if let found = sorter?.publication {
      (article.published, article.publishedBy) = (found.date, found.by)
    }
  }
}
