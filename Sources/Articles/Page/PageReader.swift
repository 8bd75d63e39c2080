import Records
import Text
import HTML

extension ArticleReader {
  /// Reads a page of HTML.
  ///
  /// The text is written anew: the page's blocks in their order, with blank lines between them;
  /// `trace` leads from each of its characters back to the page's bytes. What belongs to the
  /// report is told by a model over the blocks' words, tags, class words and neighbours. Furniture
  /// is kept where it stands among the report's blocks; menus and footers around them are not.
  ///
  /// - Parameters:
  ///   - html: the page as it was sent.
  ///   - encoding: the encoding's label as the sender gave it.
  ///   - url: the page's address, where known.
  ///   - published: the publication date, where known; ISO 8601.
  ///   - title: the headline, where known.
  ///   - asRecord: whether the article's parts are those of a record: all parts of a report in
  ///     another language are `other-language` then, and the captions of its own pictures, which
  ///     benchmarks leave out of an article's text, are `caption`. Otherwise the first keep their part
  ///     in the page, and captions are what the model says.
  /// - Returns: the article. Its state is `refused` where nothing is left to read (`empty`,
  ///   `index`), and `partial` where it breaks off (`cut`) or is for subscribers (`paywall`), or in a language
  ///   that isn't read (`language:he`).
  public func read(
    html: [UInt8], encoding: String? = nil, url: String? = nil, published: String? = nil,
    title: String? = nil, asRecord: Bool = true
  ) -> Article {
    let page = HTMLDocument.parse(html, encoding: encoding)
    let analysis = PageAnalysis(page, pageModel)
    var writer = PageWriter(analysis, keepsCaptions: asRecord)
    writer.write()
    let facts = PageFacts(analysis, body: writer.body, url: url)
    var article = Article(text: SourceText(validUTF8: writer.text))
    article.trace = PageTrace(runs: writer.runs, offsets: page.offsets)
    article.blocks = writer.blocks(in: article.text)
    article.title = title ?? facts.title
    (article.byline, article.bylineBy) = (facts.byline, facts.bylineBy)
    article.url = facts.url
    article.modified = facts.modified
    (article.published, article.publishedBy) =
      published.map { ($0, "given") } ?? (facts.published, facts.publishedBy)
    settleState(
      &article, analysis, writer, language: facts.language, asRecord: asRecord)
    return article
  }

  /// As much of the report as tells its language: some of its first and some of its last blocks.
  private static func sample(of body: [Block], in text: SourceText) -> [UInt8] {
    let enough = 1500
    var sample: [UInt8] = []
    var length = 0
    var isWhole = true
    for block in body {
      guard length < enough else {
        isWhole = false
        break
      }
      sample += text.utf8[text.bytes(of: block.span)]
      sample.append(0x0A)
      length += block.span.count
    }
    if isWhole { return sample }
    for block in body.suffix(4) {
      let start = block.span.start
      let part = Span(start, min(block.span.end, start + enough / 4))
      sample += text.utf8[text.bytes(of: part)]
      sample.append(0x0A)
    }
    return sample
  }

  private func settleState(
    _ article: inout Article, _ analysis: PageAnalysis, _ writer: PageWriter, language: String?,
    asRecord: Bool
  ) {
    let body = article.blocks.filter { $0.kind == .body }
    let sample = Self.sample(of: body, in: article.text)
    article.language = LanguageGuess.language(ofUTF8: sample[...]) ?? language
    for finding in analysis.page.findings { article.reasons.append(finding.code) }
    if body.isEmpty {
      article.reasons.append(analysis.segmenter.blocks.isEmpty ? "empty" : "no-article")
    }
    if writer.isIndex { article.reasons.append("index") }
    if writer.isCut { article.reasons.append("cut") }
    if writer.isPaywalled { article.reasons.append("paywall") }
    if let language = article.language, language != "en" {
      article.reasons.append("language:" + language)
      for index in article.blocks.indices where asRecord && article.blocks[index].kind.isRead {
        article.blocks[index].kind = .otherLanguage
        article.blocks[index].why = "the text is in \(language)"
      }
    }
    if !article.reasons.isEmpty { article.state = .partial }
    if body.isEmpty || writer.isIndex { article.state = .refused }
  }
}

extension HTMLFinding {
  /// The finding as the record's reasons say it.
  var code: String {
    switch self {
    case .bytesOverLimit(let limit): "bytes-over-\(limit)"
    case .depthOverLimit(let limit): "depth-over-\(limit)"
    case .nodesOverLimit(let limit): "nodes-over-\(limit)"
    case .formattingOverLimit(let limit): "formatting-over-\(limit)"
    case .encodingUnsupported(let name): "encoding:\(name)"
    }
  }
}
