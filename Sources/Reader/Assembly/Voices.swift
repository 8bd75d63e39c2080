import Attributions
import Events
import Mentions
import Records
import Syntax
import Text

/// Whose word stands behind a stretch of text: the attributions whose content holds it.
struct Voices {
  private let contents: [(span: Span, size: Int, attribution: Int)]
  private let attributions: [Attribution]
  private let sentences: [Sentence]
  /// Whether it is on the source's word alone that what an attribution holds is so; attitudes such
  /// as "regretted" and "noticed" presuppose it.
  private let leavesToSource: [Bool]

  /// The voices of these attributions in a report.
  init(_ found: [FoundAttribution], in parsed: ParsedText) {
    leavesToSource = Self.leftToSource(found, in: parsed)
    attributions = found.map(\.attribution)
    sentences = parsed.sentences
    contents = found.enumerated().flatMap { index, found in
      let size = found.attribution.content.reduce(0) { $0 + $1.count }
      return found.attribution.content.map { ($0, size, index) }
    }
  }

  private static func leftToSource(
    _ found: [FoundAttribution], in parsed: ParsedText
  ) -> [Bool] {
    let factuality = FactualityReader()
    return found.map { found in
      let cue = found.attribution.cue
      guard found.attribution.kind == .attitude, found.attribution.form == .indirect,
        let start = cue.first?.start,
        let number = parsed.sentence(at: start)
      else { return true }
      let sentence = parsed.sentences[number]
      return sentence.tokens.indices
        .filter { word in cue.contains { $0.overlaps(sentence[word].span) } }
        .allSatisfy { factuality.leavesToSource($0, in: sentence) }
    }
  }

  /// The attributions around a telling, outermost first; empty where the report speaks itself.
  ///
  /// An act's own words are no voice that vouches for it ("was threatened by").
  func chain(around telling: Telling) -> [Int] {
    let place = telling.trigger.first ?? telling.words
    var seen: Set<Int> = []
    return contents.filter { item in
      item.span.contains(place)
        && !attributions[item.attribution].cue.contains { cue in
          telling.trigger.contains { $0.overlaps(cue) }
        }
    }
    .sorted { ($1.size, $0.attribution) < ($0.size, $1.attribution) }
    .map(\.attribution)
    .filter { seen.insert($0).inserted }
  }

  /// Whether it is on the source's word alone that a telling is so.
  ///
  /// An infinitive or gerund below its cue ("dared to", "responded by") is so, or is not, as the
  /// cue says on the report's own word.
  func leavesToSource(_ attribution: Int, _ telling: Telling) -> Bool {
    guard leavesToSource[attribution] else { return false }
    let told = attributions[attribution]
    guard told.form == .indirect else { return true }
    let sentence = sentences[telling.predicate.sentence]
    var link = telling.predicate.token
    while sentence[link].head >= 0 {
      let head = sentence[link].head
      if told.cue.contains(where: { $0.overlaps(sentence[head].span) }) {
        return !isContrast(link, in: sentence) && !isWithoutTense(link, in: sentence)
          && !isTimeClause(link, in: sentence)
      }
      link = head
    }
    return true
  }

  /// Whether a clause is set against its cue, so that it isn't what the cue reports: "refused to
  /// comment *but attacked*". Behind "and" a report may go on.
  private func isContrast(_ clause: Int, in sentence: Sentence) -> Bool {
    sentence[clause].relation == .conj
      && sentence.children(of: clause).contains {
        sentence[$0].relation == .cc && sentence[$0].lemma == "but"
      }
  }

  /// Whether a clause says when its cue was: "called off the talks *after Ecuador arrested* …".
  private func isTimeClause(_ clause: Int, in sentence: Sentence) -> Bool {
    sentence[clause].relation == .advcl
      && sentence.children(of: clause).contains {
        sentence[$0].relation == .mark && Self.timeMarks.contains(sentence[$0].lemma)
      }
  }

  private static let timeMarks: Set<String> = ["after", "before", "since", "until", "once"]

  /// Whether a clause has no tense of its own: an infinitive or a gerund.
  private func isWithoutTense(_ clause: Int, in sentence: Sentence) -> Bool {
    switch sentence[clause].relation {
    case .xcomp: return true
    case .advcl, .obl, .acl, .nmod:
      let auxiliary = sentence.children(of: clause).first { sentence[$0].upos == .aux }
      let carrier = auxiliary ?? clause
      return sentence[carrier].xpos == "VBG"
        || sentence.children(of: clause).contains { sentence[$0].xpos == "TO" }
    default: return false
    }
  }
}
