import Attributions
import Events
import Mentions
import Records
import Syntax
import Text

/// Whose word stands behind a stretch of text: the attributions whose content holds it.
struct Voices {
  private let contents: [(span: Span, size: Int, attribution: Int)]
  /// Whether it is on the source's word alone that what an attribution holds is so; attitudes such
  /// as "regretted" and "noticed" presuppose it.
  let leavesToSource: [Bool]

  /// The voices of these attributions in a report.
  init(_ found: [FoundAttribution], in parsed: ParsedText) {
    leavesToSource = Self.leftToSource(found, in: parsed)
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
      guard found.attribution.kind == .attitude, let cue = found.attribution.cue.first,
        let sentence = parsed.sentences.first(where: { $0.span.contains(cue) })
      else { return true }
      let verb = sentence.tokens.firstIndex { $0.span.overlaps(cue) && $0.upos.isVerbal }
      return verb.map { factuality.leavesToSource($0, in: sentence) } ?? true
    }
  }

  /// The attributions around a stretch, outermost first; empty where the report speaks itself.
  func chain(around span: Span) -> [Int] {
    var seen: Set<Int> = []
    return contents.filter { $0.span.contains(span) }
      .sorted { ($1.size, $0.attribution) < ($0.size, $1.attribution) }
      .map(\.attribution)
      .filter { seen.insert($0).inserted }
  }
}
