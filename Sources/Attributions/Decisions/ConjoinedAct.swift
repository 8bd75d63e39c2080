import Syntax
import Text

/// What the source does besides speaking is no part of what is said: "ordered the army to help *and
/// cancelled a trip*". The content ends before a verb that is joined to the cue and shares its
/// subject.
struct ConjoinedAct {
  let report: Report

  /// Cuts contents.
  func settle(_ proposals: inout [Proposal]) {
    for index in proposals.indices {
      let content = proposals[index].content
      let passage = report.passages[proposals[index].passage]
      guard let start = start(besides: proposals[index].token, in: passage),
        content.contains(where: { $0.contains(start) }),
        content.contains(where: { $0.start < start }),
        content.allSatisfy({ passage.sentence.span.contains($0) })
      else { continue }
      proposals[index].endContent(at: passage.endOfWords(before: start))
    }
  }

  /// Where the clause of the first such verb begins, with its conjunction.
  private func start(besides cue: Int, in passage: Passage) -> Int? {
    let sentence = passage.sentence
    guard sentence[cue].upos == .verb, passage.quotation[cue] < 0 else { return nil }
    for child in sentence.children(of: cue) where child > cue {
      guard sentence[child].relation == .conj, sentence[child].upos == .verb,
        sentence[child].xpos == sentence[cue].xpos, passage.quotation[child] < 0,
        !sentence.children(of: child).contains(where: {
          sentence[$0].relation.universal == .nsubj
        }),
        let conjunction = sentence.child(of: child, .cc), conjunction < child
      else { continue }
      return sentence[conjunction].span.start
    }
    return nil
  }
}
