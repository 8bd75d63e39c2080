/// The words of a name, for comparing it with another.
struct NameWords: Hashable {
  /// The words in small letters, divided at spaces and hyphens; articles are left out.
  private let words: [String]
  private let original: String

  init(_ name: String) {
    original = name
    words = name.lowercased().split(whereSeparator: { $0 == " " || $0 == "-" }).map(String.init)
      .filter { $0 != "the" && $0 != "al" && $0 != "el" }
  }

  /// The number of words.
  var count: Int { words.count }

  static func == (left: NameWords, right: NameWords) -> Bool { left.words == right.words }
  func hash(into hasher: inout Hasher) { hasher.combine(words) }

  /// Whether this is the surname, the given name, or the name without middle words of `full`.
  func isPersonalForm(of full: NameWords) -> Bool {
    guard !words.isEmpty, count <= full.count, let first = full.words.first,
      let last = full.words.last
    else { return false }
    if count == 1 { return words[0] == last || words[0] == first }
    if full.words.suffix(count) == words[...] { return true }
    // "Joe Biden" and "Joseph R. Biden" differ; "George Bush" and "George W. Bush" don't.
    return words.first == first && words.last == last
  }

  /// Whether the words stand side by side in `full`: at least two of them, or the first word
  /// before one that only says what it is ("Boeing" in "Boeing Company").
  func isPart(of full: NameWords) -> Bool {
    guard !words.isEmpty, count < full.count else { return false }
    if count == 1 { return full.count == 2 && words[0] == full.words[0] && full.saysWhatItIs }
    return (0...full.count - count).contains { full.words[$0..<$0 + count] == words[...] }
  }

  private var saysWhatItIs: Bool {
    switch words.last {
    case "company", "corporation", "group", "inc", "inc.", "corp", "corp.", "ltd", "ltd.", "plc",
      "newspaper", "movement", "party", "organisation", "organization", "agency", "network",
      "militia", "university", "foundation":
      true
    default: false
    }
  }

  /// Whether this is one word in capitals made of the first letters of `full`.
  func isAcronym(of full: NameWords) -> Bool {
    guard count == 1 else { return false }
    let letters = original.filter { $0 != "." }
    return letters.count > 1 && letters.allSatisfy(\.isUppercase)
      && full.initials.contains(letters)
  }

  /// The first letters of a name of several words, in capitals: with and without those of its small
  /// words ("for", "of").
  var initials: [String] {
    guard count > 1 else { return [] }
    let content = words.filter { !["of", "for", "and", "in", "on"].contains($0) }
    return [words, content].map { $0.compactMap(\.first).map { $0.uppercased() }.joined() }
  }
}
