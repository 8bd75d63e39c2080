/// Decides which words report and which part each phrase around them plays.
package protocol Decider: Sendable {
  /// The network whose reading of the report the decisions take into account, if any.
  var network: RoleNetwork? { get }

  /// From where on a word is put forward at all; what is put forward below zero counts only if
  /// the judgement of the whole is for it.
  var floor: Float { get }

  /// What the record's `by` says of a decision about this candidate.
  func name(of candidate: Candidate, in passage: Passage) -> String

  /// How strongly a word reports, above zero for yes.
  func weigh(_ token: Int, in passage: Passage, of report: Report) -> Float

  /// The part of every argument of a candidate.
  func decide(_ candidate: Candidate, in passage: Passage, of report: Report) -> Decision

  /// How sure a whole attribution is, above zero for yes, and the features that say so.
  func judge(
    _ proposal: Proposal, _ candidate: Candidate, _ decision: Decision, of report: Report
  ) -> (rank: Float, evidence: [UInt32])
}

extension Decider {
  package var network: RoleNetwork? { nil }

  package var floor: Float { 0 }

  package func judge(
    _ proposal: Proposal, _ candidate: Candidate, _ decision: Decision, of report: Report
  ) -> (rank: Float, evidence: [UInt32]) {
    (proposal.weight, [])
  }
}

/// The part of every argument of a candidate, with the scores of all parts where they were weighed.
package struct Decision: Sendable {
  package var roles: [Role]
  package var scores: [[Float]]

  package init(roles: [Role], scores: [[Float]] = []) {
    self.roles = roles
    self.scores = scores
  }

  /// How much surer a part is for an argument than none.
  package func margin(of role: Role, at argument: Int) -> Float {
    guard scores.indices.contains(argument) else { return 0 }
    return scores[argument][role.rawValue] - scores[argument][Role.none.rawValue]
  }
}
