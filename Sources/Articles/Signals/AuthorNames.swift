/// Takes the names out of what pages write about their authors.
enum AuthorNames {
  /// The names in a text that a page states as its author, such as the content of a `meta` element:
  /// people where it names any, else all it names.
  static func stated(_ text: String) -> [String] {
    if isPlainName(text) { return [text] }
    var plain = withoutAddresses(text.prefix { $0 != "<" && $0 != "{" }.trimmed)
    guard isPlausible(plain) || plain.contains(",") else { return [] }
    plain = withoutBrackets(Unspaced.parted(plain))
    let words = plain.split { $0.isWhitespace }
    let opening = max(introduction(words), otherOpening(words))
    if opening > 0 { plain = words.dropFirst(opening).joined(separator: " ") }
    if let turned = turned(plain) { return [turned] }
    var parts: [String] = []
    let apart = plain.replacing(" - ", with: "|").replacing(" – ", with: "|")
      .replacing(" — ", with: "|")
    for part in apart.split(whereSeparator: { ",;|/&\n·•、，،؛".contains($0) }) {
      for words in part.split(whereSeparator: { $0.isWhitespace }).split(whereSeparator: isJoint) {
        for name in [words.joined(separator: " ")].flatMap(withoutEnd)
        where isPlausible(name) && !parts.contains(name) {
          // "design: Jane Roe": what people did, and nobody who wrote.
          if !name.contains(": ") { parts.append(name) } else if parts.isEmpty { return [] }
        }
      }
    }
    let people = parts.filter(isPerson)
    if !people.isEmpty { return people }
    return isPlausible(plain) && parts.count > 1 && !plain.contains(";") ? [plain] : parts
  }

  /// Whether a text is a name of two or three plain words, as most are.
  private static func isPlainName(_ text: String) -> Bool {
    var spaces = 0
    for byte in text.utf8 {
      if byte == 0x20 { spaces += 1 }
      guard (byte | 0x20) &- 0x61 < 26 || byte == 0x20 || byte == 0x2D else { return false }
    }
    guard (1...2).contains(spaces), text.utf8.count < 60 else { return false }
    let words = text.split(separator: " ")
    return words.count == spaces + 1 && words.allSatisfy { $0.first?.isUppercase ?? false }
      && introduction(words) == 0 && !words.contains(where: isJoint) && isPerson(text)
  }

  /// What a label such as "Analysis by" opens; nothing where somebody else's work is named.
  private static func otherOpening(_ words: [Substring]) -> Int {
    guard words.count > 2, words[1].lowercased() == "by",
      !CreditWords.otherWork.contains(words[0].lowercased())
    else { return 0 }
    return 2
  }

  /// "Jane Roe. Courier International" is a name and what she writes for.
  private static func withoutEnd(_ name: String) -> [String] {
    let words = name.split(separator: " ")
    for (index, word) in words.enumerated().dropLast() where word.count > 4 && word.hasSuffix(".") {
      let head = words[...index].joined(separator: " ").dropLast()
      if isPerson(String(head)) { return [String(head)] }
    }
    return [name]
  }

  /// The words without electronic addresses; of "jane@roe.example (Jane Roe)", as feeds have it, what
  /// stands in the brackets.
  private static func withoutAddresses(_ text: String) -> String {
    guard text.contains("@") else { return text }
    let words = text.split { $0.isWhitespace }.filter { !$0.contains("@") }
    let rest = words.joined(separator: " ")
    return rest.hasPrefix("(") && rest.hasSuffix(")")
      ? String(rest.dropFirst().dropLast()) : rest
  }

  /// The pieces of a byline without the dates before the names: "March 5, 2024 · Jane Roe",
  /// "5/3/2024 by Jane Roe".
  static func withoutDates(_ pieces: [String]) -> [String] {
    var parts = pieces.flatMap { piece in
      piece.split { "|·•".contains($0) }.map { $0.trimmed }.filter { !$0.isEmpty }
    }
    while parts.count > 1, let first = parts.first,
      PublicationLine(Array(first.unicodeScalars)[...]) != nil
    {
      parts.removeFirst()
    }
    return parts
  }

  /// Whether words are nothing but an opening such as "Written by", so that names follow.
  static func isOpening(_ text: String) -> Bool {
    let words = text.split { $0.isWhitespace }
    return (1...4).contains(words.count) && introduction(words) == words.count
  }

  /// Whether a name can be a person's: two to five words in capitals, none of them a role's; fewer
  /// where the script has no case.
  static func isPerson(_ name: String) -> Bool {
    let words = name.split { $0.isWhitespace }
    let hasCase = name.contains { $0.isUppercase || $0.isLowercase }
    guard words.count <= 5, words.count >= (hasCase ? 2 : 1), name.count >= 2,
      words.allSatisfy(isNameWord),
      !hasCase || words.count(where: { $0.first?.isLowercase == false || $0.hasPrefix("al-") }) > 1
    else { return false }
    return !CreditWords.agencies.contains(name.lowercased())
  }

  /// How many words at the start say that an author follows: "By", "Written by", "Author:".
  static func introduction(_ words: [Substring]) -> Int {
    guard let at = words.prefix(2).firstIndex(where: { $0.contains(where: \.isLetter) }),
      words[at].utf8.count <= 40
    else { return 0 }
    if at > words.startIndex {
      let behind = introduction(Array(words[at...]))
      return behind == 0 ? 0 : behind + at
    }
    let bare = opened(words[at])
    // "本报记者", "新华社记者": whose reporter it is.
    if bare.hasSuffix("记者"), words.count > 1 { return 1 }
    guard let longest = CreditWords.openingLengths[bare] else { return 0 }
    for count in stride(from: min(longest, words.count), through: 1, by: -1) {
      let phrase = words.prefix(count).map(opened).joined(separator: " ")
      if CreditWords.openings.contains(phrase) { return count }
    }
    return 0
  }

  /// A word as openings have it: in lower case, without marks at its edges.
  private static func opened(_ word: Substring) -> String {
    String(word.lowercased().trimming { !$0.isLetter && !$0.isNumber })
  }

  /// Whether somebody else's work is named: "Reviewed by", "Photos by".
  static func opensOtherWork(_ text: String) -> Bool {
    let words = text.split { $0.isWhitespace }
    return introduction(words) == 0 && opensOtherWork(words)
  }

  static func opensOtherWork(_ words: [Substring]) -> Bool {
    words.prefix(3).contains { $0.count <= 3 && ["by", "by:"].contains($0.lowercased()) }
      || words.first.map { CreditWords.otherWork.contains(opened($0)) } ?? false
  }

  /// Whether a line that begins like a byline isn't a sentence: "By Jane Roe, a reporter in Rome."
  static func endsAsByline(_ line: String) -> Bool {
    guard let last = line.last else { return false }
    return !".!?".contains(last) || line.split { $0.isWhitespace }.count <= 6
  }

  static func isNameWord(_ word: Substring) -> Bool {
    guard let first = word.first, word.count < 30 else { return false }
    let isCaseless = first.isLetter && !first.isUppercase && !first.isLowercase
    guard isCaseless else {
      return Byline.isNameWord(word) && !word.hasSuffix("'s") && !word.hasSuffix("’s")
    }
    guard word.allSatisfy({ $0.isLetter || ".'’-\u{5F3}·・".contains($0) }) else { return false }
    if Unspaced.isUnspaced(first), word.count > 6, !word.contains(where: { "·・".contains($0) }) {
      return false
    }
    return !CreditWords.roles.contains(String(word))
  }

  static func isCredential(_ word: Substring) -> Bool {
    let letters = word.filter(\.isLetter)
    return (2...5).contains(letters.count) && letters.allSatisfy(\.isUppercase)
      || ["PhD", "Ph.D", "Ph.D.", "MSc", "BSc", "Jr.", "Dr"].contains(word)
  }

  static func isJoint(_ word: Substring) -> Bool {
    guard word.utf8.count <= 8 else { return false }
    return joints.contains(word)
  }

  private static let joints: Set<Substring> = [
    "and", "with", "und", "et", "y", "e", "og", "och", "en", "i", "dan", "ve", "и", "та", "і", "й",
    "και", "ja", "és", "și", "şi", "a", "và", "و", "और", "এবং", "และ", "AND", "And", "avec", "mit",
    "con", "com", "met", "med",
  ]

  static func isPlausible(_ name: String) -> Bool {
    name.utf8.count > (name.utf8.first ?? 0 >= 0xE3 ? 3 : 2) && name.utf8.count < 80
      && !name.contains("://") && !name.hasPrefix("@")
      && !name.hasPrefix("www.") && name.contains(where: \.isLetter)
      && !name.contains(where: { "{}[]<>=@\\".contains($0) })
  }

  /// "Roe, Jane" as catalogues have it.
  private static func turned(_ text: String) -> String? {
    let halves = text.split(separator: ",")
    guard halves.count == 2 else { return nil }
    let (last, first) = (halves[0].trimmed, halves[1].trimmed)
    guard !last.contains(" "), first.split(separator: " ").count <= 2, isPerson(first + " " + last),
      !CreditWords.agencies.contains(first.lowercased()), !isCredential(first[...])
    else { return nil }
    return first + " " + last
  }

  private static func withoutBrackets(_ text: String) -> String {
    guard let open = text.firstIndex(of: "("), open > text.startIndex,
      let close = text[open...].firstIndex(of: ")")
    else { return text }
    return (text[..<open] + text[text.index(after: close)...]).trimmed
  }
}

extension StringProtocol {
  /// The words without the characters at the edges that fit.
  func trimming(_ fits: (Character) -> Bool) -> Self.SubSequence {
    var rest = self[...]
    while let first = rest.first, fits(first) { rest = rest.dropFirst() }
    while let last = rest.last, fits(last) { rest = rest.dropLast() }
    return rest
  }
}
