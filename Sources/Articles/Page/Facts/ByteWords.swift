/// Words to be looked for in bytes, letters from A to Z of either case alike: those that a text holds
/// or begins with are found by their first two bytes.
///
/// Of other scripts' letters and of marks one bit is passed over, so that more may seem to be found.
struct ByteWords: Sendable {
  /// By the first two bytes.
  private var byStart: [[[UInt8]]] = Array(repeating: [], count: 1024)
  /// One bit for each three bytes that a word begins with.
  private var starts: [UInt64] = Array(repeating: 0, count: 512)

  /// - Parameter words: texts of two bytes or more.
  init(_ words: [String]) {
    for word in words.map({ $0.utf8.map { $0 | 0x20 } }) {
      byStart[Self.key(word[0], word[1])].append(word)
      for third in word.count > 2 ? word[2] & 31...word[2] & 31 : 0...31 {
        let key = Self.key(word[0], word[1]) << 5 | Int(third)
        starts[key >> 6] |= 1 << UInt64(key & 63)
      }
    }
  }

  @inline(__always)
  private static func key(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first & 31) << 5 | Int(second & 31)
  }

  /// Whether one of the words stands in a text.
  func stands(in value: ArraySlice<UInt8>) -> Bool {
    let bytes = value.span
    let starts = starts.span
    guard bytes.count > 2 else { return bytes.count == 2 && isWord(bytes, 0) }
    var key = Self.key(bytes[0], bytes[1])
    for at in 2..<bytes.count {
      key = (key << 5 | Int(bytes[at] & 31)) & 0x7FFF
      if starts[key >> 6] >> UInt64(key & 63) & 1 == 1, isWord(bytes, at - 2) { return true }
    }
    return isWord(bytes, bytes.count - 2)
  }

  /// Whether a text begins with one of the words, marks before it aside.
  func begins(_ value: ArraySlice<UInt8>) -> Bool {
    let bytes = value.span
    var start = 0
    while start < bytes.count, bytes[start] < 0x30 { start += 1 }
    return start + 1 < bytes.count && isWord(bytes, start)
  }

  private func isWord(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    byStart[Self.key(bytes[start], bytes[start + 1])].contains { word in
      guard start + word.count <= bytes.count else { return false }
      for at in word.indices where bytes[start + at] | 0x20 != word[at] { return false }
      return true
    }
  }
}
