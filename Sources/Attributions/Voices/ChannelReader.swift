import Records
import Syntax
import Text

/// How and where something was said: by tweet, in a statement, at a briefing, told to a paper.
///
/// Read from the cue's own verb, from phrases that depend on it ("in a statement marking Eid"),
/// and from whom it was told to; speech that goes on in the next sentence keeps the channel.
struct ChannelReader {
  let report: Report
  let lexicon: ChannelLexicon

  func settle(_ drafts: inout [Draft]) {
    for index in drafts.indices {
      guard drafts[index].kind == .speech, let cue = drafts[index].cueHead else { continue }
      drafts[index].channel = channel(at: cue)
    }
  }

  private func channel(at cue: TokenAddress) -> Attribution.Channel? {
    let sentence = report.passages[cue.sentence].sentence
    let kindOfVerb = lexicon.verb(sentence[cue.token].lemma)
    for child in sentence.children(of: cue.token) {
      let relation = sentence[child].relation.universal
      guard relation == .obl || relation == .advcl || relation == .nmod else { continue }
      let introducer = sentence.child(of: child, .case).map { sentence[$0].lemma.lowercased() }
      if let introducer, ["in", "on", "at", "during", "via", "through"].contains(introducer),
        let kind = lexicon.noun(sentence[child].lemma)
      {
        return phrase(kind, child, cue.sentence)
      }
      if introducer == "to" || kindOfVerb == "told",
        report.passages[cue.sentence].name[child] == .organisation
      {
        return phrase("told", child, cue.sentence)
      }
    }
    if kindOfVerb == "told",
      let listener = sentence.children(of: cue.token).first(where: {
        [.obj, .iobj].contains(sentence[$0].relation)
          && report.passages[cue.sentence].name[$0] == .organisation
      })
    {
      return phrase("told", listener, cue.sentence)
    }
    guard let kindOfVerb, kindOfVerb != "told" else { return nil }
    return Attribution.Channel(kind: kindOfVerb, span: sentence[cue.token].span)
  }

  /// A channel over a phrase, its preposition left out.
  private func phrase(_ kind: String, _ head: Int, _ index: Int) -> Attribution.Channel {
    let sentence = report.passages[index].sentence
    let introducer = sentence.child(of: head, .case)
    let tokens = sentence.subtree(of: head) { $0 != introducer && sentence[$0].upos != .punct }
    let span = Span(
      sentence[tokens.first ?? head].span.start, sentence[tokens.last ?? head].span.end)
    return Attribution.Channel(kind: kind, name: report.text[span], span: span)
  }
}
