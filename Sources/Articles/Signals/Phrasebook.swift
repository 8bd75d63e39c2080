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
    guard words.count <= reach + 7 else { return nil }
    return match(PhraseWords(words), label: label)
  }

  /// The first phrase that fits, by the order of the alphabet of the words that open the search.
  static func match(
    _ text: PhraseWords, label: Int? = nil
  ) -> (class: PhraseClass, why: String)? {
    let words = text.words
    guard !words.isEmpty, words.count <= reach + 7 else { return nil }
    var anchors: [Int] = []
    for word in words where word.number >= 0 && !book.phrases(of: Int(word.number)).isEmpty {
      anchors.append(Int(word.number))
    }
    if anchors.count > 1 { anchors.sort() }
    let found =
      fitting(book.wildcards, words, label)
      ?? anchors.lazy.compactMap { fitting($0, words, label) }.first
    return found.map { (book.phrases[$0].class, book.reasons[$0]) }
  }

  /// The first phrase with an anchor that fits.
  private static func fitting(
    _ anchor: Int, _ words: [PhraseWords.Word], _ label: Int?
  ) -> Int? {
    book.phrases(of: anchor).first { fits(book.phrases[$0], words, label) }
  }

  /// The number of a word, by the hash of its small form; -1 for one that no phrase has.
  static func number(of hash: UInt64) -> Int32 {
    book.numbers.known(hash).map { Int32($0) } ?? -1
  }

  /// Whether a word in capitals calls the reader: LISTEN, WATCH.
  static func isCall(_ word: String) -> Bool { book.calls.contains(word) }

  /// Whether words are nothing but names of social networks and sharing, glued or not.
  static func isShareBar(_ words: [String]) -> Bool {
    isShareBar(glued: Array(words.joined().utf8))
  }

  /// Whether a text in UTF-8 is nothing but names of social networks and sharing.
  static func isShareBar(_ text: ArraySlice<UInt8>) -> Bool {
    // The names are ASCII; other signs than letters only part them.
    guard let first = text.first(where: { $0 >= 0x80 || isGlued($0) }),
      first >= 0x80 || !shareNames[Int(folded(first))].isEmpty
    else { return false }
    var glued: [UInt8] = []
    glued.reserveCapacity(text.count)
    var offset = text.startIndex
    while offset < text.endIndex {
      let byte = text[offset]
      if byte >= 0x80 {
        let (scalar, width) = Letters.scalar(text, at: offset)
        if Letters.kind(scalar).kind != .other { return false }
        offset += width
        continue
      }
      if isGlued(byte) { glued.append(folded(byte)) }
      offset += 1
    }
    return isShareBar(glued: glued)
  }

  /// Whether a byte of ASCII is a letter, a figure, a hyphen or an apostrophe.
  private static func isGlued(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x27
  }

  private static func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  private static func isShareBar(glued: [UInt8]) -> Bool {
    guard !glued.isEmpty, glued.count <= 120 else { return false }
    var rest = glued[...]
    var names = 0
    while !rest.isEmpty {
      guard let first = rest.first,
        let name = shareNames[Int(first)].first(where: { rest.starts(with: $0) })
      else { return false }
      names += name.count > 3 ? 1 : 0
      rest = rest.dropFirst(name.count)
    }
    return names > 0
  }

  private enum Place: String { case whole, start, end, any, label }

  private struct Phrase {
    var `class`: PhraseClass
    var place: Place
    /// Where its words stand among those of all phrases.
    var words: Range<Int>
  }

  private static let anyWords: Int32 = -1
  private static let figure: Int32 = -2

  private static let book = Book()

  private struct Book {
    /// The words of all phrases, numbered in the order of the alphabet.
    private(set) var numbers = HashNumbers(capacity: 2048)
    /// Phrases in the order of their anchors: the rarest-looking word of each, the longest one that
    /// isn't a wildcard.
    private(set) var phrases: [Phrase] = []
    /// What each phrase says.
    private(set) var reasons: [String] = []
    /// The numbers of all phrases' words; below zero the signs for others.
    private(set) var words: [Int32] = []
    /// By anchor: where its phrases begin; those of the next one end them.
    private var starts: [Int] = []
    /// Those words in the order of the alphabet, and the classes of their phrases.
    private(set) var anchors: [(word: String, classes: Set<PhraseClass>)] = []
    /// Where the phrases stand that have no words but wildcards.
    let wildcards: Int
    /// What calls the reader, and the names of social networks and sharing.
    let calls: Set<String>
    let shareWords: [String]

    init() {
      let table = TSV.rows(PackageResources.furniture_tsv)
      func own(_ kind: String) -> [String] {
        table.filter { $0[0] == kind }.flatMap { $0[2].split(separator: " ").map(String.init) }
      }
      calls = Set(own("call"))
      shareWords = own("share").map { $0.lowercased() }.sorted { ($1.count, $0) < ($0.count, $1) }
      let rows = table.filter {
        $0.cells.count == 4 && PhraseClass(rawValue: $0[0]) != nil && Place(rawValue: $0[1]) != nil
      }
      let words = rows.map { $0[2].split(separator: " ").map(String.init) }
      let known = Set(words.joined()).subtracting(["*", "#"]).sorted()
      for word in known { _ = numbers.number(of: WordHash.of(word)) }
      wildcards = known.count
      var byAnchor: [[(phrase: Phrase, why: String)]] = Array(
        repeating: [], count: known.count + 1)
      for (row, words) in zip(rows, words) {
        guard let kind = PhraseClass(rawValue: row[0]), let place = Place(rawValue: row[1]) else {
          continue
        }
        let plain = words.filter { $0 != "*" && $0 != "#" }
        let longest = plain.max { $0.count < $1.count }
        let anchor = longest.flatMap { numbers.known(WordHash.of($0)) } ?? wildcards
        let start = self.words.count
        for word in words {
          self.words.append(
            word == "*"
              ? Phrasebook.anyWords
              : word == "#" ? Phrasebook.figure : Int32(numbers.known(WordHash.of(word)) ?? 0))
        }
        let phrase = Phrase(class: kind, place: place, words: start..<self.words.count)
        byAnchor[anchor].append((phrase, row[3]))
      }
      for entries in byAnchor {
        starts.append(phrases.count)
        phrases += entries.map(\.phrase)
        reasons += entries.map(\.why)
      }
      starts.append(phrases.count)
      anchors = known.indices.filter { !byAnchor[$0].isEmpty }.map { number in
        (known[number], Set(byAnchor[number].map(\.phrase.class)))
      }
    }

    /// The phrases with an anchor.
    func phrases(of anchor: Int) -> Range<Int> { starts[anchor]..<starts[anchor + 1] }
  }

  /// A word of every phrase of some classes: no text without one of these holds any.
  static func anchors(of isWanted: (PhraseClass) -> Bool) -> [String] {
    book.anchors.filter { $0.classes.contains(where: isWanted) }.map(\.word)
  }

  /// The words of the shortest phrase that tells a barrier: "read more" is none.
  static let shortestBarrier =
    book.phrases.filter { $0.class == .paywall }.map(\.words.count).min() ?? 1

  /// Longest first, so that "whatsapp" isn't read as a shorter name with a rest.
  static var shareWords: [String] { book.shareWords }
  /// By the first byte.
  private static let shareNames: [[[UInt8]]] = {
    var names: [[[UInt8]]] = Array(repeating: [], count: 256)
    for word in shareWords.map({ Array($0.utf8) }) where !word.isEmpty {
      names[Int(word[0])].append(word)
    }
    return names
  }()

  private static func fits(
    _ phrase: Phrase, _ words: [PhraseWords.Word], _ label: Int?
  ) -> Bool {
    let patterns = book.words
    func matches(from start: Int, toEnd: Bool) -> Bool {
      Self.matches(patterns.span.extracting(phrase.words), 0, words.span, start, toEnd: toEnd)
    }
    switch phrase.place {
    case .whole: return matches(from: 0, toEnd: true)
    case .start: return words.count <= reach && matches(from: 0, toEnd: false)
    case .end, .any:
      return words.count <= reach
        && words.indices.contains { matches(from: $0, toEnd: phrase.place == .end) }
    case .label:
      guard let label else { return false }
      return phrase.words.count == label && words.count >= label
        && zip(book.words[phrase.words], words).allSatisfy { $0 == $1.number }
    }
  }

  /// Whether a phrase from one of its words on stands in a text from `start` on, or is all of the rest.
  private static func matches(
    _ phrase: Swift.Span<Int32>, _ at: Int, _ words: Swift.Span<PhraseWords.Word>, _ start: Int,
    toEnd: Bool
  ) -> Bool {
    guard at < phrase.count else { return !toEnd || start == words.count }
    guard start < words.count else { return false }
    switch phrase[at] {
    case anyWords:
      for length in 1...min(6, words.count - start)
      where matches(phrase, at + 1, words, start + length, toEnd: toEnd) {
        return true
      }
      return false
    case figure: if !words[start].isFigure { return false }
    default: if words[start].number != phrase[at] { return false }
    }
    return matches(phrase, at + 1, words, start + 1, toEnd: toEnd)
  }
}
