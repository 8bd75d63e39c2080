/// Cuts a stream of bytes into stretches that can be parsed by themselves: at blank lines, so
/// that no sentence is cut and memory stays flat however long the stream is.
public struct StretchCutter: Sendable {
  /// A stretch with the number of lines before it in the stream.
  public struct Stretch: Sendable {
    /// The bytes; all but the last stretch end in a blank line, or where one of
    /// `longest` bytes had to be cut.
    public let bytes: [UInt8]
    /// The lines before it.
    public let line: Int
  }

  /// The bytes from which on a stretch ends at its next blank line.
  public static let size = 1 << 15
  /// The bytes after which a stretch without a blank line is cut: at a line's end, else at a
  /// space, else between characters.
  public static let longest = 1 << 22

  private var pending: [UInt8] = []
  private var searched = 0
  private var line = 0
  private let keepsBlocks: Bool

  /// A cutter; `keepsBlocks` forbids to cut but at blank lines (CoNLL-U).
  public init(keepsBlocks: Bool) { self.keepsBlocks = keepsBlocks }

  /// Takes the stream's next bytes and gives the stretches that they complete.
  public mutating func add(_ bytes: some Sequence<UInt8>) -> [Stretch] {
    pending.append(contentsOf: bytes)
    var stretches: [Stretch] = []
    while let end = nextEnd() { stretches.append(take(end)) }
    return stretches
  }

  /// The rest of the stream; nil where nothing is left.
  public mutating func finish() -> Stretch? { pending.isEmpty ? nil : take(pending.count) }

  /// Where the next stretch ends; nil where more bytes must come first.
  private mutating func nextEnd() -> Int? {
    var index = max(searched, StretchCutter.size)
    while index < pending.count {
      if pending[index] == 10 {
        let next = index + 1 < pending.count && pending[index + 1] == 13 ? index + 2 : index + 1
        guard next < pending.count else { break }
        if pending[next] == 10 { return next + 1 }
      }
      index += 1
    }
    searched = min(index, max(0, pending.count - 2))
    guard !keepsBlocks, pending.count > StretchCutter.longest else { return nil }
    let head = pending[..<StretchCutter.longest]
    if let end = head.lastIndex(of: 10) ?? head.lastIndex(of: 32) { return end + 1 }
    var end = StretchCutter.longest
    while end > 0 && pending[end] & 0xC0 == 0x80 { end -= 1 }
    return max(end, 1)
  }

  private mutating func take(_ end: Int) -> Stretch {
    let stretch = Stretch(bytes: Array(pending[..<end]), line: line)
    for byte in stretch.bytes where byte == 10 { line += 1 }
    pending.removeFirst(end)
    searched = 0
    return stretch
  }
}
