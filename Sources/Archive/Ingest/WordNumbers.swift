import GRDB
import Records
import Text

/// The words of a text as the index counts them: its own tokeniser's, so that a stretch of the text
/// can be told by the numbers of its words.
struct WordNumbers {
  private let text: SourceText
  /// Where the words end in UTF-8; the index's positions count them from 0.
  private let ends: [Int]
  private let starts: [Int]

  /// - Throws: `DatabaseError` where the tokeniser has no memory.
  init(_ record: Records.Record, _ database: Database) throws {
    text = SourceText(record.text)
    let found = Found()
    let code = try unsafe text.utf8.withUnsafeBytes { bytes in
      unsafe try database.makeTokenizer(.unicode61(diacritics: .remove)).tokenize(
        context: Unmanaged.passUnretained(found).toOpaque(), tokenization: .document,
        pText: bytes.baseAddress?.assumingMemoryBound(to: CChar.self), nText: CInt(bytes.count)
      ) { context, _, _, _, start, end in
        if let context = unsafe context {
          let found = unsafe Unmanaged<Found>.fromOpaque(context).takeUnretainedValue()
          found.starts.append(Int(start))
          found.ends.append(Int(end))
        }
        return 0
      }
    }
    guard code == 0 else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    (starts, ends) = (found.starts, found.ends)
  }

  private final class Found {
    var starts: [Int] = []
    var ends: [Int] = []
  }

  /// The words that stand in some spans, as ranges of numbers in order.
  func ranges(of spans: [Span]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for span in spans.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      let bytes = text.bytes(of: span)
      let first = Self.count(of: ends, upTo: bytes.lowerBound)
      let end = Self.count(of: starts, upTo: bytes.upperBound - 1)
      guard first < end else { continue }
      if let last = ranges.last, first <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, end)
      } else {
        ranges.append(first..<end)
      }
    }
    return ranges
  }

  /// How many of the ascending offsets are at most `limit`.
  private static func count(of offsets: [Int], upTo limit: Int) -> Int {
    var (low, high) = (0, offsets.count)
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] <= limit { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
