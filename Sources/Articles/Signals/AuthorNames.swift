/// Takes the names out of what pages write about their authors.
enum AuthorNames {
  /// The names in a text that a page states as its author, such as the content of a `meta` element:
  /// people where it names any, else all it names.
  static func stated(_ text: String) -> [String] {
    if isPlainName(text[...]) { return [text] }
    let signed = Unspaced.signed(text[...])
    if !signed.isEmpty { return signed }
    if CreditWords.desks.contains(text[...]) { return [text] }
    var plain = withoutAddresses(unglued(text[...].prefix(before: codeStarts).trimmed))
    guard isPlausible(plain) || plain.holds(byte: 0x2C) else { return [] }
    plain = withoutBrackets(Unspaced.parted(plain))
    var words = plain.words
    if let at = reporterLabel(words) { words = Array(words[at...]) }
    let opening = max(introduction(words[...]), otherOpening(words))
    if opening > 0 { plain = words.dropFirst(opening).joined(separator: " ")[...] }
    if let turned = turned(plain) { return [turned] }
    var parts: [String] = []
    for part in split(plain) {
      for words in part.words.split(whereSeparator: isJoint) {
        let name = withoutEnd(words)
        if let last = parts.last, takesDegree(last[...], name[...]) {
          parts[parts.count - 1] += ", " + name
          continue
        }
        guard isPlausible(name[...]), !parts.contains(name) else { continue }
        // In scripts without capitals a word behind a name is where it was written.
        if let last = parts.last, last.contains(" "), isCaselessWord(name[...]) { continue }
        // "design: Jane Roe": what people did, and nobody who wrote.
        if !name[...].holds(byte: 0x3A) || !name.contains(": ") {
          parts.append(name)
        } else if parts.isEmpty {
          return []
        }
      }
    }
    let people = parts.filter { isPerson($0[...]) }
    if !people.isEmpty { return people }
    return isPlausible(plain) && parts.count > 1 && !plain.holds(byte: 0x3B)
      ? [String(plain)] : parts
  }

  /// Whether a text is a name of two or three plain words, as most are.
  private static func isPlainName(_ text: Substring) -> Bool {
    guard text.utf8.count < 60,
      !text.holdsByte({ ($0 | 0x20) &- 0x61 >= 26 && $0 != 0x20 && $0 != 0x2D })
    else { return false }
    let words = text.words
    return (2...3).contains(words.count)
      && text.utf8.count == words.reduce(words.count - 1) { $0 + $1.utf8.count }
      && words.allSatisfy { $0.utf8.first.map { $0 &- 0x41 < 26 } ?? false }
      && introduction(words[...]) == 0 && !words.contains(where: isJoint) && isPerson(words)
  }

  /// The parts of a list of authors, which marks and dashes between spaces set apart.
  private static func split(_ list: Substring) -> [Substring] {
    list.split(at: separators).flatMap { part -> [Substring] in
      guard part.holdsByte({ $0 == 0x2D || $0 == 0xE2 }) else { return [part] }
      let words = part.words
      guard words.contains(where: dashes.contains) else { return [part] }
      return words.split(whereSeparator: dashes.contains).map {
        $0.joined(separator: " ")[...]
      }
    }
  }

  /// What a label such as "Analysis by" opens; nothing where somebody else's work is named.
  private static func otherOpening(_ words: [Substring]) -> Int {
    guard words.count > 2, words[1].utf8.count == 2, words[1].lowercased() == "by",
      !CreditWords.otherWork.contains(words[0])
    else { return 0 }
    return 2
  }

  /// "Jane Roe. Courier International" is a name and what she writes for.
  private static func withoutEnd(_ words: ArraySlice<Substring>) -> String {
    for (index, word) in zip(words.indices, words).dropLast()
    where word.utf8.last == 0x2E && word.count > 4 {
      let head = words[...index].joined(separator: " ").dropLast()
      if isPerson(head) { return String(head) }
    }
    return words.joined(separator: " ")
  }

  /// The words without electronic addresses; of "jane@roe.example (Jane Roe)", as feeds have it, what
  /// stands in the brackets.
  private static func withoutAddresses(_ text: Substring) -> Substring {
    guard text.holds(byte: 0x40) else { return text }
    let rest = text.words.filter { !$0.holds(byte: 0x40) }.joined(separator: " ")[...]
    return rest.hasPrefix("(") && rest.hasSuffix(")") ? rest.dropFirst().dropLast() : rest
  }

  /// "ByJane Roe" with a space where the page has lost it.
  static func unglued(_ text: Substring) -> Substring {
    var bytes = text.utf8.prefix(3).makeIterator()
    guard let first = bytes.next(), first == 0x42 || first == 0x62, bytes.next() == 0x79,
      let third = bytes.next(), third &- 0x41 < 26
    else { return text }
    return "By " + text.dropFirst(2)
  }

  /// "Roe, Jane" as catalogues have it.
  private static func turned(_ text: Substring) -> String? {
    guard text.holds(byte: 0x2C) else { return nil }
    let halves = text.split(at: comma)
    guard halves.count == 2 else { return nil }
    let (last, first) = (halves[0].words, halves[1].words)
    guard last.count == 1, (1...2).contains(first.count), isPerson(first + last),
      !CreditWords.agencies.contains(halves[1].trimmed),
      !isCredential(first.joined(separator: " ")[...])
    else { return nil }
    return (first + last).joined(separator: " ")
  }

  private static func withoutBrackets(_ text: Substring) -> Substring {
    guard let open = text.utf8.firstIndex(of: 0x28), open > text.startIndex,
      let close = text[open...].utf8.firstIndex(of: 0x29)
    else { return text }
    return (text[..<open] + text[text.index(after: close)...])[...].trimmed
  }

  private static let codeStarts: MarkSet = "<{"
  private static let separators: MarkSet = ",;|/&\n·•、،，؛"
  static let (bars, comma): (MarkSet, MarkSet) = ("|·•", ",")
  private static let dashes: Set<Substring> = ["-", "–", "—"]

}
