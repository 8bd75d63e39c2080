import Text

/// A line that names the authors: "By Jane Doe and John Roe, Reuters", "(Reporting by Jane Doe)".
struct Byline {
  /// The authors' names; an agency where no person is named, none for "By our correspondent".
  var names: [String]
  /// Whether it stands behind the report, as agencies sign.
  var isSignature: Bool

  /// The byline that a passage is, or nil.
  init?(_ passage: String) {
    let plain = passage[...].drop { "(—–-*_ ".contains($0) }
    let words = plain.words(apartAt: Self.stars)
    guard (2...40).contains(words.count) else { return nil }
    let lower = words.prefix(3).map { $0.lowercased().filter { $0.isLetter } }
    var dropped = 0
    if lower[0] == "additional" { dropped = 1 }
    if lower.count > dropped + 1, Self.work.contains(lower[dropped]), lower[dropped + 1] == "by" {
      isSignature = true
      dropped += 2
    } else if lower[0] == "by" || lower[0] == "author" || lower[0] == "authors" {
      isSignature = false
      dropped = 1
      guard words.count <= 16, let next = lower.dropFirst().first,
        !CalendarDate.isMonth(next) || words.dropFirst(2).first?.first?.isLetter == true,
        !CalendarDate.isWeekday(next), !Self.endsLikeSentence(words), words[0].last != ","
      else { return nil }
      if ["our", "the", "a", "staff"].contains(next), words.count <= 6,
        words.dropFirst(2).contains(where: CreditWords.roles.contains)
      {
        names = []
        return
      }
      guard WordShape(words[1]).first.contains(.capital),
        words.count >= 3 || CreditWords.agencies.contains(next[...])
      else { return nil }
    } else {
      return nil
    }
    let rest = words.dropFirst(dropped).joined(separator: " ")
    names = Self.names(in: rest[...])
    if names.isEmpty && !isSignature {
      let head = rest[...].prefix(before: Self.nameEnds)
      guard head.words.allSatisfy({ WordShape($0).first.contains(.capital) }) else { return nil }
      names = [String(head.trimmed)]
    }
  }

  /// A line of names alone, "Jane Doe in Warsaw", which only its neighbours tell from a heading.
  init?(names line: Substring) {
    let words = line.words(apartAt: Self.comma)
    let joints: Set<Substring> = ["and", "in", "&", "at", "the"]
    guard (2...8).contains(words.count),
      words.allSatisfy({
        Self.isNameWord($0) || joints.contains($0) || CreditWords.roles.contains($0)
      })
    else { return nil }
    names = Self.names(in: line)
    isSignature = false
    if names.isEmpty { return nil }
  }

  /// Whether a word in lower case can stand among a byline's first three.
  static func opens(_ word: String) -> Bool {
    word == "by" || word == "author" || word == "authors"
  }

  /// The words of which one stands among a byline's first three.
  static var firstWords: [String] { work.sorted() + ["additional", "by", "author", "authors"] }

  private static let work: Set<String> = [
    "reporting", "writing", "editing", "edited", "compiled", "written", "story", "translated",
  ]

  /// The names in a list of authors with their roles and desks; places behind "in" are left out.
  static func names(in list: Substring) -> [String] {
    let first = list.prefix(before: listEnds)
    var names: [String] = []
    for part in first.split(at: parts) {
      for piece in part.words.split(whereSeparator: { $0 == "and" || $0 == "with" }) {
        let name = piece.prefix { $0 != "in" && $0 != "at" && $0 != "for" && $0 != "of" }
        guard (2...4).contains(name.count), name.allSatisfy(isNameWord) else { continue }
        names.append(name.joined(separator: " "))
      }
    }
    return names
  }

  /// Whether a word can be part of a person's name.
  static func isNameWord(_ word: Substring) -> Bool { isNameWord(word, WordShape(word)) }

  static func isNameWord(_ word: Substring, _ shape: WordShape) -> Bool {
    guard shape.isSpelledAsName, shape.length > 0,
      shape.first.contains(.capital) || particles.contains(word) || word.hasPrefix("al-"),
      !CreditWords.roles.contains(hash: shape.hash)
    else { return false }
    return !(shape.hashBeforeHyphen.map(CreditWords.roles.contains(hash:)) ?? false)
  }

  private static let (comma, stars): (MarkSet, MarkSet) = (",", "*")
  private static let listEnds: MarkSet = ";|·•()[]\n"
  private static let nameEnds: MarkSet = ",|;·•–—"
  private static let parts: MarkSet = ",&/–—"
  private static let particles: Set<Substring> = [
    "de", "la", "van", "von", "der", "den", "al", "bin", "el", "da", "di", "ben", "dela", "del",
    "della", "dello", "degli", "dos", "das", "do", "du", "ter", "ten", "bint", "ibn", "abu", "zu",
    "af",
  ]

  private static func endsLikeSentence(_ words: [Substring]) -> Bool {
    guard let last = words.last, let mark = last.utf8.last else { return false }
    return (mark == 0x2E || mark == 0x21 || mark == 0x3F) && last.count > 3
  }
}
