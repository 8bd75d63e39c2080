/// Picks the headline among the lines before a report's first paragraph.
enum HeadlineFinder {
  /// The headline's passage; nil where there is none.
  ///
  /// The line that equals a known title wins. Else it is the first line of five words or more that
  /// isn't furniture, or a shorter one above it, unless several short lines stand there, as a menu
  /// does. A line that repeats another with a site's name behind a bar is a page title, no headline.
  static func find(
    _ passages: [Passage], _ signs: [Sign], before body: Int, title: String?
  ) -> Int? {
    let lines = (0..<body).filter {
      (signs[$0].isPlain || signs[$0].isTeaser) && !isPageTitle($0, passages, body)
    }
    if let title, let known = lines.first(where: { passages[$0].key == title }) { return known }
    if let heading = lines.first(where: { passages[$0].isHeading }) { return heading }
    if lines.count > crowd {
      if lines[0] == 0, passages[0].words.count >= 5 { return 0 }
      let candidates = lines.filter { passages[$0].words.count >= 3 && !passages[$0].isListItem }
      return mostRelated(candidates, passages, body)
    }
    let long = lines.first { passages[$0].words.count >= 5 }
    guard let first = lines.first else { return nil }
    guard let long else {
      return lines.first { passages[$0].words.count >= 2 } ?? first
    }
    if first == long { return isHeadlineLength(passages[long]) ? long : nil }
    let short = lines.prefix { $0 < long }
    if short.count >= 2 || passages[first].words.count < 2 { return long }
    if passages[first].words.count == 2 && passages[long].isTitleCase { return long }
    return first
  }

  /// Above this number of lines the head holds menus and pointers to other pieces.
  static let crowd = 6

  /// The share of a line's own words that stand in the report's first paragraphs as well.
  static func relation(_ line: Passage, to report: Set<String>) -> Double {
    let content = line.content
    return content.count < 2
      ? 0 : Double(content.intersection(report).count) / Double(content.count)
  }

  /// The words of the report's first paragraphs.
  static func opening(_ passages: [Passage], from body: Int) -> Set<String> {
    passages[body...].prefix(12).reduce(into: Set()) {
      if $1.isProse { $0.formUnion($1.content) }
    }
  }

  /// The first of the lines that share most with the report; the highest in a page that has no
  /// such line.
  private static func mostRelated(_ lines: [Int], _ passages: [Passage], _ body: Int) -> Int? {
    let report = opening(passages, from: body)
    let shares = lines.map { (line: $0, share: relation(passages[$0], to: report)) }
    guard let most = shares.map(\.share).max(), most >= 0.3 else { return nil }
    return shares.first { $0.share >= most * 0.8 }?.line
  }

  private static func isHeadlineLength(_ passage: Passage) -> Bool {
    passage.words.count <= 40
  }

  private static func isPageTitle(_ index: Int, _ passages: [Passage], _ body: Int) -> Bool {
    let key = passages[index].key
    return passages[..<body].dropFirst(index + 1).prefix(12).contains {
      $0.words.count >= 4 && key.hasPrefix($0.key + " ")
        && passages[index].words.count - $0.words.count <= 5
    }
  }
}
