import Text

/// The dateline at the start of a paragraph, and what stands behind it, in bytes.
struct PageDateline {
  let dateline: Range<Int>
  let rest: Range<Int>

  /// No dateline is longer than this many characters, with what stands right behind it.
  private static let reach = 120

  /// Looks at a paragraph's start.
  ///
  /// - Parameters:
  ///   - paragraph: its UTF-8; the ranges are its indices.
  ///   - opensReport: whether it is the report's first, where a place alone will do.
  init?(_ paragraph: ArraySlice<UInt8>, opensReport: Bool) {
    guard Self.mayHold(paragraph.prefix(200)) else { return nil }
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(Self.reach)
    let bytes = paragraph.span
    var offset = 0
    while offset < bytes.count, scalars.count < Self.reach {
      scalars.append(bytes.scalar(at: &offset))
    }
    guard
      let found = Dateline(
        scalars, Span(0, scalars.count), care: opensReport ? .opening : .later,
        mayEndInColon: opensReport)
    else { return nil }
    var end = found.span.end
    while end < scalars.count, scalars[end].isBlank { end += 1 }
    func width(_ count: Int) -> Int { scalars[..<count].reduce(0) { $0 + UTF8.width($1) } }
    let start = paragraph.startIndex
    dateline = start + width(found.span.start)..<start + width(found.span.end)
    rest = start + width(end)..<paragraph.endIndex
    if rest.isEmpty || dateline.lowerBound != start { return nil }
  }

  /// Whether a dash or colon stands there, without which there is no dateline, and no plain word
  /// before it that neither places nor days have.
  private static func mayHold(_ bytes: ArraySlice<UInt8>) -> Bool {
    var last: UInt8 = 0
    var hash = WordHash.seed
    var length = 0
    var isPlain = true
    var isOutside = true
    for byte in bytes {
      if byte == 0x3A || byte == 0x2D && (last == 0x20 || last == 0x2D) { return true }
      if last == 0x80, byte == 0x93 || byte == 0x94 { return true }
      last = byte
      if byte == 0x28 { isOutside = false }
      if byte > 0x20 {
        isPlain = isPlain && byte &- 0x61 < 26
        hash = WordHash.step(hash, byte)
        length += 1
        continue
      }
      if length > 0, isPlain, isOutside, !isSmallWord(hash) { return false }
      (hash, length, isPlain) = (WordHash.seed, 0, true)
    }
    return false
  }

  /// Whether a dateline can have a word in small letters.
  private static func isSmallWord(_ hash: UInt64) -> Bool {
    smallWords.contains(hash: hash)
      || DateWord.known(hash).map { $0.isMonth || $0.isWeekday } ?? false
  }

  private static let smallWords = WordSet(Dateline.smallWords.map(String.init))
}
