#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Finding bytes in a page, sixteen at a time, and names, eight at a time.
///
/// A byte is found in a word of eight with the sign bits of (x - 1) & ~x, where x has a zero in its
/// place; the lowest of these bits is exact, which is the one that counts in memory's order.
extension Span<UInt8> {
  @inline(__always)
  private func word(at offset: Int) -> UInt64 {
    // Safe: the callers check that eight bytes stand there, and any eight make a number.
    UInt64(
      littleEndian: unsafe bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: offset, as: UInt64.self))
  }

  @inline(__always)
  private static func repeated(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  @inline(__always)
  private func vector(at offset: Int) -> SIMD16<UInt8> {
    // Safe: the callers check that sixteen bytes stand there, and any sixteen make a vector.
    unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: SIMD16<UInt8>.self)
  }

  /// Sixteen bytes' answers as two numbers, whose bytes are all ones or zeros.
  @inline(__always)
  private static func halves(_ mask: SIMDMask<SIMD16<Int8>>) -> SIMD2<UInt64> {
    // Safe: both have sixteen bytes, and any make a number.
    unsafe unsafeBitCast(mask, to: SIMD2<UInt64>.self)
  }

  @inline(__always)
  private static func isAny(_ mask: SIMDMask<SIMD16<Int8>>) -> Bool {
    let halves = halves(mask)
    return halves.x | halves.y != 0
  }

  /// The first of sixteen bytes that a mask marks, 16 where it marks none.
  @inline(__always)
  private static func first(_ mask: SIMDMask<SIMD16<Int8>>) -> Int {
    let halves = halves(mask)
    if halves.x != 0 { return halves.x.trailingZeroBitCount / 8 }
    return 8 + halves.y.trailingZeroBitCount / 8
  }

  /// Where a byte stands first from `start` on; `end` where it doesn't before that.
  package func firstIndex(of byte: UInt8, from start: Int, to end: Int) -> Int {
    precondition(end <= count)
    let wanted = SIMD16<UInt8>(repeating: byte)
    var offset = start
    while offset &+ 64 <= end {
      let near = (vector(at: offset) .== wanted) .| (vector(at: offset &+ 16) .== wanted)
      let far = (vector(at: offset &+ 32) .== wanted) .| (vector(at: offset &+ 48) .== wanted)
      if Self.isAny(near .| far) { break }
      offset &+= 64
    }
    while offset &+ 16 <= end {
      let found = Self.first(vector(at: offset) .== wanted)
      if found < 16 { return offset &+ found }
      offset &+= 16
    }
    while offset < end, self[offset] != byte { offset &+= 1 }
    return offset
  }

  /// Whether one of two bytes stands anywhere; the C library looks through a whole page with the
  /// widest instructions that the processor has.
  package func holds(_ one: UInt8, or other: UInt8) -> Bool {
    #if canImport(Glibc) || canImport(Musl)
      return unsafe withUnsafeBytes { bytes in
        guard let start = bytes.baseAddress else { return false }
        // Safe: the library reads as many bytes as there are.
        return unsafe memchr(start, Int32(one), bytes.count) != nil
          || memchr(start, Int32(other), bytes.count) != nil
      }
    #else
      return firstIndex(of: one, or: other, from: 0) < count
    #endif
  }

  /// Where one of two bytes stands first from `start` on; the count where none does.
  @inline(__always)
  package func firstIndex(of one: UInt8, or other: UInt8, from start: Int) -> Int {
    let (first, second) = (SIMD16<UInt8>(repeating: one), SIMD16<UInt8>(repeating: other))
    var offset = start
    while offset &+ 16 <= count {
      let sixteen = vector(at: offset)
      let found = Self.halves((sixteen .== first) .| (sixteen .== second))
      if found.x != 0 { return offset &+ found.x.trailingZeroBitCount / 8 }
      if found.y != 0 { return offset &+ 8 &+ found.y.trailingZeroBitCount / 8 }
      offset &+= 16
    }
    while offset < count, self[offset] != one, self[offset] != other { offset &+= 1 }
    return offset
  }

  /// Where one of two bytes stands first from `start` on, or, where `stopsAtControls` is set, a
  /// carriage return or U+0000; `end` where none does before that.
  package func firstIndex(
    of one: UInt8, or other: UInt8, stopsAtControls: Bool, from start: Int, to end: Int
  ) -> Int {
    precondition(end <= count)
    let (first, second) = (SIMD16<UInt8>(repeating: one), SIMD16<UInt8>(repeating: other))
    let (carriageReturn, null) = (SIMD16<UInt8>(repeating: 0x0D), SIMD16<UInt8>.zero)
    var offset = start
    while offset &+ 16 <= end {
      let sixteen = vector(at: offset)
      var found = (sixteen .== first) .| (sixteen .== second)
      if stopsAtControls { found .|= (sixteen .== carriageReturn) .| (sixteen .== null) }
      let index = Self.first(found)
      if index < 16 { return offset &+ index }
      offset &+= 16
    }
    while offset < end {
      let byte = self[offset]
      if byte == one || byte == other || stopsAtControls && (byte == 0x0D || byte == 0) { break }
      offset &+= 1
    }
    return offset
  }

  /// The name that begins at an offset, where it is shorter than eight bytes, has no capitals, and the
  /// byte behind it is none of a usual name's: its bytes, zeros behind them, and that byte.
  @inline(__always)
  func shortName(at offset: Int) -> (length: Int, prefix: UInt64, next: UInt8)? {
    guard offset &+ 8 <= count else { return nil }
    let word = word(at: offset)
    // What ends a name is below `@`, as are hyphens, figures and colons.
    let ends = ~(word | word << 1) & Self.repeated(0x80)
    let mask = (ends ^ (ends &- 1)) >> 8
    let prefix = word & mask
    guard ends != 0, mask & ~prefix & Self.repeated(0x20) == 0 else { return nil }
    let bits = UInt64(truncatingIfNeeded: ends.trailingZeroBitCount & 0x38)
    return (Int(bits >> 3), prefix, UInt8(truncatingIfNeeded: word &>> bits))
  }

  /// The name that begins at an offset, as far as its first eight bytes tell: how many of them, from
  /// the first on, are letters, figures, hyphens or colons, and these in lower case, zeros behind them.
  @inline(__always)
  func plainName(at offset: Int) -> (length: Int, prefix: UInt64)? {
    guard offset &+ 8 <= count else { return nil }
    let word = word(at: offset)
    let folded = word | Self.repeated(0x20)
    let low = folded & Self.repeated(0x7F)
    let isLetter = (low &+ Self.repeated(0x1F)) & ~(low &+ Self.repeated(0x05))
    // Figures and the colon, which the fold leaves as they are, as it does with the hyphen.
    let plain = word & Self.repeated(0x7F)
    let isFigure = (plain &+ Self.repeated(0x50)) & ~(plain &+ Self.repeated(0x45))
    // A comma behind a hyphen passes for one too: it is a name's as well.
    let isHyphen = Self.zeros(word ^ Self.repeated(0x2D))
    let others = ~((isLetter | isFigure) & ~word | isHyphen) & Self.repeated(0x80)
    let length = others.trailingZeroBitCount / 8
    return (length, length == 8 ? folded : folded & ((1 << (UInt64(length) * 8)) &- 1))
  }

  /// The first eight bytes of a name as one number, zeros behind it where it is shorter.
  @inline(__always)
  func prefix(_ range: Range<Int>) -> UInt64 {
    if range.count >= 8 || range.lowerBound + 8 <= count {
      let word = word(at: range.lowerBound)
      return range.count >= 8 ? word : word & ((1 << (UInt64(range.count) * 8)) &- 1)
    }
    var word: UInt64 = 0
    for offset in range.reversed() { word = word << 8 | UInt64(self[offset]) }
    return word
  }

  /// Where bytes begin that aren't ASCII, from `start` on.
  package func endOfASCII(from start: Int) -> Int {
    var offset = start
    while offset &+ 64 <= count {
      let near = vector(at: offset) | vector(at: offset &+ 16)
      let halves = unsafe unsafeBitCast(
        near | vector(at: offset &+ 32) | vector(at: offset &+ 48), to: SIMD2<UInt64>.self)
      if (halves.x | halves.y) & Self.repeated(0x80) != 0 { break }
      offset &+= 64
    }
    while offset &+ 16 <= count {
      let found = Self.first(vector(at: offset) .>= SIMD16(repeating: 0x80))
      if found < 16 { return offset &+ found }
      offset &+= 16
    }
    while offset < count, self[offset] < 0x80 { offset &+= 1 }
    return offset
  }
}
