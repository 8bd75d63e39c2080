/// Character references.
extension Tokeniser {
  /// Reads the reference at the position's `&`.
  ///
  /// In text a reference becomes the token; in an attribute its characters go to the store.
  /// - Returns: whether there is one. Where there is none, the `&` stands for itself.
  mutating func readReference(_ page: Span<UInt8>, inAttribute: Bool) -> Bool {
    let start = position
    let limit = regionEnd >= 0 ? regionEnd : count
    guard start + 1 < limit else { return false }
    let first = store.end
    let end: Int
    if page[start + 1] == 0x23 {
      guard let (value, behind) = readNumber(page, from: start + 2, limit: limit) else {
        return false
      }
      append(value)
      end = behind
    } else {
      guard
        let match = CharacterReferences.shared.longest(in: page, from: start + 1, to: limit)
      else { return false }
      let behind = start + 1 + match.length
      if inAttribute, page[behind - 1] != 0x3B, behind < limit {
        let next = page[behind]
        if next == 0x3D || next.isASCIILetter || next.isASCIIDigit { return false }
      }
      for value in match.scalars where value != 0 { append(value) }
      end = behind
    }
    if inAttribute {
      position = end
    } else {
      emitReplacement(start, end, storedFrom: first)
    }
    return true
  }

  private func readNumber(
    _ page: Span<UInt8>, from start: Int, limit: Int
  ) -> (value: UInt32, behind: Int)? {
    var offset = start
    let isHexadecimal = offset < limit && page[offset] | 0x20 == 0x78
    if isHexadecimal { offset += 1 }
    let firstDigit = offset
    var value: UInt32 = 0
    while offset < limit {
      guard let digit = page[offset].hexadecimalValue, isHexadecimal || digit < 10 else { break }
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
      offset += 1
    }
    guard offset > firstDigit else { return nil }
    if offset < limit, page[offset] == 0x3B { offset += 1 }
    return (CharacterReferences.scalar(forNumber: value), offset)
  }

  private mutating func append(_ value: UInt32) {
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    for byte in UTF8.encode(scalar)! { store.append(byte) }
  }
}
