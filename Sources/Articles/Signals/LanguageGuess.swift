import Text

/// Tells the language of a passage: by its script, else by its function words.
///
/// Only enough is told to keep the engine off text that it can't read. A script shared by several
/// languages is `und-` with the script's ISO 15924 code unless letters of its own settle it.
enum LanguageGuess {
  /// BCP 47; nil where too little tells it.
  static func language(of scalars: ArraySlice<Unicode.Scalar>, words: [String]) -> String? {
    var counts: [Int] = Array(repeating: 0, count: scripts.count)
    var letters = 0
    for scalar in scalars where scalar.isLetter {
      letters += 1
      guard scalar.value >= 0x370 else { continue }
      if let script = scripts.firstIndex(where: { $0.range.contains(scalar.value) }) {
        counts[script] += 1
      }
    }
    guard letters > 0 else { return nil }
    if let most = counts.max(), most * 2 > letters, let script = counts.firstIndex(of: most) {
      return refined(scripts[script].language, scalars)
    }
    return latin(words)
  }

  /// The passages of a text that is wholly in one language tell more together than alone.
  static func latin(_ words: [String]) -> String? {
    var hits: [String: Int] = [:]
    var kinds: [String: Set<String>] = [:]
    for word in words {
      for language in functionWords[word] ?? [] {
        hits[language, default: 0] += 1
        if language != "en", word.count > 1 { kinds[language, default: []].insert(word) }
      }
    }
    let english = hits["en"] ?? 0
    guard let best = hits.keys.sorted().max(by: { hits[$0, default: 0] < hits[$1, default: 0] }),
      let count = hits[best]
    else { return nil }
    if english * 3 >= count * 2 { return english >= 1 ? "en" : nil }
    return kinds[best, default: []].count >= 3 && count * 6 >= words.count ? best : nil
  }

  /// Whether a word in lower case is one of English's most frequent.
  static func isFunctionWord(_ word: String) -> Bool {
    functionWords[word]?.contains("en") ?? false
  }

  private struct Script {
    var range: ClosedRange<UInt32>
    var language: String
  }

  private static let scripts: [Script] = TSV.rows(PackageResources.scripts_tsv).compactMap {
    guard let low = UInt32($0[0], radix: 16), let high = UInt32($0[1], radix: 16) else {
      return nil
    }
    return Script(range: low...high, language: $0[2])
  }

  private static let functionWords: [String: [String]] = {
    var table: [String: [String]] = [:]
    for row in TSV.rows(PackageResources.function_words_tsv) {
      for word in row[1].split(separator: " ") { table[String(word), default: []].append(row[0]) }
    }
    return table
  }()

  /// Letters that only one of the languages of a script has.
  private static let telltales: [(of: String, letters: String, language: String)] =
    TSV.rows(PackageResources.telltale_letters_tsv).map { ($0[0], $0[1], $0[2]) }

  private static func refined(_ guess: String, _ scalars: ArraySlice<Unicode.Scalar>) -> String {
    for telltale in telltales where telltale.of == guess {
      if scalars.contains(where: telltale.letters.unicodeScalars.contains) {
        return telltale.language
      }
    }
    return guess
  }
}
