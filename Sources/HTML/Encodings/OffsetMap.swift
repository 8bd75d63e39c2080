/// Where the bytes of a decoded page stand in the page as it was given.
///
/// The map is a list of runs of characters that all take the same number of bytes before and
/// after; a page that was UTF-8 all along has none.
public struct OffsetMap: Sendable {
  private struct Run {
    var decoded: Int32
    var source: Int32
    var decodedStep: Int32
    var sourceStep: Int32
  }

  private var runs: [Run] = []
  private var decodedEnd: Int32 = 0
  private var sourceEnd: Int32 = 0

  /// Adds a character of so many bytes after and before decoding.
  mutating func add(decoded: Int, source: Int, times: Int = 1) {
    let needsRun =
      runs.last.map { $0.decodedStep != Int32(decoded) || $0.sourceStep != Int32(source) } ?? true
    if needsRun {
      runs.append(
        Run(
          decoded: decodedEnd, source: sourceEnd, decodedStep: Int32(decoded),
          sourceStep: Int32(source)))
    }
    decodedEnd += Int32(decoded * times)
    sourceEnd += Int32(source * times)
  }

  /// Passes over bytes that stand for no character.
  mutating func skip(source: Int) {
    sourceEnd += Int32(source)
    runs.append(Run(decoded: decodedEnd, source: sourceEnd, decodedStep: 1, sourceStep: 1))
  }

  /// The bytes of the source that a range of decoded bytes stands for.
  ///
  /// - Complexity: O(log n).
  public func sourceRange(of decoded: Range<Int>) -> Range<Int> {
    source(of: Int32(decoded.lowerBound))..<source(of: Int32(decoded.upperBound))
  }

  /// The offset in the source of the character at a decoded offset.
  ///
  /// - Complexity: O(log n).
  func source(of decoded: Int32) -> Int {
    guard !runs.isEmpty else { return Int(decoded) }
    var low = 0
    var high = runs.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if runs[middle].decoded <= decoded { low = middle } else { high = middle - 1 }
    }
    let run = runs[low]
    return Int(run.source + (decoded - run.decoded) / run.decodedStep * run.sourceStep)
  }
}
