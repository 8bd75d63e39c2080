import Syntax
import Text

/// Who "was told", or is "asked whether", listens; the source is somebody else, or nobody is
/// written.
struct PassiveListener {
  let report: Report

  /// Verbs whose passive subject listens.
  private static let verbs: Set<String> = [
    "advise", "ask", "assure", "inform", "instruct", "notify", "order", "remind", "tell", "urge",
    "warn",
  ]

  func settle(_ proposals: inout [Proposal]) {
    for index in proposals.indices {
      let passage = report.passages[proposals[index].passage]
      let token = proposals[index].token
      let word = passage.sentence[token]
      guard ["VBN", "VBD"].contains(word.xpos), let source = proposals[index].sourceHead,
        Self.verbs.contains(word.lemma.lowercased()), isListener(source, of: token, in: passage)
      else { continue }
      proposals[index].source = []
      proposals[index].sourceHead = nil
    }
  }

  /// Whether a phrase is the subject of a passive, or what its participle is about.
  private func isListener(_ source: Int, of token: Int, in passage: Passage) -> Bool {
    let sentence = passage.sentence
    if sentence[source].relation == .oblAgent { return false }
    if sentence[source].head == token { return sentence[source].relation == .nsubjPass }
    if passage.isPassive(token) { return passage.subject(of: token)?.token == source }
    let isBare = !sentence.children(of: token).contains { sentence[$0].relation == .aux }
    guard isBare, [.acl, .advcl].contains(sentence[token].relation) else { return false }
    return passage.subject(of: token)?.token == source
  }
}
