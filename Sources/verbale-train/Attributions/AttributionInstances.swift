import Attributions
import Syntax
import Text

/// Gathers what the models of attributions learn from out of annotated texts.
struct AttributionInstances {
  let words: WordKnowledge
  private(set) var cues: [Instance] = []
  private(set) var roles: [Instance] = []

  init(words: WordKnowledge) { self.words = words }

  mutating func add(_ gold: GoldRoles) {
    addCues(gold)
    addRoles(gold)
  }

  /// Every word that may report; words in annotated contents are left out unless they are cues.
  private mutating func addCues(_ gold: GoldRoles) {
    var bag = FeatureBag()
    let finder = ArgumentFinder()
    for passage in gold.report.passages {
      for (token, word) in passage.sentence.tokens.enumerated()
      where finder.mayReport(token, in: passage) {
        let isCue = gold.heads.contains(TokenAddress(passage.index, token))
        if !isCue && gold.isInContent(word) { continue }
        if let odds = gold.report.reading?.cueHead(token, in: passage.index),
          odds < LearnedDecider.leastOdds
        {
          continue
        }
        CueFeatures.gather(token, in: passage, of: gold.report, words: words, into: &bag)
        cues.append(Instance(features: bag.features, label: isCue ? 1 : 0))
      }
    }
  }

  /// Every phrase around an annotated cue.
  private mutating func addRoles(_ gold: GoldRoles) {
    var bag = FeatureBag()
    let finder = ArgumentFinder()
    for example in gold.examples {
      let passage = gold.report.passages[example.passage]
      let candidate = finder.candidate(example.token, in: passage, of: gold.report)
      let chosen = gold.roles(of: candidate, in: example)
      for (index, argument) in candidate.arguments.enumerated() {
        RoleFeatures.gather(
          index, of: candidate, in: passage, of: gold.report, words: words,
          parentRole: argument.parent < 0 ? .none : chosen[argument.parent], into: &bag)
        roles.append(Instance(features: bag.features, label: chosen[index].rawValue))
      }
    }
  }

  /// What a model that hasn't seen a text puts forward in it, and whether it is right. What lies
  /// in an annotated content without being annotated is left out: nothing nested was annotated.
  static func judged(by model: LearnedModel, _ gold: GoldRoles) -> [Instance] {
    var decider = LearnedDecider(model: model)
    decider.floor = model.floor
    return ProposalFinder(decider: decider).candidates(in: gold.report).compactMap { proposal in
      guard !proposal.evidence.isEmpty else { return nil }
      let isRight = gold.isRight(proposal)
      let word = gold.report.passages[proposal.passage].sentence[proposal.token]
      if !isRight && gold.isInContent(word) { return nil }
      return Instance(features: proposal.evidence, label: isRight ? 1 : 0)
    }
  }
}

extension GoldRoles {
  /// Whether an annotated attribution has the same source and, by half, the same content.
  func isRight(_ proposal: Proposal) -> Bool {
    items.contains { item in
      let shared = Self.shared(proposal.content, item.content)
      let all = Self.size(proposal.content) + Self.size(item.content)
      guard 2 * shared * 2 >= all else { return false }
      if proposal.source.isEmpty || item.source.isEmpty {
        return proposal.source.isEmpty && item.source.isEmpty
      }
      guard let head = proposal.sourceHead else {
        return Self.shared(proposal.source, item.source) > 0
      }
      let span = report.passages[proposal.passage].sentence[head].span
      return item.source.contains { $0.overlaps(span) }
    }
  }

  private static func size(_ spans: [Span]) -> Int { spans.reduce(0) { $0 + $1.count } }

  private static func shared(_ left: [Span], _ right: [Span]) -> Int {
    left.reduce(0) { sum, span in
      sum + right.reduce(0) { $0 + (span.intersection($1)?.count ?? 0) }
    }
  }
}
