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

  /// Where a Chinese word for a reporter stands behind the paper's name: "聯合報 記者 王小明".
  static func reporterLabel(_ words: [Substring]) -> Int? {
    guard words.first?.utf8.first ?? 0 >= 0xE3 else { return nil }
    let at = words.firstIndex { $0 == "記者" || $0 == "记者" }
    return at.flatMap { $0 > 0 && $0 + 1 < words.count ? $0 : nil }
  }

  /// Whether a text is one word of a script that has no capitals, but spaces between words.
  static func isCaselessWord(_ text: Substring) -> Bool {
    let shape = WordShape(text)
    return shape.first.isCaseless && !Unspaced.isUnspaced(shape.firstScalar)
      && !text.holds(byte: 0x20)
  }

  /// "ByJane Roe" with a space where the page has lost it.
  static func unglued(_ text: Substring) -> Substring {
    var bytes = text.utf8.prefix(3).makeIterator()
    guard let first = bytes.next(), first == 0x42 || first == 0x62, bytes.next() == 0x79,
      let third = bytes.next(), third &- 0x41 < 26
    else { return text }
    return "By " + text.dropFirst(2)
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
    let words = text.words(first: 9)
    guard words.count > 2, introduction(words[...]) == 0,
      let at = words.indices.dropFirst(2).first(where: { CreditWords.opening(words[$0...]) > 0 }),
      PublicationLine(Array(words[..<at].joined(separator: " ").utf8)[...])?.date != nil
    else { return nil }
    return text[words[at].startIndex...]
  }

  /// Whether words are nothing but an opening such as "Written by", so that names follow.
  static func isOpening(_ text: Substring) -> Bool {
    guard text.utf8.count <= 160 else { return false }
    var words = text.words
    if words.last == ":" { words.removeLast() }
    return (1...4).contains(words.count) && introduction(words[...]) == words.count
  }

  /// Whether a name can be a person's: two to five words in capitals, none of them a role's; fewer
  /// where the script has no case.
  static func isPerson(_ name: String) -> Bool { isPerson(name[...]) }

  static func isPerson(_ name: Substring) -> Bool { isPerson(withoutDegrees(name).words) }

  private static func isPerson(_ words: [Substring]) -> Bool {
    guard (1...5).contains(words.count) else { return false }
    let shapes = words.map(WordShape.init)
    let hasCase = shapes.contains(where: \.hasCase)
    guard words.count >= (hasCase ? 2 : 1), words.count > 1 || shapes[0].length >= 2,
      zip(words, shapes).allSatisfy(isNameWord)
    else { return false }
    if hasCase {
      let names = zip(words, shapes).count {
        !$0.1.first.contains(.small) || $0.0.hasPrefix("al-")
      }
      guard names > 1 else { return false }
    }
    var hash = WordHash.seed
    for (index, word) in words.enumerated() {
      if index > 0 { hash = WordHash.step(hash, 0x20) }
      hash = WordHash.lowercased(word, behind: hash)
    }
    return !CreditWords.agencies.contains(hash: hash)
  }

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

  static func isNameWord(_ word: Substring) -> Bool { isNameWord(word, WordShape(word)) }

  static func isNameWord(_ word: Substring, _ shape: WordShape) -> Bool {
    guard shape.length > 0, shape.length < 30 else { return false }
    guard shape.first.isCaseless else {
      return Byline.isNameWord(word, shape) && !word.ends(in: "'s") && !word.ends(in: "’s")
    }
    guard shape.isSpelledAsCaselessName else { return false }
    if Unspaced.isUnspaced(shape.firstScalar), shape.length > 6, !shape.hasNameDot { return false }
    return !CreditWords.roles.contains(hash: shape.hash)
  }

  /// A name without the degrees that stand behind it: "Jane Roe" of "Jane Roe, MD, FACP".
  static func withoutDegrees(_ name: Substring) -> Substring {
    guard name.holds(byte: 0x2C) else { return name }
    let parts = name.split(at: comma)
    guard parts.count > 1,
      parts.dropFirst().allSatisfy({ isDegree($0.trimmed) || isCredential($0.trimmed) }),
      isDegree(parts[1].trimmed)
    else { return name }
    return parts[0].trimmed
  }

  /// Whether a word is a degree or licence, "MD" or "Ph.D.".
  static func isDegree(_ word: Substring) -> Bool {
    guard (2...12).contains(word.utf8.count) else { return false }
    // "Ph.D.", "CFP®", "E-RYT 200"
    let letters = word.unicodeScalars.filter { $0 == "-" || CharacterTraits($0).contains(.letter) }
    return CreditWords.degrees.contains(String(letters))
  }

  /// Whether what stands behind a name and a comma is its degree, or a further one.
  static func takesDegree(_ name: Substring, _ word: Substring) -> Bool {
    guard word.utf8.count <= 12 else { return false }
    if isDegree(word) { return isPerson(name) }
    return name.holds(byte: 0x2C) && isCredential(word) && withoutDegrees(name) != name
  }

  static func isCredential(_ word: Substring) -> Bool {
    guard word.utf8.count <= 12 else { return false }
    var (letters, capitals) = (0, 0)
    for scalar in word.unicodeScalars {
      let traits = CharacterTraits(scalar)
      if traits.contains(.letter) { letters += 1 }
      if traits.contains(.capital) { capitals += 1 }
    }
    return (2...5).contains(letters) && letters == capitals
      || ["PhD", "Ph.D", "Ph.D.", "MSc", "BSc", "Jr.", "Dr"].contains(word)
  }

  static func isJoint(_ word: Substring) -> Bool {
    word.utf8.count <= 12 && joints.contains(WordHash.of(word))
  }

  /// They stand as they are: in capitals "E" and "Y" are initials.
  private static let joints: HashNumbers = {
    var joints = HashNumbers()
    for word in [
      "and", "with", "und", "et", "y", "e", "og", "och", "en", "i", "dan", "ve", "и", "та", "і",
      "й", "και", "ja", "és", "și", "şi", "a", "và", "و", "और", "এবং", "และ", "AND", "And", "avec",
      "mit", "con", "com", "met", "med",
    ] { _ = joints.number(of: WordHash.of(word)) }
    return joints
  }()

  static func isPlausible(_ name: Substring) -> Bool {
    let bytes = name.utf8
    return bytes.count > (bytes.first ?? 0 >= 0xE3 ? 3 : 2) && bytes.count < 80
      && !name.holds(code.contains) && !bytes.starts(with: "www.".utf8)
      && name.holds { CharacterTraits($0).contains(.letter) }
      && (!name.holds(byte: 0x3A) || !name.contains("://"))
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

  /// What stands in code, and in no name.
  private static let code: MarkSet = "{}[]<>=@\\"
  private static let codeStarts: MarkSet = "<{"
  private static let separators: MarkSet = ",;|/&\n·•、،，؛"
  private static let (bars, comma): (MarkSet, MarkSet) = ("|·•", ",")
  private static let dashes: Set<Substring> = ["-", "–", "—"]
}
