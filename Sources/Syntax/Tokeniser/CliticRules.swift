/// Contractions: "do" + "n't", "Israel" + "'s", "can" + "not".
extension Chunk {
  /// The lengths of the words in a written word, or nil where it is one.
  func parts(of range: Range<Int>) -> [Int]? {
    guard range.count > 1 else { return nil }
    if let apostrophe = range.reversed().first(where: { classes[$0] == .apostrophe }),
      apostrophe > range.lowerBound
    {
      return parts(of: range, apostrophe: apostrophe)
    }
    guard range.count <= 8, range.count >= 2, scalars[range.lowerBound] < 0x80 else { return nil }
    return TokenLexicon.contractions[lowercased(range)]
  }

  /// Whether this is "'s", "'re" and the like behind a word.
  func isClitic(_ range: Range<Int>) -> Bool {
    guard range.count > 1, range.count <= 3 else { return false }
    switch classes[range.lowerBound - 1] {
    case .letter, .digit, .extender: break
    default:
      guard at(range.lowerBound - 1) == 0x2E || at(range.lowerBound - 1) == 0x29 else {
        return false
      }
    }
    return isCliticTail(range.dropFirst())
  }

  private func parts(of range: Range<Int>, apostrophe: Int) -> [Int]? {
    let tail = apostrophe + 1..<range.upperBound
    if tail.count == 1, at(tail.lowerBound) | 0x20 == 0x74, at(apostrophe - 1) | 0x20 == 0x6E,
      apostrophe - 1 > range.lowerBound
    {
      return [apostrophe - 1 - range.lowerBound, 3]
    }
    guard isCliticTail(tail), !TokenLexicon.wholes.contains(lowercased(range)) else { return nil }
    return [apostrophe - range.lowerBound, tail.count + 1]
  }

  /// "s", "m", "d", "re", "ve", "ll" behind the apostrophe.
  private func isCliticTail(_ tail: some Collection<Int>) -> Bool {
    let letters = tail.map { at($0) | 0x20 }
    switch letters.count {
    case 1: return letters[0] == 0x73 || letters[0] == 0x6D || letters[0] == 0x64
    case 2:
      return letters == [0x72, 0x65] || letters == [0x76, 0x65] || letters == [0x6C, 0x6C]
    default: return false
    }
  }
}
