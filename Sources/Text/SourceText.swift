/// A text with a map between its UTF-8 bytes and its code points.
///
/// Rooms that loop over a text work on `utf8`; everything that reaches the record is a `Span` in
/// code points. The map keeps one mark for every 64 bytes, so that either way costs at most 64
/// steps.
///
/// ```swift
/// let text = SourceText("Grannò said")
/// text[Span(0, 6)]          // "Grannò"
/// text.byteOffset(of: 6)    // 7
/// ```
public struct SourceText: Sendable {
  /// The text as UTF-8, well formed.
  public let utf8: [UInt8]
  /// The number of code points.
  public let count: Int
  /// The number of code points before byte `64 * i`.
  @usableFromInline let marks: [Int32]

  /// A text from a string.
  public init(_ string: String) {
    self.init(validUTF8: Array(string.utf8))
  }

  /// A text from bytes that are known to be well-formed UTF-8.
  public init(validUTF8 bytes: [UInt8]) {
    utf8 = bytes
    var marks: [Int32] = []
    marks.reserveCapacity(bytes.count / 64 + 1)
    var points: Int32 = 0
    let span = bytes.span
    var start = 0
    while start &+ 64 <= span.count {
      marks.append(points)
      // What follows a character's first byte, eight bytes at a time: the highest bit is set, the next
      // one isn't.
      var following: UInt64 = 0
      for offset in stride(from: start, to: start &+ 64, by: 8) {
        // Safe: sixty-four bytes stand there, and any eight make a number.
        let word = unsafe span.bytes.unsafeLoadUnaligned(
          fromUncheckedByteOffset: offset, as: UInt64.self)
        following &+= word &>> 7 & ~(word &>> 6) & 0x0101_0101_0101_0101
      }
      let sum = (following &* 0x0101_0101_0101_0101) &>> 56
      points &+= 64 &- Int32(truncatingIfNeeded: sum)
      start &+= 64
    }
    marks.append(points)
    for offset in start..<span.count where span[offset] & 0xC0 != 0x80 { points += 1 }
    self.marks = marks
    count = Int(points)
  }

  /// The whole text as a string.
  public var string: String { String(decoding: utf8, as: UTF8.self) }

  /// The span of the whole text.
  public var span: Span { Span(0, count) }

  /// The code point offset of the character that starts at `byte`.
  ///
  /// - Complexity: O(1): at most 64 steps.
  /// - Precondition: `0 <= byte <= utf8.count`.
  public func codePoint(atByte byte: Int) -> Int {
    let mark = byte >> 6
    var points = Int(marks[mark])
    for offset in mark << 6..<byte where utf8[offset] & 0xC0 != 0x80 { points += 1 }
    return points
  }

  /// The byte offset of a code point; for `count`, the number of bytes.
  ///
  /// - Complexity: O(log n).
  /// - Precondition: `0 <= codePoint <= count`.
  public func byteOffset(of codePoint: Int) -> Int {
    precondition(0 <= codePoint && codePoint <= count, "outside the text")
    var low = 0
    var high = marks.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(marks[middle]) <= codePoint { low = middle } else { high = middle - 1 }
    }
    var points = Int(marks[low])
    var byte = low << 6
    while byte < utf8.count {
      if utf8[byte] & 0xC0 != 0x80 {
        if points == codePoint { return byte }
        points += 1
      }
      byte += 1
    }
    return utf8.count
  }

  /// The bytes of a span.
  public func bytes(of span: Span) -> Range<Int> {
    byteOffset(of: span.start)..<byteOffset(of: span.end)
  }

  /// The span of a range of bytes that starts and ends on characters.
  public func span(ofBytes range: Range<Int>) -> Span {
    Span(codePoint(atByte: range.lowerBound), codePoint(atByte: range.upperBound))
  }

  /// The words of a span.
  public subscript(span: Span) -> String {
    String(decoding: utf8[bytes(of: span)], as: UTF8.self)
  }
}
