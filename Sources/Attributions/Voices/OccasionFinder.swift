import Records
import Syntax
import Text

/// Finds the occasion of a saying where the tree doesn't hang it on the verb: a phrase of the cue
/// ("said in a statement that"), of a clause beside it ("reached by phone", "speaking at a rally"),
/// or one that stands outside every content and source of its sentence.
struct OccasionFinder {
  let report: Report
  let lexicon: ChannelLexicon

  /// A noun that names how something was said.
  struct Occasion {
    let kind: String
    let noun: TokenAddress
    /// The content that the phrase must keep out of.
    let content: [Span]
  }

  func occasion(of draft: Draft, among drafts: [Draft]) -> Occasion? {
    guard let cue = draft.cueHead else { return nil }
    let sentence = report.passages[cue.sentence].sentence
    func found(_ token: Int) -> Occasion? {
      guard sentence[token].upos.isNominal,
        let preposition = sentence.child(of: token, .case),
        let kind = lexicon.occasion(
          sentence[token], behind: sentence[preposition].lemma.lowercased())
      else { return nil }
      return Occasion(
        kind: kind, noun: TokenAddress(cue.sentence, token), content: draft.content)
    }
    if let own = found(cue.token) { return own }
    for clause in clauses(beside: draft, sentence) {
      if givesEvidence(clause, sentence) {
        return Occasion(
          kind: "testimony", noun: TokenAddress(cue.sentence, clause), content: draft.content)
      }
      for child in sentence.children(of: clause) {
        if let occasion = found(child) { return occasion }
      }
    }
    for token in sentence.tokens.indices {
      if let occasion = found(token), isFree(token, in: sentence, drafts),
        isNearest(cue, to: token, drafts)
      {
        return occasion
      }
    }
    return nil
  }

  /// The clauses about how somebody spoke: "reached by phone", "speaking to reporters".
  private func clauses(beside draft: Draft, _ sentence: Sentence) -> [Int] {
    guard let cue = draft.cueHead else { return [] }
    var heads = [cue.token]
    if let source = draft.sourceHead, source.sentence == cue.sentence { heads.append(source.token) }
    return heads.flatMap { head in
      sentence.children(of: head).filter {
        [.acl, .advcl, .parataxis].contains(sentence[$0].relation)
          && Self.speaking.contains(sentence[$0].lemma.lowercased())
      }
    }
  }

  /// "Giving evidence behind a screen".
  private func givesEvidence(_ clause: Int, _ sentence: Sentence) -> Bool {
    sentence[clause].lemma == "testify"
      || sentence.children(of: clause).contains {
        sentence[$0].relation == .obj && ["evidence", "testimony"].contains(sentence[$0].lemma)
      }
  }

  private static let speaking: Set<String> = [
    "address", "appear", "contact", "give", "interview", "message", "reach", "speak", "testify",
    "text", "write",
  ]

  private func isFree(_ token: Int, in sentence: Sentence, _ drafts: [Draft]) -> Bool {
    let span = sentence[token].span
    return drafts.allSatisfy { draft in
      (draft.content + draft.source).allSatisfy { !$0.overlaps(span) }
    }
  }

  /// Whether no other cue of the sentence is nearer.
  private func isNearest(_ cue: TokenAddress, to token: Int, _ drafts: [Draft]) -> Bool {
    drafts.allSatisfy { draft in
      guard let other = draft.cueHead, other.sentence == cue.sentence else { return true }
      return abs(other.token - token) >= abs(cue.token - token)
    }
  }
}
