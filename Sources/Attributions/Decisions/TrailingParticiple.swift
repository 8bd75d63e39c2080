import Records
import Syntax
import Text

/// A participle of saying behind a comma ("…, adding that …") goes on with the sentence's own
/// report, wherever the tree hung it: it shares the source, and the content before it ends there.
struct TrailingParticiple {
  let report: Report
  let lexicon: CueLexicon

  /// Whether a word is such a participle.
  func matches(_ token: Int, in passage: Passage) -> Bool {
    let sentence = passage.sentence
    let word = sentence[token]
    guard word.xpos == "VBG", token > 1, sentence[token - 1].form == ",",
      passage.quotation[token] < 0,
      !sentence.children(of: token).contains(where: {
        sentence[$0].relation.universal == .nsubj
      }),
      let entry = lexicon.entry(lemma: word.lemma, part: .verb)
    else { return false }
    return entry.kind == .speech && entry.frames.contains(.clause)
  }

  /// Shares sources and cuts contents.
  func settle(_ proposals: inout [Proposal]) {
    for index in proposals.indices {
      let participle = proposals[index]
      let passage = report.passages[participle.passage]
      guard matches(participle.token, in: passage) else { continue }
      let sentence = passage.sentence
      let before = proposals.indices.filter {
        proposals[$0].passage == participle.passage && proposals[$0].token < participle.token
      }
      let reports = before.filter {
        !proposals[$0].source.isEmpty && passage.quotation[proposals[$0].token] < 0
          && sentence[proposals[$0].token].upos == .verb
      }
      guard
        let main = reports.min(by: {
          depth(proposals[$0].token, sentence) < depth(proposals[$1].token, sentence)
        })
      else { continue }
      proposals[index].source = proposals[main].source
      proposals[index].sourceHead = proposals[main].sourceHead
      let end = sentence[participle.token - 1].span.start
      let start = sentence[participle.token].span.start
      for other in before where proposals[other].content.contains(where: { $0.contains(start) }) {
        proposals[other].endContent(at: end)
      }
    }
    proposals.removeAll { $0.content.isEmpty }
  }

  private func depth(_ token: Int, _ sentence: Sentence) -> Int {
    sentence.ancestors(of: token).count
  }
}
