/// Words and parts of a line, found in its bytes: going by characters takes many times as long.
extension Substring {
  /// The words between white space.
  var words: [Substring] { pieces(\.isWhiteSpace) }

  /// The first of the words between white space.
  func words(first count: Int) -> [Substring] { pieces(first: count, \.isWhiteSpace) }

  /// The words between white space and some marks.
  func words(apartAt marks: MarkSet) -> [Substring] {
    pieces { $0.isWhiteSpace || marks.contains($0) }
  }

  /// The parts between some marks that have anything in them.
  func split(at marks: MarkSet) -> [Substring] { pieces(marks.contains) }

  /// What stands before the first of some marks.
  func prefix(before marks: MarkSet) -> Substring {
    let view = utf8
    let bytes = view.span
    var offset = 0
    while offset < bytes.count {
      let here = offset
      if marks.contains(bytes.scalar(at: &offset)) { return piece(0..<here) }
    }
    return self
  }

  /// The pieces between the characters that fit.
  @inline(__always)
  func pieces(first most: Int = .max, _ parts: (Unicode.Scalar) -> Bool) -> [Substring] {
    var pieces: [Substring] = []
    pieces.reserveCapacity(6)
    let view = utf8
    let bytes = view.span
    var (start, offset) = (0, 0)
    while offset < bytes.count {
      let here = offset
      guard parts(bytes.scalar(at: &offset)) else { continue }
      if here > start {
        pieces.append(piece(start..<here))
        if pieces.count == most { return pieces }
      }
      start = offset
    }
    if offset > start { pieces.append(piece(start..<offset)) }
    return pieces
  }

  /// Whether a character that fits stands in it.
  @inline(__always)
  func holds(_ fits: (Unicode.Scalar) -> Bool) -> Bool {
    let view = utf8
    let bytes = view.span
    var offset = 0
    while offset < bytes.count { if fits(bytes.scalar(at: &offset)) { return true } }
    return false
  }

  /// Whether a byte stands in it.
  func holds(byte: UInt8) -> Bool { holdsByte { $0 == byte } }

  /// Whether a byte that fits stands in it.
  @inline(__always)
  func holdsByte(_ fits: (UInt8) -> Bool) -> Bool {
    let view = utf8
    let bytes = view.span
    for at in 0..<bytes.count where fits(bytes[at]) { return true }
    return false
  }

  /// Whether it ends in a text, byte by byte.
  func ends(in text: StaticString) -> Bool {
    let view = utf8
    let bytes = view.span
    let end = unsafe UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard bytes.count >= end.count else { return false }
    for at in 0..<end.count {
      let same = unsafe bytes[bytes.count - end.count + at] == end[at]
      if !same { return false }
    }
    return true
  }

  /// The words without white space at the edges.
  var trimmed: Substring { trimming { !$0.isWhiteSpace } }

  /// The word without marks at its edges.
  var trimmingMarks: Substring {
    trimming { !CharacterTraits($0).isDisjoint(with: [.letter, .number]) }
  }

  /// What stands from the first character that stays to the last one.
  @inline(__always)
  func trimming(_ stays: (Unicode.Scalar) -> Bool) -> Substring {
    let view = utf8
    let bytes = view.span
    var (start, end, offset) = (bytes.count, bytes.count, 0)
    while offset < bytes.count {
      let here = offset
      if stays(bytes.scalar(at: &offset)) {
        start = here
        break
      }
    }
    while end > start {
      var last = end - 1
      while last > start, bytes[last] & 0xC0 == 0x80 { last -= 1 }
      var next = last
      if stays(bytes.scalar(at: &next)) { break }
      end = last
    }
    return start == 0 && end == bytes.count ? self : piece(start..<end)
  }

  /// A stretch by its bytes.
  @inline(__always)
  private func piece(_ range: Range<Int>) -> Substring {
    let from = utf8.index(startIndex, offsetBy: range.lowerBound)
    return self[from..<utf8.index(from, offsetBy: range.count)]
  }
}

extension Unicode.Scalar {
  /// Whether it is white space.
  @inline(__always)
  var isWhiteSpace: Bool {
    isASCII
      ? value == 0x20 || value &- 9 < 5
      : value == 0xA0 || value == 0x85 || value > 0x1000 && properties.isWhitespace
  }
}
