import Records
import Syntax
import Text

/// Who speaks in a printed conversation: paragraphs that open with a speaker's name and a colon
/// ("Moreau: We will see.").
///
/// A text counts as one where at least three paragraphs open so and a name comes back.
struct Transcript {
  let report: Report
  let lexicon: ChannelLexicon

  /// What `by` says of a turn.
  static let rule = "rule:transcript"
  /// A speaker's label has at most so many words.
  static let mostWords = 10
  /// So many paragraphs must open with a label.
  static let fewestTurns = 3

  /// One speaker's turn.
  struct Turn {
    let passage: Int
    let label: Range<Int>
    let colon: Int
    let content: [Span]
  }

  /// Makes every turn the attribution of its speaker; what else was decided inside it is left to
  /// the nested decision.
  func attach(to drafts: inout [Draft]) {
    let turns = self.turns
    let names = turns.map { report.text[label(of: $0)] }
    guard turns.count >= Self.fewestTurns, Set(names).count < names.count else { return }
    let channel = occasion(besides: Set(turns.map { report.passages[$0.passage].paragraph }))
    for turn in turns {
      let sentence = report.passages[turn.passage].sentence
      let own = label(of: turn)
      drafts.removeAll { draft in
        own.contains(draft.place) || sentence[turn.colon].span.contains(draft.place)
          || turn.content.contains { $0.contains(draft.place) }
          || draft.source.contains { $0.overlaps(own) }
      }
      let head =
        turn.label.first { !turn.label.contains(sentence[$0].head) } ?? turn.label.lowerBound
      drafts.append(
        Draft(
          source: [own], cue: [sentence[turn.colon].span], content: turn.content,
          by: Self.rule, cueHead: TokenAddress(turn.passage, turn.colon),
          sourceHead: TokenAddress(turn.passage, head), form: .direct, channel: channel))
    }
  }

  /// Where the conversation took place, as the paragraphs around tell most often: an interview, a
  /// hearing.
  private func occasion(besides turns: Set<Int>) -> Attribution.Channel? {
    var counts: [String: Int] = [:]
    for passage in report.passages where !turns.contains(passage.paragraph) {
      for word in passage.sentence.tokens where word.upos == .noun {
        if let kind = lexicon.noun(word.lemma), Self.occasions.contains(kind) {
          counts[kind, default: 0] += 1
        }
      }
    }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return best.map { Attribution.Channel(kind: $0.key) }
  }

  private static let occasions: Set<String> = [
    "briefing", "interview", "news conference", "testimony",
  ]

  private func label(of turn: Turn) -> Span {
    let sentence = report.passages[turn.passage].sentence
    return Span(
      sentence[turn.label.lowerBound].span.start, sentence[turn.label.upperBound - 1].span.end)
  }

  /// The paragraphs that open with a label, in text order.
  private var turns: [Turn] {
    var turns: [Turn] = []
    var first = 0
    while first < report.passages.count {
      let passage = report.passages[first]
      var end = first + 1
      while end < report.passages.count, report.passages[end].paragraph == passage.paragraph {
        end += 1
      }
      if passage.block == .body, let turn = turn(first..<end) { turns.append(turn) }
      first = end
    }
    return turns
  }

  private func turn(_ passages: Range<Int>) -> Turn? {
    let sentence = report.passages[passages.lowerBound].sentence
    guard let colon = sentence.tokens.firstIndex(where: { $0.form == ":" }),
      (1...Self.mostWords).contains(colon), isLabel(0..<colon, sentence),
      let last = report.passages[passages.upperBound - 1].sentence.tokens.last
    else { return nil }
    let behind =
      colon + 1 < sentence.count
      ? sentence[colon + 1].span.start
      : passages.count > 1
        ? report.passages[passages.lowerBound + 1].sentence.span.start : last.span.end
    var end = last.span.end
    if [".", "\"", "”"].contains(last.form) { end = last.span.start }
    guard behind < end else { return nil }
    return Turn(
      passage: passages.lowerBound, label: 0..<colon, colon: colon, content: [Span(behind, end)])
  }

  /// A label is short, opens with a capital and holds no verb: "Ms. Ode, for the bank", "Q".
  private func isLabel(_ tokens: Range<Int>, _ sentence: Sentence) -> Bool {
    sentence[0].form.first?.isUppercase == true
      && tokens.contains { sentence[$0].upos == .propn || sentence[$0].form.count <= 2 }
      && tokens.allSatisfy { !sentence[$0].upos.isVerbal && sentence[$0].upos != .num }
  }
}
