import Text

/// Finds a query's words in a text, to show them: as the index compares words, by folded form.
struct WordFinder {
  private let patterns: [(words: [String], isPrefix: Bool)]

  init(_ wanted: [WordPattern]) {
    patterns = wanted.map { ($0.words, $0.isPrefix) }.filter { !$0.0.isEmpty }
  }

  /// The places of the query's words, in code points, in order and without overlaps.
  func matches(in text: String) -> [Span] {
    guard !patterns.isEmpty else { return [] }
    let words = Self.words(of: text)
    var found: [Span] = []
    for start in words.indices {
      let reach = patterns.compactMap { pattern -> Int? in
        let end = start + pattern.words.count
        guard end <= words.count else { return nil }
        let fits = zip(words[start..<end], pattern.words).enumerated().allSatisfy { index, pair in
          pattern.isPrefix && index == pattern.words.count - 1
            ? pair.0.word.hasPrefix(pair.1) : pair.0.word == pair.1
        }
        return fits ? end : nil
      }.max()
      guard let reach, words[start].span.start >= (found.last?.end ?? 0) else { continue }
      found.append(words[start].span.union(words[reach - 1].span))
    }
    return found
  }

  /// A stretch of a text around the first match, else its beginning; cut at spaces, at most some
  /// 240 code points.
  func passage(in text: SourceText) -> Span {
    let first = matches(in: text.string).first
    let scalars = Array(text.string.unicodeScalars)
    var start = max(0, (first?.start ?? 0) - 80)
    var end = min(scalars.count, start + 240)
    if start > 0 {
      while start < (first?.start ?? 0), !scalars[start].properties.isWhitespace { start += 1 }
    }
    if end < scalars.count {
      while end > (first?.end ?? start), !scalars[end].properties.isWhitespace { end -= 1 }
      if end == start { end = min(scalars.count, start + 240) }
    }
    while start < end, scalars[start].properties.isWhitespace { start += 1 }
    return Span(start, max(start, end))
  }

  /// The folded words with their places; most texts are plain for the most part, so that letters of
  /// ASCII are folded byte by byte.
  private static func words(of text: String) -> [(word: String, span: Span)] {
    var found: [(String, Span)] = []
    var word: [UInt8] = []
    var isPlain = true
    var start = 0
    var offset = 0
    func close() {
      guard !word.isEmpty else { return }
      let written = String(decoding: word, as: UTF8.self)
      found.append((isPlain ? written : Folded.name(written), Span(start, offset)))
      word.removeAll(keepingCapacity: true)
      isPlain = true
    }
    for scalar in text.unicodeScalars {
      let value = UInt8(truncatingIfNeeded: scalar.value)
      if scalar.isASCII {
        switch value {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
          if word.isEmpty { start = offset }
          word.append(value)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
          if word.isEmpty { start = offset }
          word.append(value | 0x20)
        default: close()
        }
      } else if Self.belongs(scalar, toBegunWord: !word.isEmpty) {
        if word.isEmpty { start = offset }
        word.append(contentsOf: Array(UTF8.encode(scalar)!))
        isPlain = false
      } else {
        close()
      }
      offset += 1
    }
    close()
    return found
  }

  /// Letters and digits of any script; an accent of its own belongs to the letter before it.
  private static func belongs(_ scalar: Unicode.Scalar, toBegunWord isBegun: Bool) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: isBegun
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}
