import Text

/// How often a text has the function words of each language, from `function_words.tsv`.
struct FunctionWords {
  /// All words, those of no language among them.
  private var count = 0
  /// By language: its words.
  private var hits = [Int](repeating: 0, count: languages.count)
  /// By number of the word: whether it was seen, and has more than one letter.
  private var isSeen = [Bool](repeating: false, count: table.words.count)

  /// Counts a word in lower case, by the hash of its UTF-8 and its number of characters.
  mutating func add(hash: UInt64, length: Int) {
    count += 1
    let table = Self.table
    guard table.sieve.mayHold(hash), let word = table.words.known(hash) else { return }
    for place in table.starts[word]..<table.starts[word + 1] { hits[table.languages[place]] += 1 }
    if length > 1 { isSeen[word] = true }
  }

  /// Counts a word in lower case.
  mutating func add(_ word: String) {
    add(hash: WordHash.of(word), length: word.count)
  }

  /// The language that most of them are of; nil where too few tell it.
  var language: String? {
    let english = hits[Self.english]
    var best = 0
    for language in hits.indices where hits[language] > hits[best] { best = language }
    guard hits[best] > 0 else { return nil }
    if english * 3 >= hits[best] * 2 { return english >= 1 ? "en" : nil }
    let kinds = isSeen.indices.count { isSeen[$0] && Self.table.isWord($0, of: best) }
    return kinds >= 3 && hits[best] * 6 >= count ? Self.languages[best] : nil
  }

  /// Whether a word in lower case is one of English's.
  static func isEnglish(_ word: String) -> Bool {
    table.words.known(WordHash.of(word)).map { table.isWord($0, of: english) } ?? false
  }

  private static let rows = TSV.rows(PackageResources.function_words_tsv)
    .sorted { $0[0] < $1[0] }
  private static let languages = rows.map { $0[0] }
  private static let english = languages.firstIndex(of: "en") ?? 0

  private static let table = Table(rows.map { $0[1] })

  /// The words by their hashes, and the languages that have each.
  private final class Table: Sendable {
    let words: HashNumbers
    let sieve: HashSieve
    /// The languages of all words, and where those of each word start.
    let languages: [Int]
    let starts: [Int]

    init(_ rows: [String]) {
      var words = HashNumbers(capacity: 1024)
      var sieve = HashSieve(capacity: 2048)
      var byWord: [[Int]] = []
      for (language, row) in rows.enumerated() {
        for word in row.split(separator: " ") {
          let hash = WordHash.of(word)
          let number = words.number(of: hash)
          if number == byWord.count { byWord.append([]) }
          byWord[number].append(language)
          sieve.insert(hash)
        }
      }
      (self.words, self.sieve) = (words, sieve)
      languages = Array(byWord.joined())
      starts = byWord.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    }

    func isWord(_ word: Int, of language: Int) -> Bool {
      languages[starts[word]..<starts[word + 1]].contains(language)
    }
  }
}
