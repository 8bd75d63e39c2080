import Records
import Syntax
import Text

/// How and where something was said: by tweet, in a statement, at a briefing, told to a paper.
///
/// Read from the cue's own verb, from phrases that depend on it ("in a statement marking Eid"),
/// from whom it was told to, and from a document that is the source itself. Who goes on speaking
/// with no other occasion named speaks through the same channel.
struct ChannelReader {
  let report: Report
  let lexicon: ChannelLexicon

  func settle(_ drafts: inout [Draft]) {
    for index in drafts.indices {
      guard drafts[index].kind == .speech, let cue = drafts[index].cueHead else { continue }
      drafts[index].channel = channel(at: cue) ?? document(drafts[index].sourceHead)
    }
  }

  /// Hands a channel on to what the same speaker says next.
  func carryOn(_ drafts: inout [Draft]) {
    var last: (entity: Int, channel: Attribution.Channel)?
    let speech = drafts.indices.filter { drafts[$0].kind == .speech && drafts[$0].within == nil }
    for index in speech.sorted(by: { (drafts[$0].place, $0) < (drafts[$1].place, $1) }) {
      guard let entity = drafts[index].entity else {
        last = nil
        continue
      }
      if let channel = drafts[index].channel {
        last = channel.kind == "announcement" ? nil : (entity, channel)
      } else if let (speaker, channel) = last, speaker == entity {
        drafts[index].channel = channel
      } else {
        last = nil
      }
    }
  }

  private func channel(at cue: TokenAddress) -> Attribution.Channel? {
    let sentence = report.passages[cue.sentence].sentence
    let kindOfVerb = lexicon.verb(sentence[cue.token].lemma)
    for child in sentence.children(of: cue.token) {
      let relation = sentence[child].relation.universal
      guard relation == .obl || relation == .advcl || relation == .nmod else { continue }
      let introducer = sentence.child(of: child, .case).map { sentence[$0].lemma.lowercased() }
      if let introducer, let kind = lexicon.noun(sentence[child].lemma),
        Self.names(kind, behind: introducer)
      {
        return phrase(kind, child, cue.sentence)
      }
      if introducer == "to" || kindOfVerb == "told", isMedium(child, cue.sentence) {
        return phrase("told", child, cue.sentence)
      }
    }
    if kindOfVerb == "told" {
      for listener in sentence.children(of: cue.token)
      where [.obj, .iobj].contains(sentence[listener].relation) {
        if let kind = lexicon.noun(sentence[listener].lemma), Self.isGathering(kind) {
          return phrase(kind, listener, cue.sentence)
        }
        if isMedium(listener, cue.sentence) { return phrase("told", listener, cue.sentence) }
      }
    }
    guard let kindOfVerb, kindOfVerb != "told" else { return nil }
    return Attribution.Channel(kind: kindOfVerb, span: sentence[cue.token].span)
  }

  /// Whether a preposition before a noun for this channel makes it the occasion: "in a letter",
  /// "by telephone".
  private static func names(_ kind: String, behind introducer: String) -> Bool {
    switch introducer {
    case "in", "on", "at", "during", "via", "through", "over": kind != "told"
    case "by": kind == "call" || kind == "message"
    default: false
    }
  }

  /// Whether those who were told are gathered for it: "told parliament", "told a news conference".
  private static func isGathering(_ kind: String) -> Bool {
    ["speech", "testimony", "briefing", "news conference"].contains(kind)
  }

  /// Whether a listener passes on what is heard: "told Haaretz", "told reporters".
  private func isMedium(_ token: Int, _ index: Int) -> Bool {
    let passage = report.passages[index]
    return passage.name[token] == .organisation
      || lexicon.noun(passage.sentence[token].lemma) == "told"
  }

  /// The channel of a document that speaks for itself: "the report says".
  private func document(_ source: TokenAddress?) -> Attribution.Channel? {
    guard let source else { return nil }
    let word = report.passages[source.sentence].sentence[source.token]
    guard word.upos == .noun, let kind = lexicon.noun(word.lemma),
      ["document", "statement", "message", "post", "tweet"].contains(kind)
    else { return nil }
    return Attribution.Channel(kind: kind)
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
