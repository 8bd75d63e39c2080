import Records
import Syntax
import Text

/// Puts every word to the decider and keeps the proposals that agree with one another.
package struct ProposalFinder: Sendable {
  package let decider: any Decider
  /// How much surer a cue must be inside quotation marks: what people want and think within the
  /// words of somebody else is seldom an attribution of the report.
  package static let innerMargin: Float = 1

  /// From here on a participle of saying behind a comma counts as a cue, and so does "it is alleged
  /// that".
  package static let participleFloor: Float = -4

  package init(decider: any Decider) { self.decider = decider }

  /// The outermost attributions of a report, in the order of their cues.
  package func proposals(in report: Report) -> [Proposal] {
    let test = PropositionTest(report: report)
    return agreeing(candidates(in: report).filter { $0.rank > 0 && test.passes($0) })
  }

  /// Everything that is put forward, whatever its rank.
  package func candidates(in report: Report) -> [Proposal] {
    var found: [Proposal] = []
    let finder = ArgumentFinder()
    let participles = TrailingParticiple(report: report, lexicon: .standard)
    for passage in report.passages where passage.block.isRead {
      for token in passage.sentence.tokens.indices where finder.mayReport(token, in: passage) {
        let weight = decider.weigh(token, in: passage, of: report)
        let isQuoted = passage.quotation[token] >= 0
        let goesOn =
          weight > Self.participleFloor
          && (participles.matches(token, in: passage) || passage.isImpersonalReport(token))
        guard weight > (isQuoted ? Self.innerMargin : decider.floor) || goesOn else { continue }
        let candidate = finder.candidate(token, in: passage, of: report)
        let decision = decider.decide(candidate, in: passage, of: report)
        let by = decider.name(of: candidate, in: passage)
        guard
          var proposal = Proposal(
            candidate, roles: decision.roles, weight: weight, by: by, report: report)
        else { continue }
        if !isQuoted {
          (proposal.rank, proposal.evidence) = decider.judge(
            proposal, candidate, decision, of: report)
        }
        if goesOn { proposal.rank = max(proposal.rank, Self.leastRank) }
        found.append(proposal)
      }
    }
    participles.settle(&found)
    QuotationFrame(report: report).settle(&found)
    ClosingReport(report: report).settle(&found)
    PassiveListener(report: report).settle(&found)
    ConjoinedAct(report: report).settle(&found)
    WholeClause(report: report).settle(&found)
    SubjectSource(report: report).settle(&found)
    return found
  }

  /// The rank of what a rule is sure of.
  private static let leastRank: Float = 0.01

  /// Takes the surest first and leaves out what tells the same a second time, or stands inside
  /// another content.
  private func agreeing(_ proposals: [Proposal]) -> [Proposal] {
    var kept: [Proposal] = []
    let order = proposals.indices.sorted {
      (-proposals[$0].rank, $0) < (-proposals[$1].rank, $1)
    }
    for index in order {
      let proposal = proposals[index]
      let near = kept.filter { abs($0.passage - proposal.passage) <= 3 }
      if near.allSatisfy({ !proposal.clashes(with: $0) }) { kept.append(proposal) }
    }
    let outermost = kept.filter { proposal in
      !kept.contains {
        ($0.passage, $0.token) != (proposal.passage, proposal.token) && $0.holds(proposal.cue)
      }
    }
    return outermost.sorted { ($0.passage, $0.token) < ($1.passage, $1.token) }
  }
}
