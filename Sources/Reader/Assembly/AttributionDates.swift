import Attributions
import Mentions
import Records
import Syntax
import Text

/// When something was said: a date goes to the attribution whose cue governs it ("announced
/// Wednesday").
struct AttributionDates {
  private let mentions: [(cue: Span, tense: Tense, date: DateMention)]

  /// The dates of a report, each with the word that governs it.
  init(_ dates: [DateMention], in parsed: ParsedText) {
    let factuality = FactualityReader()
    mentions = dates.compactMap { date in
      let sentence = parsed.sentences[date.sentence]
      guard let top = date.tokens.first(where: { !date.tokens.contains(sentence[$0].head) }),
        sentence[top].head >= 0
      else { return nil }
      let governor = sentence[top].head
      return (sentence[governor].span, factuality.judge(governor, in: sentence).tense, date)
    }
  }

  /// The date of an attribution, where one hangs on its cue.
  func date(of attribution: Attribution) -> DateInterval? {
    let found = mentions.first { mention in
      attribution.cue.contains { $0.contains(mention.cue) }
    }
    return found.map { $0.date.interval(tense: $0.tense) }
  }
}
