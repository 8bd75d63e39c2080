import Text

/// What a phrase of the furniture lexicon says about the passage that holds it.
enum PhraseClass: String {
  /// A part of the page that isn't the report.
  case furniture
  /// The start of what follows reports: related stories, most read.
  case foot
  /// The start of readers' comments.
  case comments
  /// A section's name above a headline.
  case kicker
  /// The report goes on behind a barrier.
  case paywall
  /// A pointer to another piece, when it stands within the report.
  case teaser
  /// A caption's opening words.
  case caption
}

/// Furniture phrases, from `furniture.tsv`.
///
/// A phrase is matched word by word against the passage's words in lower case: `whole` against all
/// of them, `start` and `end` against the first or last, `any` anywhere, `label` against those before a
/// colon; `*` stands for one to six words, `#` for a number. Except for `whole`, only passages of
/// at most `reach` words match, so that a paragraph of the report isn't taken for furniture by a
/// turn of phrase.
enum Phrasebook {
  /// The most words of a passage that a phrase can tell.
  static let reach = 18

  /// The first phrase that fits; `label` is the number of words before a colon.
  static func match(
    _ words: [String], label: Int? = nil
  ) -> (class: PhraseClass, why: String)? {
    guard !words.isEmpty, words.count <= reach + 7 else { return nil }
    for word in (words.filter { byAnchor[$0] != nil } + ["*", "#"]).sorted() {
      for phrase in byAnchor[word] ?? [] where fits(phrase, words, label) {
        return (phrase.class, phrase.why)
      }
    }
    return nil
  }

  /// The words of a text in lower case, as phrases are matched with.
  static func words(of text: ArraySlice<UInt8>) -> [String] {
    guard text.allSatisfy({ $0 < 0x80 }) else {
      return String(decoding: text, as: UTF8.self).lowercased().split {
        !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "'")
      }
      .map(String.init)
    }
    return text.split { byte in
      !((byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x27)
    }
    .map { word in
      String(decoding: word.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
  }

  /// Whether a word in capitals calls the reader: LISTEN, WATCH.
  static func isCall(_ word: String) -> Bool { calls.contains(word) }

  /// Whether words are nothing but names of social networks and sharing, glued or not.
  static func isShareBar(_ words: [String]) -> Bool {
    let glued = words.joined()
    guard !glued.isEmpty, glued.utf8.count <= 120 else { return false }
    var rest = Substring(glued)
    var names = 0
    while !rest.isEmpty {
      guard let name = shareWords.first(where: { rest.hasPrefix($0) }) else { return false }
      names += name.count > 3 ? 1 : 0
      rest = rest.dropFirst(name.count)
    }
    return names > 0
  }

  private enum Place: String { case whole, start, end, any, label }

  private struct Phrase {
    var `class`: PhraseClass
    var place: Place
    var words: [String]
    var why: String
  }

  private static let all: [Phrase] = TSV.rows(PackageResources.furniture_tsv).compactMap {
    guard $0.cells.count == 4, let kind = PhraseClass(rawValue: $0[0]),
      let place = Place(rawValue: $0[1])
    else { return nil }
    let words = $0[2].split(separator: " ").map(String.init)
    return Phrase(class: kind, place: place, words: words, why: $0[3])
  }

  /// Phrases by their rarest-looking word, the longest one that isn't a wildcard.
  private static let byAnchor: [String: [Phrase]] = Dictionary(grouping: all) { phrase in
    phrase.words.filter { $0 != "*" && $0 != "#" }.max { $0.count < $1.count } ?? "#"
  }

  /// A word of every phrase: no text without one of these holds any.
  static var anchors: [String] { byAnchor.keys.sorted() }

  private static let calls = Set(words(of: "call"))
  /// Longest first, so that "whatsapp" isn't read as a shorter name with a rest.
  static let shareWords = words(of: "share").map { $0.lowercased() }
    .sorted { ($1.count, $0) < ($0.count, $1) }

  private static func words(of kind: String) -> [String] {
    TSV.rows(PackageResources.furniture_tsv).filter { $0[0] == kind }
      .flatMap { $0[2].split(separator: " ").map(String.init) }
  }

  private static func fits(_ phrase: Phrase, _ words: [String], _ label: Int?) -> Bool {
    switch phrase.place {
    case .whole: return ends(phrase.words[...], words[...]).contains(words.count)
    case .start: return words.count <= reach && !ends(phrase.words[...], words[...]).isEmpty
    case .end:
      return words.count <= reach
        && words.indices.contains { ends(phrase.words[...], words[$0...]).contains(words.count) }
    case .any:
      return words.count <= reach
        && words.indices.contains { !ends(phrase.words[...], words[$0...]).isEmpty }
    case .label:
      guard let label else { return false }
      return phrase.words.count == label && words.starts(with: phrase.words)
    }
  }

  /// The indices behind which the phrase can end when it starts with the first of `words`.
  private static func ends(_ phrase: ArraySlice<String>, _ words: ArraySlice<String>) -> [Int] {
    guard let wanted = phrase.first else { return [words.startIndex] }
    guard let word = words.first else { return [] }
    switch wanted {
    case "*":
      return (1...6).filter { $0 <= words.count }.flatMap {
        ends(phrase.dropFirst(), words.dropFirst($0))
      }
    case "#":
      guard word.unicodeScalars.first?.isDigit == true else { return [] }
      return ends(phrase.dropFirst(), words.dropFirst())
    default:
      return word == wanted ? ends(phrase.dropFirst(), words.dropFirst()) : []
    }
  }
}
