import Syntax
import Text

/// A report that closes its sentence ("…, he said", "…, according to the bank") reports all of what
/// stands before it; another cue's content that ran on over it ends where it begins.
struct ClosingReport {
  let report: Report

  func settle(_ proposals: inout [Proposal]) {
    for index in proposals.indices where isClosing(proposals[index]) {
      let closing = proposals[index]
      let start = (closing.source + closing.cue).map(\.start).min() ?? 0
      let words = closing.content.map(\.start).min() ?? start
      for other in proposals.indices
      where other != index && proposals[other].passage == closing.passage
        && (proposals[other].cue.first?.start ?? 0) >= words
        && (proposals[other].cue.first?.start ?? 0) < start
        && proposals[other].content.contains(where: { $0.contains(start) })
      {
        let end = report.passages[closing.passage].endOfWords(before: start)
        proposals[other].endContent(at: end)
      }
    }
    proposals.removeAll { $0.content.isEmpty }
  }

  /// Whether cue and source stand behind the content, with at most a short phrase after them.
  private func isClosing(_ proposal: Proposal) -> Bool {
    guard let start = (proposal.source + proposal.cue).map(\.start).min(),
      let end = proposal.content.map(\.end).max(), end <= start, !proposal.source.isEmpty
    else { return false }
    let sentence = report.passages[proposal.passage].sentence
    guard let first = sentence.tokens.firstIndex(where: { $0.span.start >= start }), first > 0
    else { return false }
    return sentence[first - 1].form == ","
  }
}
