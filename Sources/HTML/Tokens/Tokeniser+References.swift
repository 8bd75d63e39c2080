/// Character references.
extension Tokeniser {
  /// Reads the reference at the position's `&`.
  ///
  /// In text a reference becomes the token; in an attribute its characters go to the store.
  /// - Returns: whether there is one. Where there is none, the `&` stands for itself.
  mutating func readReference(inAttribute: Bool) -> Bool {
    let start = position
    let limit = regionEnd >= 0 ? regionEnd : count
    guard start + 1 < limit else { return false }
    let first = store.count
    let end: Int
    if store[start + 1] == 0x23 {
      guard let (value, behind) = readNumber(from: start + 2, limit: limit) else { return false }
      append(value)
      end = behind
    } else {
      guard
        let match = CharacterReferences.shared.longest(in: store, from: start + 1, to: limit)
      else { return false }
      let behind = start + 1 + match.length
      if inAttribute, store[behind - 1] != 0x3B, behind < limit {
        let next = store[behind]
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

  private func readNumber(from start: Int, limit: Int) -> (value: UInt32, behind: Int)? {
    var offset = start
    let isHexadecimal = offset < limit && store[offset] | 0x20 == 0x78
    if isHexadecimal { offset += 1 }
    let firstDigit = offset
    var value: UInt32 = 0
    while offset < limit {
      guard let digit = store[offset].hexadecimalValue, isHexadecimal || digit < 10 else { break }
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
      offset += 1
    }
    guard offset > firstDigit else { return nil }
    if offset < limit, store[offset] == 0x3B { offset += 1 }
    return (CharacterReferences.scalar(forNumber: value), offset)
  }

  private mutating func append(_ value: UInt32) {
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    for byte in UTF8.encode(scalar)! { store.append(byte) }
  }
}
