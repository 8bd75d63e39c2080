/// Telling words from the white space around them in a text's bytes, sixteen at a time. White space is
/// what stands below U+0021, and the no-break space.
extension Swift.Span<UInt8> {
  /// Where a stretch of white space ends that may begin at an offset.
  package func endOfSpace(from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end {
      let byte = self[offset]
      if byte > 0x20 {
        guard startsNoBreakSpace(offset, end) else { break }
        offset &+= 2
      } else if offset &+ 16 <= count {
        let found = first(vector(at: offset) .> SIMD16(repeating: 0x20))
        offset = Swift.min(offset &+ found, end)
      } else {
        offset &+= 1
      }
    }
    return offset
  }

  /// Where a stretch of words ends that single spaces part and that begins at an offset.
  package func endOfWords(from start: Int, to end: Int) -> Int {
    let space = SIMD16<UInt8>(repeating: 0x20)
    // The first byte of a no-break space, and of others.
    let doubtful = SIMD16<UInt8>(repeating: 0xC2)
    var offset = start
    while offset < end {
      if offset &+ 17 <= count {
        let (here, next) = (vector(at: offset), vector(at: offset &+ 1))
        let double = (here .== space) .& ((next .<= space) .| (next .== doubtful))
        offset &+= first((here .< space) .| (here .== doubtful) .| double)
        if offset >= end { break }
      }
      let byte = self[offset]
      if byte > 0x20 {
        if startsNoBreakSpace(offset, end) { return offset }
        offset &+= 1
      } else {
        guard byte == 0x20, offset &+ 1 < end, self[offset &+ 1] > 0x20,
          !startsNoBreakSpace(offset &+ 1, end)
        else { return offset }
        offset &+= 2
      }
    }
    return self[end &- 1] == 0x20 ? end &- 1 : end
  }

  @inline(__always)
  private func startsNoBreakSpace(_ offset: Int, _ end: Int) -> Bool {
    self[offset] == 0xC2 && offset &+ 1 < end && self[offset &+ 1] == 0xA0
  }

  @inline(__always)
  private func vector(at offset: Int) -> SIMD16<UInt8> {
    // Safe: the callers check that sixteen bytes stand there, and any sixteen make a vector.
    unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: SIMD16<UInt8>.self)
  }

  /// The first of sixteen bytes that a mask marks, 16 where it marks none.
  @inline(__always)
  private func first(_ mask: SIMDMask<SIMD16<Int8>>) -> Int {
    // Safe: both have sixteen bytes, and any make a number.
    let halves = unsafe unsafeBitCast(mask, to: SIMD2<UInt64>.self)
    if halves.x != 0 { return halves.x.trailingZeroBitCount / 8 }
    return 8 + halves.y.trailingZeroBitCount / 8
  }
}
