/// Finds where the report's own text starts and ends among the passages of a page.
///
/// Every passage counts for or against the report by what it is: a paragraph for it by its length,
/// a furniture phrase, a headline or a line in another language against it. The report is the
/// stretch with the greatest sum, so that furniture in mid-story doesn't end it, and teasers with a
/// sentence here and there don't prolong it. A stretch is given up, and the search starts anew,
/// where its sum has sunk below what furniture in mid-story costs.
enum BodyRange {
  /// The sum below which a stretch is given up.
  private static let floor = -8.0
  /// The same where the stretch is one short sentence so far, as in a menu or a banner.
  private static let thinFloor = -2.0

  /// The passages from the report's first paragraph to its last; nil where there is no paragraph.
  static func find(
    _ passages: [Passage], _ signs: [Sign], opensWithDateline: (Int) -> Bool
  ) -> ClosedRange<Int>? {
    var best: (range: ClosedRange<Int>, sum: Double)?
    var from = 0
    while let start = start(passages, signs, from: from, opensWithDateline) {
      let stretch = stretch(passages, signs, from: start)
      if stretch.sum > best?.sum ?? -Double.infinity {
        best = (start...stretch.end, stretch.sum)
      }
      guard let next = stretch.givenUpAt else { break }
      from = next
    }
    return best.map { $0.range.lowerBound...end(of: $0.range, passages, signs) }
  }

  /// A last short paragraph behind a button or two: the page ends with it, and it shares words
  /// with the report.
  private static func end(
    of range: ClosedRange<Int>, _ passages: [Passage], _ signs: [Sign]
  ) -> Int {
    let tail = passages.indices.dropFirst(range.upperBound + 1)
    guard let last = tail.last, tail.count <= 4, passages[last].endsSentence,
      signs[last].isPlain, !passages[last].isTitleCase,
      tail.allSatisfy({ signs[$0].isPlain || signs[$0].isLight })
    else { return range.upperBound }
    let report = passages[range].suffix(12).reduce(into: Set<String>()) { $0.formUnion($1.content) }
    return passages[last].content.isDisjoint(with: report) ? range.upperBound : last
  }

  /// The best end of a stretch, its sum there, and where it was given up.
  private static func stretch(
    _ passages: [Passage], _ signs: [Sign], from start: Int
  ) -> (end: Int, sum: Double, givenUpAt: Int?) {
    var sum = 0.0
    var best = (end: start, sum: -Double.infinity)
    var names: Set<String> = []
    var paragraphs = 0
    for index in start..<passages.count {
      let passage = passages[index]
      let isAfterColon = index > start && passages[index - 1].goesOn
      var score = score(passage, signs[index], isAfterColon: isAfterColon)
      if case .prose = signs[index] {
        let own = Self.names(passage)
        if paragraphs >= 3, own.count >= 2, names.isDisjoint(with: own) { score *= 0.4 }
        names.formUnion(own)
        paragraphs += 1
      }
      sum += score
      if sum > best.sum { best = (index, sum) }
      let isThin = paragraphs == 1 && passages[start].words.count < 15
      if sum < (isThin ? thinFloor : floor) { return (best.end, best.sum, index + 1) }
    }
    return (best.end, best.sum, nil)
  }

  /// The first paragraph, or the first one behind the marks of a page's head: a byline, a date, a
  /// credited picture, or the paragraph that a dateline opens. At most two paragraphs before such
  /// a mark belong to the head (a headline with a stop, a standfirst).
  private static func start(
    _ passages: [Passage], _ signs: [Sign], from first: Int, _ opensWithDateline: (Int) -> Bool
  ) -> Int? {
    let prose = Array(
      signs.indices.dropFirst(first).lazy
        .filter { if case .prose = signs[$0] { true } else { false } }.prefix(24))
    guard var start = prose.first else { return nil }
    if opensWithDateline(start) { return start }
    for (number, index) in prose.prefix(3).enumerated() where number > 0 && opensWithDateline(index)
    {
      return index
    }
    for (number, index) in prose.prefix(2).enumerated() {
      guard number + 1 < prose.count else { break }
      let next = prose[number + 1]
      let marks = signs[index..<next].contains { $0.isHeadMark }
      let before = prose[...number].reduce(0) { $0 + passages[$1].words.count }
      let after = prose[(number + 1)...].reduce(0) { $0 + passages[$1].words.count }
      if marks && after > before && before <= 60 { start = next }
    }
    if start == 0, prose.count > 1, passages[0].words.count <= 20, passages[1].standsOff,
      passages[0].isQuestion
    {
      start = prose[1]
    }
    return start
  }

  private static func score(_ passage: Passage, _ sign: Sign, isAfterColon: Bool) -> Double {
    switch sign {
    case .prose: return 1 + Double(min(passage.words.count, 60)) / 10
    case .short:
      if passage.endsSentence || passage.goesOn { return 0.5 }
      if isAfterColon || passage.isListItem { return 0.3 }
      if passage.isTitleCase && passage.words.count >= 5 { return -2.4 }
      return passage.words.count <= 6 ? -0.7 : -2
    case .foreign: return -2
    case .furniture, .teaser, .kicker, .byline, .repeated: return -1
    case .foot: return -8
    case .comments: return -30
    case .paywall: return -4
    case .caption, .credit: return -0.3
    case .published: return -0.5
    }
  }

  /// Capitalised words that don't open the passage.
  private static func names(_ passage: Passage) -> Set<String> {
    Set(
      passage.written.dropFirst().filter {
        $0.unicodeScalars.count >= 3 && $0.unicodeScalars.first?.isCapital == true
      })
  }
}

extension Sign {
  /// Whether it is furniture that may stand in mid-story.
  fileprivate var isLight: Bool {
    switch self {
    case .furniture, .teaser, .caption, .credit, .repeated: true
    default: false
    }
  }

  /// Whether it stands between the head of a page and its report.
  var isHeadMark: Bool {
    switch self {
    case .published(let line): line.date != nil || line.label != .bare
    case .byline(let byline, _): !byline.isSignature
    case .credit: true
    default: false
    }
  }
}
