/// Decides by a model learned from annotated reports.
package struct LearnedDecider: Decider {
  package let model: LearnedModel
  package let network: RoleNetwork?
  package let words: WordKnowledge
  package var floor: Float
  /// The margin over "no part" from which a phrase is taken for a source that is missing.
  package var sourceFloor: Float = -2

  package init(
    model: LearnedModel, network: RoleNetwork? = nil, lexicon: CueLexicon = .standard
  ) {
    self.model = model
    self.network = network
    words = WordKnowledge(lexicon: lexicon, groups: model.groups)
    floor = model.judge == nil ? 0 : model.floor
  }

  package func name(of candidate: Candidate, in passage: Passage) -> String {
    "attribution-model"
  }

  /// A word that the network gives lower odds is not weighed any further.
  package static let leastOdds: Float = -4

  package func weigh(_ token: Int, in passage: Passage, of report: Report) -> Float {
    if let odds = report.reading?.cueHead(token, in: passage.index), odds < Self.leastOdds {
      return odds
    }
    var bag = FeatureBag()
    CueFeatures.gather(token, in: passage, of: report, words: words, into: &bag)
    return model.cue.score(bag.features) - model.threshold
  }

  package func judge(
    _ proposal: Proposal, _ candidate: Candidate, _ decision: Decision, of report: Report
  ) -> (rank: Float, evidence: [UInt32]) {
    let evidence = JudgeFeatures.gather(
      proposal, candidate, decision, of: report, words: words)
    guard let judge = model.judge else { return (proposal.weight, evidence) }
    return (judge.score(evidence) - model.judgeThreshold, evidence)
  }

  package func decide(
    _ candidate: Candidate, in passage: Passage, of report: Report
  ) -> Decision {
    var bag = FeatureBag()
    var roles: [Role] = []
    var scores: [[Float]] = []
    for (index, argument) in candidate.arguments.enumerated() {
      RoleFeatures.gather(
        index, of: candidate, in: passage, of: report, words: words,
        parentRole: argument.parent < 0 ? .none : roles[argument.parent], into: &bag)
      let sums = model.roles.scores(bag.features)
      scores.append(sums)
      let best = sums.indices.max { sums[$0] < sums[$1] } ?? 0
      roles.append(Role(rawValue: best) ?? .none)
    }
    keepOneSource(&roles, scores, candidate)
    ensureContent(&roles, scores)
    return Decision(roles: roles, scores: scores)
  }

  /// Of several phrases taken for the source, the surest stays.
  private func keepOneSource(_ roles: inout [Role], _ scores: [[Float]], _ candidate: Candidate) {
    func margin(_ index: Int) -> Float { scores[index][Role.source.rawValue] - scores[index][0] }
    let sources = roles.indices.filter { roles[$0] == .source }
    let phrases = sources.filter { index in
      let holder = candidate.arguments[index].parent
      return holder < 0 || roles[holder] != .source
    }
    guard let best = phrases.max(by: { margin($0) < margin($1) }) else {
      takeLikelySource(&roles, margin: margin)
      return
    }
    for index in phrases where index != best {
      roles[index] = .none
      for inner in sources where candidate.arguments[inner].parent == index { roles[inner] = .none }
    }
  }

  /// Where no phrase was taken for the source, the likeliest free one is, if it is likely enough:
  /// most attributions have a written source.
  private func takeLikelySource(_ roles: inout [Role], margin: (Int) -> Float) {
    let free = roles.indices.filter { roles[$0] == .none && margin($0) > sourceFloor }
    if let best = free.max(by: { margin($0) < margin($1) }) { roles[best] = .source }
  }

  /// A cue has a content: where no phrase was taken for it, the likeliest one is.
  private func ensureContent(_ roles: inout [Role], _ scores: [[Float]]) {
    guard !roles.contains(.content) else { return }
    let content = Role.content.rawValue
    let free = roles.indices.filter { roles[$0] == .none }
    guard
      let best = free.max(by: {
        scores[$0][content] - scores[$0][0] < scores[$1][content] - scores[$1][0]
      })
    else { return }
    roles[best] = .content
  }
}
