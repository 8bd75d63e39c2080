import Attributions
import Events
import Records
import Text

/// Whose word stands behind a stretch of text: the attributions whose content holds it.
struct Voices {
  private let contents: [(span: Span, size: Int, attribution: Int)]

  /// The voices of these attributions.
  init(_ found: [FoundAttribution]) {
    contents = found.enumerated().flatMap { index, found in
      let size = found.attribution.content.reduce(0) { $0 + $1.count }
      return found.attribution.content.map { ($0, size, index) }
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
