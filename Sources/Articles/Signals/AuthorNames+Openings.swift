/// What stands before names in bylines, and lines that name others than the author.
extension AuthorNames {
  /// How many words at the start say that an author follows: "By", "Written by", "Author:".
  static func introduction(_ words: ArraySlice<Substring>) -> Int {
    guard
      let at = words.prefix(2).firstIndex(where: {
        $0.holds { CharacterTraits($0).contains(.letter) }
      }), words[at].utf8.count <= 40
    else { return 0 }
    // "本报记者", "新华社记者": whose reporter it is.
    let isReporters = words[at].utf8.count >= 6 && words[at].trimmingMarks.ends(in: "记者")
    let count =
      isReporters && words.endIndex > at + 1 ? 1 : CreditWords.opening(words[at...])
    return count == 0 ? 0 : count + at - words.startIndex
  }

  /// Where a Chinese word for a reporter stands behind the paper's name: "聯合報 記者 王小明".
  static func reporterLabel(_ words: [Substring]) -> Int? {
    guard words.first?.utf8.first ?? 0 >= 0xE3 else { return nil }
    let at = words.firstIndex { $0 == "記者" || $0 == "记者" }
    return at.flatMap { $0 > 0 && $0 + 1 < words.count ? $0 : nil }
  }

  /// Whether words are nothing but an opening such as "Written by", so that names follow.
  static func isOpening(_ text: Substring) -> Bool {
    guard text.utf8.count <= 160 else { return false }
    var words = text.words
    if words.last == ":" { words.removeLast() }
    return (1...4).contains(words.count) && introduction(words[...]) == words.count
  }

  /// Whether somebody else's work is named: "Reviewed by", "Photos by".
  static func opensOtherWork(_ text: Substring) -> Bool {
    let words = text.words(first: 8)
    return introduction(words[...]) == 0 && opensOtherWork(words[...])
  }

  static func opensOtherWork(_ words: ArraySlice<Substring>) -> Bool {
    words.prefix(3).contains { $0.utf8.count <= 3 && ["by", "by:"].contains($0.lowercased()) }
      || words.first.map { CreditWords.otherWork.contains(hash: WordHash.opened($0)) } ?? false
  }

  /// Whether a line that begins like a byline isn't a sentence: "By Jane Roe, a reporter in Rome."
  static func endsAsByline(_ line: Substring) -> Bool {
    guard let last = line.utf8.last else { return false }
    return last != 0x2E && last != 0x21 && last != 0x3F || line.words.count <= 6
  }

  /// The pieces of a byline without the dates before the names: "March 5, 2024 · Jane Roe",
  /// "5/3/2024 by Jane Roe".
  static func withoutDates(_ pieces: [String]) -> [Substring] {
    var parts = pieces.flatMap { $0[...].split(at: bars) }.map(\.trimmed).filter { !$0.isEmpty }
    while parts.count > 1, let first = parts.first, PublicationLine(Array(first.utf8)[...]) != nil {
      parts.removeFirst()
    }
    if let first = parts.first, let rest = behindDate(first) { parts[0] = rest }
    return parts
  }

  /// What an opening behind a date leads in: "By Jane Roe" of "March 5, 2024 By Jane Roe".
  private static func behindDate(_ text: Substring) -> Substring? {
    guard text.holdsByte({ $0 &- 0x30 < 10 }) else { return nil }
    let text = Unspaced.parted(text)
    let words = text.words(first: 9)
    guard words.count > 2, introduction(words[...]) == 0,
      let at = words.indices.dropFirst(2).first(where: { CreditWords.opening(words[$0...]) > 0 }),
      PublicationLine(Array(words[..<at].joined(separator: " ").utf8)[...])?.date != nil
    else { return nil }
    return text[words[at].startIndex...]
  }
}
