public import Syntax
import Text

/// Finds the phrases that tell when, and what they mean from the day of publication.
///
/// ```swift
/// let dates = DateReader(published: "2021-05-14").read(parsed)
/// dates[0].interval(tense: .past)    // "Friday": 2021-05-14
/// dates[0].interval(tense: .future)
/// ```
public struct DateReader: Sendable {
  private let published: CivilDay?

  /// A reader for a report of a day, ISO 8601 (a time behind it is left out of account); without
  /// one, or with one that can't be read, what is not stated stays open.
  public init(published: String?) {
    self.published = published.flatMap { CivilDay(iso: $0) }
  }

  /// The dates in text order; they don't overlap.
  public func read(_ parsed: ParsedText) -> [DateMention] {
    var mentions: [DateMention] = []
    for (index, sentence) in parsed.sentences.enumerated() {
      let words = DateWords(sentence)
      for (tokens, expression) in DateReader.dates(in: words) {
        let span = Span(
          sentence.tokens[tokens.lowerBound].span.start,
          sentence.tokens[tokens.upperBound - 1].span.end)
        mentions.append(
          DateMention(
            sentence: index, tokens: tokens, span: span, text: parsed.text[span],
            expression: expression,
            bound: DateReader.bound(before: tokens.lowerBound, in: words),
            published: published))
      }
    }
    return mentions
  }

  /// The dates of a sentence: at each token the longest match of all rules.
  private static func dates(in words: DateWords) -> [(Range<Int>, DateExpression)] {
    var found: [(Range<Int>, DateExpression)] = []
    var index = 0
    while index < words.count {
      let matches = [
        words.numericDate(index), words.day(index), words.monthAlone(index),
        words.yearAlone(index), words.weekdayAlone(index), words.near(index), words.unit(index),
        words.counted(index), words.season(index), words.feast(index),
        words.era(index),
      ]
      var best: DateWords.Match?
      for match in matches {
        if let match, match.end > best?.end ?? index { best = match }
      }
      if let best {
        found.append((index..<best.end, best.expression))
        index = best.end
      } else {
        index += 1
      }
    }
    return backfilled(found, words)
  }

  /// "from May 3 to June 4, 2014": the year behind the second goes for the first.
  private static func backfilled(
    _ found: [(Range<Int>, DateExpression)], _ words: DateWords
  ) -> [(Range<Int>, DateExpression)] {
    var found = found
    for index in found.indices.dropLast() {
      guard case .monthDay(let month, let first, let last) = found[index].1,
        case .stated(let from, let to) = found[index + 1].1, from.parts.year == to.parts.year
      else { continue }
      let between = found[index].0.upperBound..<found[index + 1].0.lowerBound
      guard between.count == 1,
        ["to", "and", "-", "–", "until", "or", "through"].contains(words[between.lowerBound])
      else { continue }
      let year = from.parts.year
      let length = CivilDay.length(of: month, in: year)
      if let start = CivilDay(year, month, first ?? 1),
        let end = CivilDay(year, month, last ?? first ?? length)
      {
        found[index].1 = .stated(from: start, to: end)
      }
    }
    return found
  }

  /// What the words before a date make of it.
  private static func bound(before index: Int, in words: DateWords) -> DateBound {
    var at = index - 1
    while ["the", "early", "late", "about", "around", "on", "last", "this", "next"].contains(
      words[at])
    {
      at -= 1
    }
    switch words[at] {
    case "by", "until", "till", "'til", "through": return .upTo
    case "before": return .before
    case "since": return .since
    case "after": return .after
    case "earlier": return .earlier
    case "later": return .later
    case "from" where !["to", "until", "through"].contains(words[at + 2]): return .since
    default: return .none
    }
  }
}
