import Syntax
import Text

/// A clause that a cue reports is reported from its beginning: where the content begins in the midst
/// of it ("said it had staged *a "revenge operation"*"), the words before belong to it, and not to the
/// cue.
struct WholeClause {
  let report: Report

  /// Widens contents, and cuts cues that reach into them.
  func settle(_ proposals: inout [Proposal]) {
    for index in proposals.indices {
      let proposal = proposals[index]
      let passage = report.passages[proposal.passage]
      let sentence = passage.sentence
      guard sentence[proposal.token].upos == .verb, passage.quotation[proposal.token] < 0,
        let first = proposal.content.first, sentence.span.contains(first),
        let clause = sentence.child(of: proposal.token, .ccomp), clause > proposal.token
      else { continue }
      let words = sentence.subtree(of: clause).filter {
        $0 > proposal.token && sentence[$0].upos != .punct
      }
      guard let start = words.first, sentence[start].span.start < first.start,
        words.contains(where: { sentence[$0].span.start == first.start })
      else { continue }
      let missing = Span(sentence[start].span.start, first.start)
      guard !proposal.source.contains(where: { $0.overlaps(missing) }) else { continue }
      proposals[index].content[0] = missing.union(first)
      proposals[index].cue = proposal.cue.compactMap { piece in
        guard piece.overlaps(missing) else { return piece }
        let end = passage.endOfWords(before: missing.start)
        return piece.start < end ? Span(piece.start, end) : nil
      }
    }
  }
}
