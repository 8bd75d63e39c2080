import Foundation
import Records
import Text

/// The words by which a line is found with `about:`: what is said, or what is told as done. A line
/// holds them as the numbers of its words in the report, whose words one index holds for all.
enum LineWords {
  /// Ranges of word numbers as bytes: the gap before each and its length, seven bits a byte.
  static func packed(_ ranges: [Range<Int>]) -> Data {
    var bytes: [UInt8] = []
    var last = 0
    for range in ranges {
      for number in [range.lowerBound - last, range.count] {
        var rest = number
        while rest >= 0x80 {
          bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
          rest >>= 7
        }
        bytes.append(UInt8(rest))
      }
      last = range.upperBound
    }
    return Data(bytes)
  }

  /// From the first to the last word of an attribution.
  static func extent(of attribution: Attribution) -> Span {
    let spans = attribution.source + attribution.cue + attribution.content
    return spans.dropFirst().reduce(spans.first ?? Span(0, 0)) { $0.union($1) }
  }
}
