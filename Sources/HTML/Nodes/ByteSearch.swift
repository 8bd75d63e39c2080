/// Finding bytes in a page, eight at a time.
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

  /// Where a byte stands first from `start` on; `end` where it doesn't before that.
  package func firstIndex(of byte: UInt8, from start: Int, to end: Int) -> Int {
    precondition(end <= count)
    let wanted = Self.repeated(byte)
    var offset = start
    while offset + 32 <= end {
      let a = Self.zeros(word(at: offset) ^ wanted)
      let b = Self.zeros(word(at: offset + 8) ^ wanted)
      let c = Self.zeros(word(at: offset + 16) ^ wanted)
      let d = Self.zeros(word(at: offset + 24) ^ wanted)
      if a | b | c | d != 0 { break }
      offset += 32
    }
    while offset + 8 <= end {
      let found = Self.zeros(word(at: offset) ^ wanted)
      if found != 0 { return offset + found.trailingZeroBitCount / 8 }
      offset += 8
    }
    while offset < end, self[offset] != byte { offset += 1 }
    return offset
  }

  /// Where one of two bytes stands first from `start` on, or, where `stopsAtControls` is set, a
  /// carriage return or U+0000; `end` where none does before that.
  @inline(__always)
  package func firstIndex(
    of one: UInt8, or other: UInt8, stopsAtControls: Bool, from start: Int, to end: Int
  ) -> Int {
    precondition(end <= count)
    let (first, second) = (Self.repeated(one), Self.repeated(other))
    let carriageReturn = Self.repeated(0x0D)
    var offset = start
    while offset + 8 <= end {
      let word = word(at: offset)
      var found = Self.zeros(word ^ first) | Self.zeros(word ^ second)
      if stopsAtControls { found |= Self.zeros(word ^ carriageReturn) | Self.zeros(word) }
      if found != 0 { return offset + found.trailingZeroBitCount / 8 }
      offset += 8
    }
    while offset < end {
      let byte = self[offset]
      if byte == one || byte == other || stopsAtControls && (byte == 0x0D || byte == 0) { break }
      offset += 1
    }
    return offset
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
    while offset + 32 <= count {
      let all =
        word(at: offset) | word(at: offset + 8) | word(at: offset + 16) | word(at: offset + 24)
      if all & 0x8080_8080_8080_8080 != 0 { break }
      offset += 32
    }
    while offset < count, self[offset] < 0x80 { offset += 1 }
    return offset
  }
}
