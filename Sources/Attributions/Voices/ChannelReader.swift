import Mentions
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
    let occasions = OccasionFinder(report: report, lexicon: lexicon)
    for index in drafts.indices {
      guard let cue = drafts[index].cueHead else { continue }
      let told = channel(at: cue, content: drafts[index].content)
      let found =
        told?.name != nil
        ? told : occasions.occasion(of: drafts[index], among: drafts).map(phrase) ?? told
      // An occasion makes a saying of what the verb alone leaves open: "expressed its sorrow in a
      // statement".
      if drafts[index].kind == .speech || found?.name != nil {
        drafts[index].channel = found ?? drafts[index].channel
      }
      if found?.name != nil { drafts[index].kind = .speech }
    }
  }

  private func phrase(_ occasion: OccasionFinder.Occasion) -> Attribution.Channel {
    phrase(
      occasion.kind, occasion.noun.token, occasion.noun.sentence, occasion.content)
  }

  /// Gives the channel of documents to what they say themselves.
  func settleDocuments(_ drafts: inout [Draft], _ cast: Cast) {
    for index in drafts.indices where drafts[index].channel == nil && drafts[index].anchor == nil {
      drafts[index].channel = document(drafts[index].sourceHead, drafts[index].entity, cast)
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
      if let channel = drafts[index].channel, !isWriting(drafts[index], last?.channel) {
        last = channel.kind == "announcement" ? nil : (entity, channel)
      } else if let (speaker, channel) = last, speaker == entity {
        drafts[index].channel = channel
      } else {
        last = nil
      }
    }
  }

  /// Whether "wrote" goes on in what the same speaker's post or message was told to be.
  private func isWriting(_ draft: Draft, _ last: Attribution.Channel?) -> Bool {
    guard let last, draft.channel?.name == nil, let cue = draft.cueHead else { return false }
    return report.passages[cue.sentence].sentence[cue.token].lemma == "write"
      && ["tweet", "post", "message", "statement"].contains(last.kind)
  }

  private func channel(at cue: TokenAddress, content: [Span]) -> Attribution.Channel? {
    let sentence = report.passages[cue.sentence].sentence
    let kindOfVerb = lexicon.verb(sentence[cue.token].lemma)
    for child in sentence.children(of: cue.token) {
      let relation = sentence[child].relation.universal
      guard relation == .obl || relation == .advcl || relation == .nmod else { continue }
      let introducer = sentence.child(of: child, .case).map { sentence[$0].lemma.lowercased() }
      if let introducer,
        let kind = lexicon.occasion(sentence[child], behind: introducer)
      {
        return phrase(kind, child, cue.sentence, content)
      }
      if introducer == "to" || kindOfVerb == "told", isMedium(child, cue.sentence) {
        return phrase("told", child, cue.sentence, content)
      }
    }
    if kindOfVerb == "told" {
      for listener in listeners(of: cue.token, in: sentence, content: content) {
        if let kind = lexicon.noun(sentence[listener].lemma), Self.isGathering(kind) {
          return phrase(kind, listener, cue.sentence, content)
        }
        if isMedium(listener, cue.sentence) {
          return phrase("told", listener, cue.sentence, content)
        }
      }
    }
    guard let kindOfVerb, kindOfVerb != "told" else { return nil }
    return Attribution.Channel(kind: kindOfVerb, span: sentence[cue.token].span)
  }

  /// Whom a verb of telling names: its objects, and the name right behind it, which trees hang on
  /// the clause that follows where no "that" opens it ("told AFP she had come").
  private func listeners(of cue: Int, in sentence: Sentence, content: [Span]) -> [Int] {
    var found = Array(sentence.children(of: cue)).filter {
      [.obj, .iobj].contains(sentence[$0].relation)
    }
    let next = cue + 1
    if next < sentence.count, sentence[next].upos == .propn, !found.contains(next),
      !content.contains(where: { $0.overlaps(sentence[next].span) })
    {
      found.append(next)
    }
    return found
  }

  /// Whether those who were told are gathered for it: "told parliament", "told a news conference".
  private static func isGathering(_ kind: String) -> Bool {
    ["speech", "testimony", "briefing", "news conference", "interview"].contains(kind)
  }

  /// Whether a listener passes on what is heard: "told Haaretz", "told reporters".
  private func isMedium(_ token: Int, _ index: Int) -> Bool {
    let passage = report.passages[index]
    return passage.name[token] == .organisation
      || lexicon.noun(passage.sentence[token].lemma) == "told"
  }

  /// The channel of a document that speaks for itself: "the report says", "a letter that urges",
  /// and "it" for one of them.
  private func document(
    _ source: TokenAddress?, _ entity: Int?, _ cast: Cast
  ) -> Attribution.Channel? {
    guard let source else { return nil }
    let sentence = report.passages[source.sentence].sentence
    let word = sentence[source.token]
    var noun = word.upos.isNominal && word.upos != .pron ? word : nil
    if ["WDT", "WP"].contains(word.xpos) {
      let clause = sentence.ancestors(of: source.token).first {
        sentence[$0].relation == .aclRelcl && sentence[$0].head >= 0
      }
      noun = clause.map { sentence[sentence[$0].head] }
    } else if word.upos == .pron, let entity {
      let mention = cast.entities[entity].mentions.first { $0.kind == .nominal }
      noun = mention.map { report.passages[$0.sentence].sentence[$0.head] }
    }
    guard let noun, let kind = lexicon.voice(noun) else { return nil }
    return Attribution.Channel(kind: kind)
  }

  /// A channel over a phrase, without its preposition and up to where the content begins: trees
  /// hang a clause that is said on the noun before it ("a news conference that …").
  private func phrase(
    _ kind: String, _ head: Int, _ index: Int, _ content: [Span]
  ) -> Attribution.Channel {
    let sentence = report.passages[index].sentence
    let introducer = sentence.child(of: head, .case)
    func isOutside(_ token: Int) -> Bool {
      token != introducer && sentence[token].upos != .punct
        && !content.contains { $0.overlaps(sentence[token].span) }
    }
    var tokens = sentence.subtree(of: head, where: isOutside)
    // Only the stretch around the head: what stands behind the content belongs to something else.
    if let gap = tokens.lastIndex(where: { token in
      token < head
        && content.contains {
          sentence[token].span.end <= $0.start && $0.end <= sentence[head].span.start
        }
    }) {
      tokens.removeFirst(gap + 1)
    }
    if let gap = tokens.firstIndex(where: { token in
      token > head
        && content.contains {
          sentence[head].span.end <= $0.start && $0.end <= sentence[token].span.start
        }
    }) {
      tokens.removeLast(tokens.count - gap)
    }
    while let last = tokens.last, last > head, [.sconj, .cconj].contains(sentence[last].upos) {
      tokens.removeLast()
    }
    let span = Span(
      sentence[tokens.first ?? head].span.start, sentence[tokens.last ?? head].span.end)
    return Attribution.Channel(kind: kind, name: report.text[span], span: span)
  }
}
