import Attributions
import Syntax
import Text

/// Annotations laid over a report's words: which word heads each cue, and the part that every
/// phrase around it plays.
struct GoldRoles {
  /// One annotated attribution in the sentence of its cue.
  struct Example {
    let passage: Int
    let token: Int
    let item: AttributionsLine.Item
  }

  let report: Report
  let items: [AttributionsLine.Item]
  let examples: [Example]
  /// The heads of cues.
  let heads: Set<TokenAddress>

  init(report: Report, items: [AttributionsLine.Item]) {
    self.report = report
    self.items = items
    let finder = ArgumentFinder()
    examples = items.compactMap { item in
      guard let cue = item.cue.first,
        let place = report.passages(touching: cue).first
      else { return nil }
      let passage = report.passages[place]
      let head = GoldRoles.head(of: item, in: passage, finder: finder)
      return head.map { Example(passage: place, token: $0, item: item) }
    }
    heads = Set(examples.map { TokenAddress($0.passage, $0.token) })
  }

  /// A report without annotations, whose examples are the words that its network gives at least
  /// these log-odds as heads of cues.
  init(report: Report, likelyCues odds: Float) {
    self.report = report
    items = []
    heads = []
    let finder = ArgumentFinder()
    let nothing = AttributionsLine.Item(source: [], cue: [], content: [])
    examples = report.passages.flatMap { passage in
      passage.sentence.tokens.indices.filter { token in
        finder.mayReport(token, in: passage)
          && (report.reading?.cueHead(token, in: passage.index) ?? odds - 1) >= odds
      }
      .map { Example(passage: passage.index, token: $0, item: nothing) }
    }
  }

  /// The word of a cue that is nearest to the content in the tree; of equals the highest.
  private static func head(
    of item: AttributionsLine.Item, in passage: Passage, finder: ArgumentFinder
  ) -> Int? {
    let sentence = passage.sentence
    let words = sentence.tokens.indices.filter { index in
      item.cue.contains { $0.overlaps(sentence[index].span) }
        && finder.mayReport(index, in: passage)
    }
    let content = sentence.tokens.indices.filter { index in
      item.content.contains { $0.overlaps(sentence[index].span) }
        && sentence[index].upos != .punct
    }
    let tops = content.filter { !content.contains(sentence[$0].head) }
    func distance(_ word: Int) -> Int {
      let above = [word] + sentence.ancestors(of: word)
      return tops.map { top in
        let path = [top] + sentence.ancestors(of: top)
        for (steps, node) in path.enumerated() {
          if let others = above.firstIndex(of: node) { return steps + others }
        }
        return 99
      }.min() ?? 0
    }
    return words.min {
      (distance($0), sentence.ancestors(of: $0).count, $0)
        < (distance($1), sentence.ancestors(of: $1).count, $1)
    }
  }

  /// Whether a word lies in an annotated content: what is nested there was not annotated.
  func isInContent(_ token: Token) -> Bool {
    items.contains { $0.content.contains { $0.overlaps(token.span) } }
  }

  /// The part that a word plays in an annotated attribution.
  static func role(of span: Span, in item: AttributionsLine.Item) -> Role {
    if item.cue.contains(where: { $0.overlaps(span) }) { return .cue }
    if item.source.contains(where: { $0.overlaps(span) }) { return .source }
    if item.content.contains(where: { $0.overlaps(span) }) { return .content }
    return .none
  }

  /// The part that each argument of a candidate plays in an example.
  func roles(of candidate: Candidate, in example: Example) -> [Role] {
    let sentence = report.passages[candidate.passage].sentence
    func role(_ span: Span) -> Role { Self.role(of: span, in: example.item) }
    func majority(_ tokens: Range<Int>) -> Role {
      var counts = [0, 0, 0, 0]
      for token in tokens { counts[role(sentence[token].span).rawValue] += 1 }
      return Role(rawValue: counts.indices.max { counts[$0] < counts[$1] } ?? 0) ?? .none
    }
    return candidate.arguments.map { argument in
      switch argument.reach {
      case .before: return majority(0..<candidate.token)
      case .after: return majority(candidate.token + 1..<sentence.count)
      case .quotation:
        let words = report.quotations[argument.head].words
        let held = example.item.content.reduce(0) { $0 + ($1.intersection(words)?.count ?? 0) }
        return held * 2 > words.count ? .content : .none
      default: return role(sentence[argument.head].span)
      }
    }
  }
}
