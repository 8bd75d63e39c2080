import Text

/// Reads a CoNLL-U file sentence by sentence.
public struct CoNLLUReader: Sendable {
  private let bytes: [UInt8]
  private var position = 0
  private var line: Int

  /// A reader of a file's bytes, behind `line` lines of the file; bytes that are not UTF-8 become
  /// U+FFFD.
  public init(_ bytes: [UInt8], line: Int = 0) {
    self.line = line
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }

  /// The next sentence, or nil at the end.
  ///
  /// - Throws: `CoNLLUError`; the reader then stands behind the bad line.
  public mutating func next() throws(CoNLLUError) -> CoNLLUSentence? {
    var draft = CoNLLUDraft()
    while let text = nextLine() {
      if text.isEmpty {
        if draft.isEmpty { continue }
        break
      }
      try draft.add(text, line: line)
    }
    return draft.isEmpty ? nil : try draft.finished()
  }

  /// The next line without its end (`\n` or `\r\n`).
  private mutating func nextLine() -> String? {
    guard position < bytes.count else { return nil }
    let end = bytes[position...].firstIndex(of: 10) ?? bytes.count
    var last = end
    if last > position && bytes[last - 1] == 13 { last -= 1 }
    let text = String(decoding: bytes[position..<last], as: UTF8.self)
    position = end + 1
    line += 1
    return text
  }
}
