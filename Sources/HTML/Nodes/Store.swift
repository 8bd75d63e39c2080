/// The decoded page and the characters that replace others, under one count of offsets: those of the
/// page first, then those of what was added. So the page itself is neither copied nor moved.
@usableFromInline
struct Store: Sendable {
  @usableFromInline let page: [UInt8]
  @usableFromInline private(set) var added: [UInt8] = []

  init(_ page: [UInt8]) { self.page = page }

  /// The offset that the next byte gets.
  var end: Int { page.count + added.count }

  /// The byte at an offset.
  subscript(offset: Int) -> UInt8 {
    offset < page.count ? page[offset] : added[offset - page.count]
  }

  /// The bytes of a stretch, which lies in the page or in what was added.
  subscript(stretch: Stretch) -> ArraySlice<UInt8> {
    let range = stretch.range
    if range.lowerBound < page.count || range.isEmpty && range.lowerBound == page.count {
      return page[range]
    }
    return added[range.lowerBound - page.count..<range.upperBound - page.count]
  }

  /// Calls with the bytes of a stretch, without keeping the array that they stand in.
  @inlinable
  func withBytes<Result>(of stretch: Stretch, _ body: (Span<UInt8>) -> Result) -> Result {
    let (start, end) = (Int(stretch.start), Int(stretch.end))
    if end <= page.count { return body(page.span.extracting(start..<end)) }
    return body(added.span.extracting(start - page.count..<end - page.count))
  }

  mutating func append(_ byte: UInt8) { added.append(byte) }

  /// Adds U+FFFD.
  mutating func appendReplacement() { added += [0xEF, 0xBF, 0xBD] }

  /// Adds a copy of bytes of the page.
  mutating func appendCopy(of range: Range<Int>) { added += page[range] }
}
