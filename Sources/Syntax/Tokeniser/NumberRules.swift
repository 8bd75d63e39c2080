/// Numbers: amounts, decimals, times, dates, telephone numbers, ordinals, decades.
extension Chunk {
  /// The end of the number that begins at `start` (at a digit, or at the point of ".5").
  func numberEnd(_ start: Int) -> Int {
    var end = digitsEnd(scalars[start] == 0x2E ? start + 1 : start)
    if let dated = groupsEnd(start, end) { return dated }
    while end < count {
      let scalar = scalars[end]
      guard scalar == 0x2E || scalar == 0x2C || scalar == 0x3A, kind(end + 1) == .digit else {
        break
      }
      let next = digitsEnd(end + 1)
      // A comma stands before thousands; elsewhere it parts a list ("[13,14]").
      if scalar == 0x2C && next - end != 4 { break }
      end = next
    }
    return suffixEnd(start, end)
  }

  /// The end of digits in groups by hyphens or slashes: dates, telephone numbers.
  private func groupsEnd(_ start: Int, _ first: Int) -> Int? {
    let separator = at(first)
    guard separator == 0x2D || separator == 0x2F, kind(first + 1) == .digit else { return nil }
    var lengths = [first - start]
    var end = first
    while at(end) == 0x2D || at(end) == 0x2F, kind(end + 1) == .digit {
      let next = digitsEnd(end + 1)
      lengths.append(next - end - 1)
      end = next
    }
    guard kind(end) != .letter else { return nil }
    if separator == 0x2F {
      if lengths.count == 2 { return isDay(start, first, end) ? end : nil }
      return lengths.count == 3 || lengths[0] == 3 ? end : nil
    }
    switch lengths {
    case [3, 4], [1, 4], [3, 3, 4], [1, 3, 3, 4], [4, 2, 2], [2, 2, 4], [1, 1, 4], [1, 2, 4],
      [2, 1, 4],
      [2, 2, 2], [5, 4]:
      return end
    default: return lengths.count >= 3 ? end : nil
    }
  }

  /// Whether "9/11" is a day or "24/7", not a fraction.
  private func isDay(_ start: Int, _ slash: Int, _ end: Int) -> Bool {
    let first = value(start..<slash)
    let second = value(slash + 1..<end)
    if first == 24 && second == 7 { return true }
    let isFraction = first < second && [2, 3, 4, 8].contains(second) && first < 8
    return first >= 1 && first <= 12 && second >= 1 && second <= 31 && !isFraction
  }

  private func value(_ range: Range<Int>) -> Int {
    var value = 0
    for index in range.prefix(6) {
      value = value * 10 + Int(scalars[index] & 0xF)
    }
    return value
  }

  /// The end with the letters that belong to a number: "9th", "1980s", "60's", "3G", "050901.doc";
  /// a unit ("5m", "11am") is a token of its own.
  private func suffixEnd(_ start: Int, _ end: Int) -> Int {
    if kind(end) == .apostrophe, at(end + 1) == 0x73, kind(end + 2) != .letter,
      at(end - 1) == 0x30, end - start == 2 || end - start == 4
    {
      return end + 2
    }
    guard kind(end) == .letter else {
      if at(end) == 0x2E, kind(end + 1) == .letter {
        let last = wordEnd(end + 1)
        if TokenLexicon.domains.contains(lowercased(end + 1..<last)) { return last }
      }
      return end
    }
    let last = wordEnd(end)
    if last - end <= 7 && TokenLexicon.units.contains(lowercased(end..<last)) { return end }
    if at(end + 1) == 0x2E, at(end + 2) | 0x20 == 0x6D,
      at(end) | 0x20 == 0x61 || at(end) | 0x20 == 0x70
    {
      return end
    }
    return last
  }
}
