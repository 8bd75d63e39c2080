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

  private static func words(of text: String) -> [(word: String, span: Span)] {
    var found: [(String, Span)] = []
    var start: String.Index?
    var offset = 0
    var startOffset = 0
    func close(_ end: String.Index, _ endOffset: Int) {
      if let first = start {
        found.append((Folded.name(String(text[first..<end])), Span(startOffset, endOffset)))
      }
      start = nil
    }
    for index in text.indices {
      let character = text[index]
      if character.isLetter || character.isNumber {
        if start == nil { (start, startOffset) = (index, offset) }
      } else {
        close(index, offset)
      }
      offset += character.unicodeScalars.count
    }
    close(text.endIndex, offset)
    return found
  }
}
