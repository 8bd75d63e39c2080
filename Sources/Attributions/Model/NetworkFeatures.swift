import Syntax
import Text

/// What the network says, in steps, as features of the linear models.
package enum NetworkFeatures {
  /// Whether a word reports.
  package static func addCue(
    _ token: Int, in passage: Passage, of report: Report, lemma: UInt32, kind: UInt32,
    into bag: inout FeatureBag
  ) {
    guard let scores = report.reading?.word(token, in: passage.index) else { return }
    let odds = steps(scores.cueHead, 0.5)
    let part = passage.part[token]
    bag.add(130, odds)
    bag.add(131, odds, kind, part)
    bag.add(132, steps(scores.cueHead, 1), lemma)
    bag.add(133, steps(scores.content, 1), passage.quotation[token] >= 0 ? 1 : 0)
    bag.add(134, steps(scores.cueHead, 1), steps(scores.content, 2))
    bag.add(135, steps(scores.cue, 1), steps(scores.cueHead, 1))
  }

  /// Which part a phrase plays.
  package static func addRole(
    _ argument: Argument, of candidate: Candidate, in passage: Passage, of report: Report,
    path: UInt32, parent: UInt32, into bag: inout FeatureBag
  ) {
    guard let parts = candidate.parts else { return }
    let reach = FeatureHash.of(argument.reach.rawValue)
    if argument.reach == .quotation {
      let content = mean(.content, of: argument.head, parts, report)
      bag.add(280, reach, steps(content, 0.5))
      bag.add(281, path, steps(content, 1))
      return
    }
    let head = argument.head
    let source = parts.score(.source, head, in: passage.index) ?? 0
    let cue = parts.score(.cue, head, in: passage.index) ?? 0
    let content = parts.score(.content, head, in: passage.index) ?? 0
    let best = UInt32(parts.best(head, in: passage.index).rawValue)
    bag.add(282, reach, steps(source, 0.5))
    bag.add(283, reach, steps(cue, 0.5))
    bag.add(284, reach, steps(content, 0.5))
    bag.add(285, path, best)
    bag.add(286, reach, best, parent)
    bag.add(287, steps(source, 1), steps(content, 1), steps(cue, 1))
    bag.add(288, best, passage.part[head], FeatureHash.mix(reach, passage.part[candidate.token]))
    guard argument.reach != .head, argument.reach != .grandhead else { return }
    let words = passage.extent[head]
    var sum: Float = 0
    for word in words { sum += bounded(parts.score(.content, word, in: passage.index) ?? 0) }
    let mean = sum / Float(words.count)
    bag.add(289, reach, steps(mean, 0.5), best)
    bag.add(290, path, steps(mean, 1))
  }

  /// Whether a finished attribution is right.
  package static func addJudgement(
    _ proposal: Proposal, _ candidate: Candidate, of report: Report, kind: UInt32,
    into bag: inout FeatureBag
  ) {
    guard let parts = candidate.parts, let reading = report.reading else { return }
    let passage = report.passages[candidate.passage]
    var agreeing = (content: Float(0), source: Float(0))
    var counts = (content: 0, source: 0, missed: 0, missedSource: 0)
    var outer: Float = 0
    for (token, word) in passage.sentence.tokens.enumerated() where word.upos != .punct {
      let best = parts.best(token, in: passage.index)
      if proposal.content.contains(where: { $0.contains(word.span.start) }) {
        counts.content += 1
        agreeing.content += bounded(parts.score(.content, token, in: passage.index) ?? 0)
        outer += bounded(reading.word(token, in: passage.index).content)
      } else if best == .content {
        counts.missed += 1
      }
      if proposal.source.contains(where: { $0.contains(word.span.start) }) {
        counts.source += 1
        agreeing.source += bounded(parts.score(.source, token, in: passage.index) ?? 0)
      } else if best == .source {
        counts.missedSource += 1
      }
    }
    let own = reading.word(candidate.token, in: passage.index)
    let content = agreeing.content / Float(max(counts.content, 1))
    let source = agreeing.source / Float(max(counts.source, 1))
    outer /= Float(max(counts.content, 1))
    bag.add(350, steps(own.cueHead, 0.5), kind)
    bag.add(351, steps(own.cueHead, 1), steps(own.content, 1))
    bag.add(352, steps(content, 0.5), counts.content > 0 ? 1 : 0)
    bag.add(353, steps(source, 0.5), counts.source > 0 ? 1 : 0)
    bag.add(354, steps(outer, 0.5), counts.content > 0 ? 1 : 0)
    bag.add(355, few(counts.missed), few(counts.content))
    bag.add(356, few(counts.missedSource), few(counts.source))
    bag.add(357, steps(content, 1), steps(source, 1), steps(own.cueHead, 1))
    bag.add(358, steps(outer, 1), steps(own.cueHead, 1))
  }

  /// The mean score of the words of a quotation that the network read together with the cue.
  private static func mean(
    _ role: Role, of quotation: Int, _ parts: PartScores, _ report: Report
  ) -> Float {
    var sum: Float = 0
    var count = 0
    for index in report.passages(touching: report.quotations[quotation].words) {
      let passage = report.passages[index]
      for token in passage.sentence.tokens.indices where passage.quotation[token] == quotation {
        guard let score = parts.score(role, token, in: index) else { continue }
        sum += bounded(score)
        count += 1
      }
    }
    return count == 0 ? -9 : sum / Float(count)
  }

  private static func bounded(_ value: Float) -> Float { max(-8, min(8, value)) }

  private static func steps(_ value: Float, _ width: Float) -> UInt32 {
    UInt32(Int((max(-9, min(9, value)) / width).rounded(.down)) + 40)
  }

  private static func few(_ count: Int) -> UInt32 {
    count < 4 ? UInt32(count) : count < 8 ? 4 : count < 16 ? 5 : 6
  }
}
