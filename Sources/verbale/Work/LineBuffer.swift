import Foundation

/// The lines of standard input, handed out as they come: one batch is what has arrived, so that a
/// worker on a slow pipe answers at once and on a fast one works in parallel.
struct LineBuffer {
  /// A line without its line break.
  struct Line: Sendable {
    /// Counted from 1.
    let number: Int
    let bytes: [UInt8]
  }

  private static let mostLines = 256
  private var pending: [UInt8] = []
  private var queue: [Line] = []
  private var count = 0
  private var isAtEnd = false

  /// The next lines, at least one; nil at the end of the input.
  mutating func next() -> [Line]? {
    while queue.isEmpty && !isAtEnd { fill() }
    guard !queue.isEmpty else { return nil }
    let batch = Array(queue.prefix(Self.mostLines))
    queue.removeFirst(batch.count)
    return batch
  }

  private mutating func fill() {
    let data = FileHandle.standardInput.availableData
    isAtEnd = data.isEmpty
    var start = pending.count
    pending += data
    var lineStart = 0
    while let end = pending[start...].firstIndex(of: 0x0A) {
      append(pending[lineStart..<end])
      lineStart = end + 1
      start = lineStart
    }
    pending.removeFirst(lineStart)
    if isAtEnd && !pending.isEmpty {
      append(pending[...])
      pending = []
    }
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>) {
    count += 1
    queue.append(Line(number: count, bytes: Array(bytes)))
  }
}
