import Text

/// A line that names the authors: "By Jane Doe and John Roe, Reuters", "(Reporting by Jane Doe)".
struct Byline {
  /// The authors' names; an agency where no person is named, none for "By our correspondent".
  var names: [String]
  /// Whether it stands behind the report, as agencies sign.
  var isSignature: Bool

  /// The byline that a passage is, or nil.
  init?(_ string: String) {
    let plain = string.drop { "(—–-*_ ".contains($0) }
    let words = plain.split { $0.isWhitespace || $0 == "*" }.map(String.init)
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
        !CalendarDate.isWeekday(next), !Self.endsLikeSentence(plain), words[0].last != ","
      else { return nil }
      if ["our", "the", "a", "staff"].contains(next), words.count <= 6,
        words.dropFirst(2).contains(where: { Self.isRole($0.lowercased()) })
      {
        names = []
        return
      }
      guard words[1].first?.isUppercase == true, words.count >= 3 || Self.isAgency(next) else {
        return nil
      }
    } else {
      return nil
    }
    let rest = words.dropFirst(dropped).joined(separator: " ")
    names = Self.names(in: rest)
    if names.isEmpty && !isSignature {
      let head = rest.prefix { !",|;·•–—".contains($0) }
      guard head.split(separator: " ").allSatisfy({ $0.first?.isUppercase == true }) else {
        return nil
      }
      names = [head.trimmed]
    }
  }

  /// A line of names alone, "Jane Doe in Warsaw", which only its neighbours tell from a heading.
  init?(names line: String) {
    let words = line.split { $0.isWhitespace || $0 == "," }
    let joints: Set<Substring> = ["and", "in", "&", "at", "the"]
    guard (2...8).contains(words.count),
      words.allSatisfy({
        Self.isNameWord($0) || joints.contains($0) || Self.isRole($0.lowercased())
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
  static func names(in list: String) -> [String] {
    let first = list.prefix { !";|·•()[]\n".contains($0) }
    var names: [String] = []
    for part in first.split(whereSeparator: { ",&/–—".contains($0) }) {
      for piece in split(part, at: ["and", "with"]) {
        let name = piece.prefix { $0 != "in" && $0 != "at" && $0 != "for" && $0 != "of" }
        guard (2...4).contains(name.count), name.allSatisfy(isNameWord) else { continue }
        names.append(name.joined(separator: " "))
      }
    }
    return names
  }

  /// Whether a word can be part of a person's name.
  static func isNameWord(_ word: Substring) -> Bool {
    guard let first = word.first else { return false }
    return (first.isUppercase || particles.contains(word) || word.hasPrefix("al-"))
      && word.allSatisfy { $0.isLetter || ".'’-".contains($0) } && !isRole(word.lowercased())
      && !(word.contains("-") && isRole(word.prefix { $0 != "-" }.lowercased()))
  }

  private static let particles: Set<Substring> = [
    "de", "la", "van", "von", "der", "den", "al", "bin", "el", "da", "di", "ben",
  ]

  private static func split(_ part: Substring, at joints: Set<Substring>) -> [[Substring]] {
    part.split { $0.isWhitespace }.split { joints.contains($0) }.map(Array.init)
  }

  private static func endsLikeSentence(_ string: Substring) -> Bool {
    guard string.last == "." || string.last == "!" || string.last == "?" else { return false }
    let last = string.split { $0.isWhitespace }.last ?? ""
    return last.count > 3
  }

  private static func isRole(_ word: String) -> Bool { CreditWords.roles.contains(word) }
  private static func isAgency(_ word: String) -> Bool { CreditWords.agencies.contains(word) }
}

/// What opens a credit, what names an agency, what isn't a person's name; from `credit_words.tsv`.
enum CreditWords {
  /// Words before a credit, "photo by".
  static let labels = words("label")
  /// Agencies in lower case.
  static let agencies = words("agency")
  /// Words of a byline that aren't names.
  static let roles = words("role")
  /// What opens a byline, "by", "written by", in several languages.
  static let openings = words("opening")
  /// What opens the line of others than the author, "photos", "edited".
  static let otherWork = words("other")
  /// The words of the longest opening by its first word.
  static let openingLengths: [String: Int] = Dictionary(
    openings.map { opening in
      let words = opening.split(separator: " ")
      return (String(words[0]), words.count)
    }, uniquingKeysWith: max)

  private static func words(_ kind: String) -> Set<String> {
    Set(TSV.rows(PackageResources.credit_words_tsv).filter { $0[0] == kind }.map { $0[1] })
  }
}

extension StringProtocol {
  /// The words without white space at the edges.
  var trimmed: String {
    var rest = Substring(self)
    while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return String(rest)
  }
}
