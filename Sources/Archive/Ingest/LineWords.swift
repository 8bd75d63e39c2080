import Foundation
import Records
import Text

/// The words by which a line is found with `about:`: what is said, or what is told as done. A line
/// holds them as the numbers of its words in the report, whose words one index holds for all.
enum LineWords {
  /// Ranges of word numbers as bytes: the gap before each, and its length.
  static func packed(_ ranges: [Range<Int>]) -> Data {
    var last = 0
    return PackedNumbers.pack(
      ranges.flatMap { range in
        defer { last = range.upperBound }
        return [range.lowerBound - last, range.count]
      })
  }

  /// From the first to the last word of an attribution.
  static func extent(of attribution: Attribution) -> Span {
    let spans = attribution.source + attribution.cue + attribution.content
    return spans.dropFirst().reduce(spans.first ?? Span(0, 0)) { $0.union($1) }
  }
}
