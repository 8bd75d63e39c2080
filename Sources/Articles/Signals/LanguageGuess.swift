import Text

/// Tells the language of a passage: by its script, else by its function words.
///
/// Only enough is told to keep the engine off text that it can't read. A script shared by several
/// languages is `und-` with the script's ISO 15924 code unless letters of its own settle it.
enum LanguageGuess {
  /// BCP 47; nil where too little tells it.
  static func language(of scalars: ArraySlice<Unicode.Scalar>, words: [String]) -> String? {
    var counts = ScriptCounts()
    for scalar in scalars where scalar.isLetter { counts.add(scalar) }
    guard counts.letters > 0 else { return nil }
    if let script = counts.most { return refined(script, scalars) }
    return latin(words)
  }

  /// The language of a text in UTF-8; nil where too little tells it.
  static func language(ofUTF8 text: ArraySlice<UInt8>) -> String? {
    var counts = ScriptCounts()
    var words = FunctionWords()
    let bytes = text.span
    var offset = 0
    while offset < bytes.count {
      // One word, and the character that ends it.
      var hash = WordHash.seed
      var length = 0
      while offset < bytes.count {
        let start = offset
        while offset < bytes.count {
          // Safe: the offset was checked.
          let small = unsafe bytes[unchecked: offset] | 0x20
          guard small &- 0x61 < 26 else { break }
          hash = WordHash.step(hash, small)
          offset &+= 1
        }
        counts.letters += offset - start
        length += offset - start
        guard offset < bytes.count else { break }
        let byte = bytes[offset]
        if byte < 0x80 {
          offset += 1
          guard byte == 0x27 else { break }
          hash = WordHash.step(hash, byte)
          length += 1
          continue
        }
        let (scalar, width) = Letters.scalar(text, at: text.startIndex + offset)
        offset += width
        let (kind, small) = Letters.kind(scalar)
        if kind == .letter { counts.add(scalar) }
        guard kind == .letter || kind == .mark && length > 0 else { break }
        for byte in UTF8.encode(small)! { hash = WordHash.step(hash, byte) }
        length += kind == .letter ? 1 : 0
      }
      if length > 0 { words.add(hash: hash, length: length) }
    }
    guard counts.letters > 0 else { return nil }
    if let script = counts.most {
      return refined(script, String(decoding: text, as: UTF8.self).unicodeScalars)
    }
    return words.language
  }

  /// The passages of a text that is wholly in one language tell more together than alone.
  static func latin(_ words: [String]) -> String? {
    var counts = FunctionWords()
    for word in words { counts.add(word) }
    return counts.language
  }

  /// Whether a word in lower case is one of English's most frequent.
  static func isFunctionWord(_ word: String) -> Bool { FunctionWords.isEnglish(word) }

  /// How many letters a text has, and how many of each script.
  private struct ScriptCounts {
    var letters = 0
    private var counts = [Int](repeating: 0, count: scripts.count)
    /// The script of the letter before.
    private var last: (range: ClosedRange<UInt32>, script: Int) = (0...0, 0)

    /// Counts a letter.
    mutating func add(_ letter: Unicode.Scalar) {
      letters += 1
      guard letter.value >= 0x370 else { return }
      if last.range.contains(letter.value) {
        counts[last.script] += 1
      } else if let script = scripts.firstIndex(where: { $0.range.contains(letter.value) }) {
        counts[script] += 1
        last = (scripts[script].range, script)
      }
    }

    /// What the script of more than half of the letters tells.
    var most: String? {
      guard let most = counts.max(), most * 2 > letters else { return nil }
      return counts.firstIndex(of: most).map { scripts[$0].language }
    }
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

  /// Letters that only one of the languages of a script has.
  private static let telltales: [(of: String, letters: String, language: String)] =
    TSV.rows(PackageResources.telltale_letters_tsv).map { ($0[0], $0[1], $0[2]) }

  private static func refined(
    _ guess: String, _ scalars: some Sequence<Unicode.Scalar>
  ) -> String {
    let telltales = telltales.filter { $0.of == guess }
    if telltales.isEmpty { return guess }
    // A bit for each character that the text has; no telltale letter stands beyond the first plane.
    var seen = [UInt64](repeating: 0, count: 1024)
    for scalar in scalars where scalar.value < 0x10000 {
      seen[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63)
    }
    let own = telltales.first { telltale in
      telltale.letters.unicodeScalars.contains {
        $0.value < 0x10000 && seen[Int($0.value >> 6)] >> UInt64($0.value & 63) & 1 == 1
      }
    }
    return own?.language ?? guess
  }
}
