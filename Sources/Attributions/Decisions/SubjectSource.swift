import Syntax
import Text

/// Where no source was found, the subject of an active verb speaks: "*India*, meanwhile, rejected the
/// claim".
struct SubjectSource {
  let report: Report

  /// Fills in sources.
  func settle(_ proposals: inout [Proposal]) {
    for index in proposals.indices where proposals[index].source.isEmpty {
      let proposal = proposals[index]
      let passage = report.passages[proposal.passage]
      let sentence = passage.sentence
      guard let verb = verb(of: proposal, in: sentence), !passage.isPassive(verb),
        let subject = sentence.child(of: verb, .nsubj), subject < verb,
        sentence[subject].upos == .noun || sentence[subject].upos == .propn
      else { continue }
      let words = sentence.subtree(of: subject) { sentence[$0].relation != .aclRelcl }
      let source = SpanBuilder(report: report, passage: passage).spans(of: words)
      let isFree = !(proposal.cue + proposal.content).contains { taken in
        source.contains { $0.overlaps(taken) }
      }
      guard isFree else { continue }
      proposals[index].source = source
      proposals[index].sourceHead = subject
    }
  }

  /// The verb of a cue: its head, or what its head noun is the object of ("*rejected* the claim").
  private func verb(of proposal: Proposal, in sentence: Sentence) -> Int? {
    let word = sentence[proposal.token]
    if word.upos == .verb { return proposal.token }
    guard word.relation == .obj, word.head >= 0, sentence[word.head].upos == .verb,
      proposal.cue.contains(where: { $0.overlaps(sentence[word.head].span) })
    else { return nil }
    return word.head
  }
}
