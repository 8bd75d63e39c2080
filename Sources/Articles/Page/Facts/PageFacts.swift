import HTML

/// Title, authors, dates, language and address as the page states them, the most trusted first.
struct PageFacts {
  var title: String?
  var byline: [String] = []
  var bylineBy: String?
  var published: String?
  var publishedBy: String?
  var modified: String?
  var language: String?
  var url: String?

  /// Chooses among what a page states.
  ///
  /// - Parameters:
  ///   - body: the blocks from the report's first to its last; nil where it has none.
  ///   - given: the page's address, where known.
  init(_ analysis: PageAnalysis, body: ClosedRange<Int>?, url given: String?) {
    let metadata = analysis.metadata
    url = metadata.canonical ?? metadata.meta("og:url") ?? given
    language = metadata.languageCode
    title = PageTitle.choose(analysis, url: url)
    let surroundings = ReportSurroundings(analysis, body: body)
    (byline, bylineBy) = PageAuthors(analysis, surroundings).chosen
    let dates = PageDates(analysis, surroundings, url: given ?? url)
    (published, publishedBy) = dates.published
    modified = dates.modified
  }
}

/// Where the page tells of its report: around the headline, and behind the last paragraph.
struct ReportSurroundings {
  /// The blocks from a little above the headline to the report's first paragraphs.
  let head: Range<Int>
  /// Those of them in which authors are named.
  let signed: Range<Int>
  /// The blocks around the report's end.
  let tail: Range<Int>

  init(_ analysis: PageAnalysis, body: ClosedRange<Int>?) {
    let blocks = analysis.segmenter.blocks
    let title = analysis.signs.titleBlock
    let prose = blocks.indices.first {
      analysis.measures[$0].isProse && $0 > title ?? -1
    }
    let first = max(body?.lowerBound ?? 0, title ?? 0)
    let start = max(0, (title ?? first) - 12)
    let end = min(blocks.count, min(max(first, prose ?? first) + 4, (title ?? first) + 30))
    head = start..<max(start, end)
    signed = max(start, (title ?? first) - 6)..<max(start, end)
    let last = body?.upperBound ?? blocks.count
    let from = min(max(head.upperBound, last - 3), blocks.count)
    tail = from..<min(blocks.count, from + 16)
  }
}
