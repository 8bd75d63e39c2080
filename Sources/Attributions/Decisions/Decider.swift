/// Decides which words report and which part each phrase around them plays.
package protocol Decider: Sendable {
  /// What the record's `by` says of a decision about this candidate.
  func name(of candidate: Candidate, in passage: Passage) -> String

  /// How strongly a word reports, above zero for yes.
  func weigh(_ token: Int, in passage: Passage, of report: Report) -> Float

  /// The part of every argument of a candidate.
  func roles(of candidate: Candidate, in passage: Passage, of report: Report) -> [Role]
}
