/// Takes the names out of what pages write about their authors.
enum AuthorNames {
  /// The names in a text that a page states as its author, such as the content of a `meta` element:
  /// people where it names any, else all it names.
  static func stated(_ text: String) -> [String] {
    guard isPlausible(text.prefix { $0 != "<" }.trimmed) || text.contains(",") else { return [] }
    var plain = text.prefix { $0 != "<" && $0 != "{" }.trimmed
    plain = withoutBrackets(plain)
    let words = plain.split { $0.isWhitespace }
    let opening = introduction(words)
    if opening > 0 { plain = words.dropFirst(opening).joined(separator: " ") }
    if let turned = turned(plain) { return [turned] }
    var parts: [String] = []
    let apart = plain.replacing(" - ", with: "|").replacing(" – ", with: "|")
    for part in apart.split(whereSeparator: { ",;|/&\n·•".contains($0) }) {
      for words in part.split(whereSeparator: { $0.isWhitespace }).split(whereSeparator: isJoint) {
        let name = words.joined(separator: " ")
        if isPlausible(name), !parts.contains(name) { parts.append(name) }
      }
    }
    let people = parts.filter(isPerson)
    if !people.isEmpty { return people }
    return isPlausible(plain) && parts.count > 1 && !plain.contains(";") ? [plain] : parts
  }

  /// The names of a byline that elements cut into pieces, "By", "Jane Roe", "March 5"; nil where no
  /// word such as "By" opens it and none is required.
  static func written(_ pieces: [String], needsOpening: Bool) -> [String] {
    let words = pieces.flatMap { piece -> [Substring] in
      piece.split { $0.isWhitespace } + ["\n"]
    }
    let opening = introduction(words)
    if opening == 0, needsOpening || opensOtherWork(words) { return [] }
    var names: [String] = []
    var name: [Substring] = []
    func close() {
      let whole = name.joined(separator: " ")
      name = []
      if isPerson(whole), !names.contains(whole) { names.append(whole) }
    }
    for (index, word) in words.enumerated().dropFirst(opening) {
      if word == "\n" || isJoint(word) || word.allSatisfy({ "|/·•–—-,;&+".contains($0) }) {
        close()
        continue
      }
      let bare = word.trimming { ",;:|".contains($0) }
      guard isNameWord(bare) || (bare.hasSuffix(".") && isNameWord(bare.dropLast())) else {
        if isCredential(bare) {
          close()
          continue
        }
        // "The Courier Editorial Team": a desk signs with all its words.
        if !name.isEmpty || opening > 0 && names.isEmpty,
          let end = words[index...].prefix(3).firstIndex(where: {
            collectives.contains($0.trimming { ",;:|".contains($0) }.lowercased())
          }), words[index..<end].allSatisfy({ $0.first?.isUppercase == true || $0 == "the" })
        {
          let last = words[end].trimming { ",;:|".contains($0) }
          names.append((name + words[index..<end] + [last]).joined(separator: " "))
          return names
        }
        break
      }
      let isDated = CalendarDate.isMonth(bare.lowercased()) && index + 1 < words.count
      if isDated, words[index + 1].first?.isNumber == true { break }
      name.append(bare)
      if let last = word.last, ",;|".contains(last) { close() }
    }
    close()
    if names.isEmpty, opening > 0 {
      let first = words.dropFirst(opening).drop { $0 == "\n" }.prefix { $0 != "\n" }
      let whole = first.joined(separator: " ").prefix { !",;|·•–—".contains($0) }.trimmed
      let isHandle = first.count == 1 && words.count <= opening + 2
      if first.count <= 4, whole.first?.isLetter == true || whole.first?.isNumber == true,
        isPlausible(whole), isHandle || first.first?.first?.isLowercase == false
      {
        return [whole]
      }
    }
    return names
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
      words.allSatisfy(isNameWord), words.contains(where: { $0.first?.isLowercase == false })
    else { return false }
    return !CreditWords.agencies.contains(name.lowercased())
  }

  /// How many words at the start say that an author follows: "By", "Written by", "Author:".
  static func introduction(_ words: [Substring]) -> Int {
    for count in stride(from: min(4, words.count), through: 1, by: -1) {
      let phrase = words.prefix(count).joined(separator: " ").lowercased()
        .trimming { !$0.isLetter && !$0.isNumber }
      if CreditWords.openings.contains(String(phrase)) { return count }
    }
    return 0
  }

  /// Whether somebody else's work is named: "Reviewed by", "Photos by".
  static func opensOtherWork(_ text: String) -> Bool {
    let words = text.split { $0.isWhitespace }
    return introduction(words) == 0 && opensOtherWork(words)
  }

  private static func opensOtherWork(_ words: [Substring]) -> Bool {
    let first = words.prefix(3).map { $0.lowercased() }
    return first.contains { $0 == "by" || $0 == "by:" }
  }

  /// Whether a line that begins like a byline isn't a sentence: "By Jane Roe, a reporter in Rome."
  static func endsAsByline(_ line: String) -> Bool {
    guard let last = line.last else { return false }
    return !".!?".contains(last) || line.split { $0.isWhitespace }.count <= 6
  }

  private static func isNameWord(_ word: Substring) -> Bool {
    guard let first = word.first, word.count < 30 else { return false }
    let isCaseless = first.isLetter && !first.isUppercase && !first.isLowercase
    if isCaseless { return word.allSatisfy { $0.isLetter || ".'’-\u{5F3}·".contains($0) } }
    return Byline.isNameWord(word)
  }

  private static func isCredential(_ word: Substring) -> Bool {
    let letters = word.filter(\.isLetter)
    return (2...5).contains(letters.count) && !letters.contains(where: \.isLowercase)
      || ["PhD", "Ph.D", "Ph.D.", "MSc", "BSc", "Jr.", "Dr"].contains(word)
  }

  /// Words behind which a name is that of several people.
  private static let collectives: Set<String> = [
    "team", "staff", "desk", "editors", "newsroom", "bureau", "editorial", "contributors",
  ]

  private static func isJoint(_ word: Substring) -> Bool {
    ["and", "with", "und", "et", "y", "e", "og", "och", "en", "i", "dan", "ve", "и", "та", "και"]
      .contains(word)
  }

  private static func isPlausible(_ name: String) -> Bool {
    name.count > 2 && name.utf8.count < 80 && !name.contains("://") && !name.hasPrefix("@")
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
