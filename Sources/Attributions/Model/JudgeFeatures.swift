import Records
import Syntax
import Text

/// What tells whether a finished attribution is right: how sure its cue, its source and its content
/// are, and whether the three go together.
package enum JudgeFeatures {
  /// Gathers the features of a proposal.
  package static func gather(
    _ proposal: Proposal, _ candidate: Candidate, _ decision: Decision, of report: Report,
    words: WordKnowledge
  ) -> [UInt32] {
    let passage = report.passages[candidate.passage]
    let token = candidate.token
    let word = passage.sentence[token]
    let part = passage.part[token]
    let lemma = FeatureHash.mix(passage.lemma[token], part)
    let kind = words.kind(of: word)
    let group = words.groups.groups(of: passage.lemma[token])
    var bag = FeatureBag()
    bag.add(300, 0)
    bag.add(301, steps(proposal.weight, 0.25), 0)
    bag.add(302, steps(proposal.weight, 0.5), kind, part)
    bag.add(303, lemma)
    bag.add(304, passage.relation[token], kind, part)
    bag.add(305, passage.index == 0 ? 1 : 0, kind)
    bag.add(306, few(proposal.cue.count), few(proposal.source.count), few(proposal.content.count))
    let order = order(of: proposal)
    bag.add(307, order, kind, part)
    bag.add(308, order, steps(proposal.weight, 0.5))
    addSource(candidate, decision, passage, lemma, kind, group, &bag)
    addContent(candidate, decision, passage, lemma, kind, group, &bag)
    let size = proposal.content.reduce(0) { $0 + $1.count }
    bag.add(340, length(size), kind)
    bag.add(341, length(size), part, order)
    bag.add(342, length(proposal.source.reduce(0) { $0 + $1.count }), kind)
    NetworkFeatures.addJudgement(proposal, candidate, of: report, kind: kind, into: &bag)
    return bag.features
  }

  private static func addSource(
    _ candidate: Candidate, _ decision: Decision, _ passage: Passage, _ lemma: UInt32,
    _ kind: UInt32, _ group: (small: UInt32, large: UInt32), _ bag: inout FeatureBag
  ) {
    let part = passage.part[candidate.token]
    let sources = candidate.arguments.indices.filter { decision.roles[$0] == .source }
    let margins = candidate.arguments.indices.map { decision.margin(of: .source, at: $0) }
    let rival =
      candidate.arguments.indices.filter { !sources.contains($0) }
      .map { margins[$0] }.max() ?? -9
    guard let source = sources.first, candidate.arguments[source].reach != .quotation else {
      bag.add(310, steps(rival, 0.5), kind)
      bag.add(311, part, kind)
      bag.add(312, lemma)
      return
    }
    let argument = candidate.arguments[source]
    let reach = FeatureHash.of(argument.reach.rawValue)
    let sort = passage.sort(of: argument.head)
    bag.add(313, reach, steps(margins[source], 0.5))
    bag.add(314, steps(margins[source], 0.5), steps(rival, 1))
    bag.add(315, reach, argument.path)
    bag.add(316, sort, kind, part)
    bag.add(317, lemma, sort)
    bag.add(318, group.small, sort)
    bag.add(319, passage.lemma[argument.head], kind)
    bag.add(320, argument.path, kind, part)
  }

  private static func addContent(
    _ candidate: Candidate, _ decision: Decision, _ passage: Passage, _ lemma: UInt32,
    _ kind: UInt32, _ group: (small: UInt32, large: UInt32), _ bag: inout FeatureBag
  ) {
    let contents = candidate.arguments.indices.filter { decision.roles[$0] == .content }
    let margins = contents.map { decision.margin(of: .content, at: $0) }
    bag.add(330, few(contents.count), kind)
    guard let first = contents.first else { return }
    bag.add(331, steps(margins.max() ?? 0, 0.5), steps(margins.min() ?? 0, 1))
    let argument = candidate.arguments[first]
    bag.add(332, argument.path, kind)
    bag.add(333, argument.path, lemma)
    bag.add(334, argument.path, group.small)
    guard argument.reach != .quotation else { return }
    let part = passage.part[candidate.token]
    bag.add(335, passage.finiteness(of: argument.head), kind, part)
    bag.add(336, passage.sort(of: argument.head), kind, argument.path)
    bag.add(337, passage.introducer(of: argument.head), kind, part)
    bag.add(338, passage.introducer(of: argument.head), lemma)
    bag.add(339, passage.lemma[argument.head], kind, part)
  }

  /// Whether source and content stand before or behind the cue.
  private static func order(of proposal: Proposal) -> UInt32 {
    let cue = proposal.cue.first?.start ?? 0
    let source: UInt32 = proposal.source.first.map { $0.start < cue ? 1 : 2 } ?? 0
    let content: UInt32 = proposal.content.first.map { $0.start < cue ? 1 : 2 } ?? 0
    return source * 3 + content
  }

  private static func steps(_ value: Float, _ width: Float) -> UInt32 {
    UInt32(Int((max(-8, min(8, value)) / width).rounded(.down)) + 40)
  }

  private static func few(_ count: Int) -> UInt32 { UInt32(min(count, 4)) }

  private static func length(_ count: Int) -> UInt32 {
    switch count {
    case 0: 0
    case ..<4: 1
    case ..<8: 2
    case ..<16: 3
    case ..<32: 4
    case ..<64: 5
    case ..<128: 6
    case ..<256: 7
    default: 8
    }
  }
}
