import Text

/// Two readings of one report side by side: attributions paired one to one, greedily by Dice's
/// overlap of their contents' words, at least one half; the shared scorer's rule.
struct ReadingPairs {
  let gold, found: [ReportReading.Item]
  /// For a gold attribution the index of its partner.
  let partner: [Int: Int]
  /// For a found attribution the index of its gold partner.
  let goldPartner: [Int: Int]
  /// The gold attributions whose partner has the right source, too.
  let sourceRight: Set<Int>
  /// For source, cue and content the number of words that both, the gold, the other cover.
  let tokens: [(name: String, shared: Int, gold: Int, found: Int)]

  init(gold: ReportReading, found: ReportReading, text: String) {
    let scorer = ScorerText(text)
    let (gold, found) = (gold.items, found.items)
    let goldWords = gold.map { scorer.words(in: $0.content) }
    let foundWords = found.map { scorer.words(in: $0.content) }
    var candidates: [(dice: Double, gold: Int, found: Int)] = []
    for (left, leftWords) in goldWords.enumerated() {
      for (right, rightWords) in foundWords.enumerated() {
        let shared = leftWords.intersection(rightWords).count
        let dice = 2 * Double(shared) / Double(max(1, leftWords.count + rightWords.count))
        if dice >= 0.5 { candidates.append((dice, left, right)) }
      }
    }
    candidates.sort { ($1.dice, $0.gold, $0.found) < ($0.dice, $1.gold, $1.found) }
    var partner: [Int: Int] = [:]
    var goldPartner: [Int: Int] = [:]
    for item in candidates where partner[item.gold] == nil && goldPartner[item.found] == nil {
      partner[item.gold] = item.found
      goldPartner[item.found] = item.gold
    }
    func isSourceRight(_ left: [Span], _ right: [Span]) -> Bool {
      guard let leftHead = scorer.head(of: left), let rightHead = scorer.head(of: right) else {
        return left.isEmpty && right.isEmpty
      }
      return scorer.words(in: right).contains(leftHead)
        && scorer.words(in: left).contains(rightHead)
    }
    sourceRight = Set(
      partner.filter { isSourceRight(gold[$0.key].source, found[$0.value].source) }.keys)
    let roles: [(String, (ReportReading.Item) -> [Span])] = [
      ("source", \.source), ("cue", \.cue), ("content", \.content),
    ]
    tokens = roles.map { name, role in
      let left = scorer.words(in: gold.flatMap(role))
      let right = scorer.words(in: found.flatMap(role))
      return (name, left.intersection(right).count, left.count, right.count)
    }
    (self.gold, self.found, self.partner, self.goldPartner) = (gold, found, partner, goldPartner)
  }
}
