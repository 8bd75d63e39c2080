import Text

/// What opens a credit, what names an agency, what isn't a person's name; from `credit_words.tsv`.
enum CreditWords {
  /// Words before a credit, "photo by".
  static let labels = WordSet(words("label"))
  /// What these begin with.
  static let labelStarts = WordSet(
    words("label").compactMap { $0.split(separator: " ").first.map(String.init) })
  /// Agencies.
  static let agencies = WordSet(words("agency"))
  /// Words of a byline that aren't names.
  static let roles = WordSet(roleWords)
  static let roleWords = words("role")
  /// What opens a byline, "by", "written by", in several languages.
  static let openings = words("opening")
  /// What a byline begins with, be it glued to the name.
  static let openingStarts = ByteWords(openings)
  /// What opens the line of others than the author, "photos", "edited".
  static let otherWork = WordSet(words("other"))

  /// Degrees and licences behind a name, as they are written without stops.
  static let degrees = Set(words("degree"))

  /// How many words at the start say that an author follows: "By", "Written by", "Author:".
  static func opening(_ words: ArraySlice<Substring>) -> Int {
    guard let first = words.first, let longest = phrases.longest(behind: WordHash.opened(first))
    else { return 0 }
    var hash = WordHash.seed
    var length = 0
    for (count, word) in words.prefix(longest).enumerated() {
      if count > 0 { hash = WordHash.step(hash, 0x20) }
      hash = WordHash.opened(word, behind: hash)
      if phrases.all.contains(hash: hash) { length = count + 1 }
    }
    return length
  }

  private static let phrases = Phrases()

  private struct Phrases {
    let all = WordSet(openings)
    private var firstWords = HashNumbers(capacity: 512)
    private var lengths: [Int] = []

    init() {
      for opening in openings {
        let words = opening[...].words
        let number = firstWords.number(of: WordHash.lowercased(words[0]))
        if number == lengths.count { lengths.append(0) }
        lengths[number] = max(lengths[number], words.count)
      }
    }

    /// The words of the longest opening that begins with a word.
    func longest(behind hash: UInt64) -> Int? { firstWords.known(hash).map { lengths[$0] } }
  }

  /// Words that sign a report where no name does: "Staff Reporter", "Redacción".
  static let desks = WordSet(words("desk"))
  static let deskStarts = ByteWords(words("desk"))

  /// One word that opens a byline in a language, and means other things elsewhere: "De Ion Popescu".
  static func localOpenings(in language: String?) -> WordSet? {
    language.flatMap { words("opening-" + $0) }.flatMap { $0.isEmpty ? nil : WordSet($0) }
  }

  private static let byKind = Dictionary(
    grouping: TSV.rows(PackageResources.credit_words_tsv), by: { $0[0] }
  ).mapValues { $0.map { $0[1] } }

  private static func words(_ kind: String) -> [String] { byKind[kind] ?? [] }
}

extension WordHash {
  /// The hash of a word as openings have it: in lower case, without marks at its edges.
  static func opened(_ word: Substring, behind hash: UInt64 = seed) -> UInt64 {
    lowercased(word.trimmingMarks, behind: hash)
  }
}
