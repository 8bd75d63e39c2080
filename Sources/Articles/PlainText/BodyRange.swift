/// Finds where the report's own text starts and ends among the passages of a page.
///
/// Every passage counts for or against the report by what it is: a paragraph for it by its length,
/// a furniture phrase, a headline or a line in another language against it. The report ends where
/// the sum from its start is greatest, so that furniture in mid-story doesn't end it, and teasers
/// with a sentence here and there don't prolong it.
enum BodyRange {
  /// The passages from the report's first paragraph to its last; nil where there is no paragraph.
  static func find(
    _ passages: [Passage], _ signs: [Sign], opensWithDateline: (Int) -> Bool
  ) -> ClosedRange<Int>? {
    guard let start = start(passages, signs, opensWithDateline) else { return nil }
    var sum = 0.0
    var best = -Double.infinity
    var end = start
    var names: Set<String> = []
    var paragraphs = 0
    for index in start..<passages.count {
      let passage = passages[index]
      var score = score(
        passage, signs[index], isAfterColon: index > start && passages[index - 1].goesOn)
      if case .prose = signs[index] {
        let own = Self.names(passage)
        if paragraphs >= 3, own.count >= 2, names.isDisjoint(with: own) { score *= 0.4 }
        names.formUnion(own)
        paragraphs += 1
      }
      sum += score
      if sum > best {
        best = sum
        end = index
      }
    }
    return start...end
  }

  /// The first paragraph, or the first one behind the marks of a page's head: a byline, a date, a
  /// credited picture, or the paragraph that a dateline opens. At most two paragraphs before such
  /// a mark belong to the head (a headline with a stop, a standfirst).
  private static func start(
    _ passages: [Passage], _ signs: [Sign], _ opensWithDateline: (Int) -> Bool
  ) -> Int? {
    let prose = signs.indices.filter { if case .prose = signs[$0] { true } else { false } }
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
