import HTML

/// What kind of page the kept blocks make: a report, one that breaks off, or a list of other pages.
struct PageJudgement {
  /// Whether the page is a list of other pages.
  private(set) var isIndex = false
  /// Whether the report breaks off.
  private(set) var isCut = false

  /// So many teasers make a list.
  private static let leastTeasers = 4
  /// A teaser is no longer than this.
  private static let longestTeaser = 420

  init(kept: [Int], _ analysis: PageAnalysis) {
    isIndex = Self.isLinks(kept, analysis) || Self.isTeasers(kept, analysis)
    isCut = !isIndex && Self.breaksOff(kept, analysis)
  }

  /// Many short lines, most of them links.
  private static func isLinks(_ kept: [Int], _ analysis: PageAnalysis) -> Bool {
    let measures = analysis.measures
    let prose = kept.count { measures[$0].isProse }
    let linked = kept.reduce(0) { $0 + analysis.segmenter.blocks[$1].linked }
    let bytes = kept.reduce(0) { $0 + measures[$1].bytes }
    return kept.count > 8 && prose * 8 < kept.count && linked * 2 > bytes
  }

  /// Running text that is nothing but short paragraphs, each under a headline that links elsewhere, on
  /// a page that doesn't call itself an article: one may list products.
  private static func isTeasers(_ kept: [Int], _ analysis: PageAnalysis) -> Bool {
    let (measures, blocks) = (analysis.measures, analysis.segmenter.blocks)
    let metadata = analysis.metadata
    if !metadata.linkedData.articles.isEmpty || metadata.meta("og:type") == "article" {
      return false
    }
    let prose = kept.filter { measures[$0].isProse }
    guard prose.count >= leastTeasers else { return false }
    var teasers = 0
    for index in prose where measures[index].size <= longestTeaser {
      let above = (max(0, index - 3)..<index).last {
        measures[$0].words >= 3 && measures[$0].linkDensity > 0.8
          && analysis.segmenter.elements[blocks[$0].element].tag.isHeading
      }
      if let above, !measures[above..<index].contains(where: \.isProse) { teasers += 1 }
    }
    return teasers >= leastTeasers && teasers * 3 >= prose.count * 2
  }

  /// The last words lead on, or the page ends within them.
  private static func breaksOff(_ kept: [Int], _ analysis: PageAnalysis) -> Bool {
    guard let last = kept.last(where: { analysis.measures[$0].words > 3 }) else { return false }
    let measure = analysis.measures[last]
    if measure.isProse, measure.endsOpen { return true }
    guard !measure.endsSentence, last == analysis.segmenter.blocks.count - 1,
      let run = analysis.segmenter.runs[analysis.segmenter.blocks[last].runs].last
    else { return false }
    return analysis.page.isEnd(Int(run.page.upperBound))
  }
}
