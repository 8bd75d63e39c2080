import Text

/// A paragraph or a line that stands alone, with what can be measured of it.
struct Passage {
  /// Where its words stand, its mark and white space at its edges left out.
  let span: Span
  /// Whether a blank line stands before it.
  let standsOff: Bool
  /// The mark before its first word, of a list, a heading or a quotation; empty for none.
  let mark: Span
  /// Whether it is marked up as a heading.
  let isHeading: Bool
  /// Whether it asks or exclaims.
  let isQuestion: Bool
  /// Its words in lower case, without punctuation at their edges.
  let words: [String]
  /// Its words as written, without punctuation at their edges.
  let written: [String]
  /// Whether its last mark ends a sentence.
  let endsSentence: Bool
  /// Whether it ends with a colon, a comma or a semicolon: more is to come.
  let goesOn: Bool
  /// Whether all its letters are capitals.
  let isAllCapitals: Bool
  /// The share of words of four letters or more that begin with a capital.
  let capitals: Double
  /// The language told by script or function words; nil where too little tells it.
  let language: String?
  /// The number of letters.
  let letters: Int

  /// Measures a paragraph.
  init(_ paragraph: Span, standsOff: Bool, in scalars: [Unicode.Scalar]) {
    let length = ListMark.length(in: scalars, paragraph)
    mark = Span(paragraph.start, paragraph.start + length)
    let span = scalars.trimmed(Span(mark.end, paragraph.end))
    self.span = span
    isHeading = length > 0 && scalars[mark.start] == "#"
    isQuestion = scalars[span.end - 1] == "?" || scalars[span.end - 1] == "!"
    self.standsOff = standsOff
    written = Self.words(of: scalars[span.start..<span.end])
    words = written.map { $0.lowercased() }
    endsSentence = scalars.endsSentence(span)
    goesOn =
      scalars[span.end - 1] == ":" || scalars[span.end - 1] == ","
      || scalars[span.end - 1] == ";"
    let long = written.filter { $0.unicodeScalars.count >= 4 }
    let capital = long.filter { $0.unicodeScalars.first?.isCapital == true }
    capitals = long.isEmpty ? 0 : Double(capital.count) / Double(long.count)
    isAllCapitals = !scalars[span.start..<span.end].contains(where: \.isSmall)
    letters = scalars[span.start..<span.end].reduce(0) { $0 + ($1.isLetter ? 1 : 0) }
    language = LanguageGuess.language(of: scalars[span.start..<span.end], words: words)
  }

  /// Whether the language engine can't read it.
  var isForeign: Bool { language.map { $0 != "en" } ?? false }

  /// Whether it is an item of a list.
  var isListItem: Bool { !mark.isEmpty && !isHeading }

  /// Whether its words are capitalised as in a headline.
  var isTitleCase: Bool { capitals >= 0.75 && words.count >= 3 }

  /// Its words of four letters or more that aren't function words.
  var content: Set<String> {
    Set(words.filter { $0.unicodeScalars.count >= 4 && !LanguageGuess.isFunctionWord($0) })
  }

  /// Whether it is running text: a sentence of some length, or a long stretch of words.
  var isProse: Bool {
    if isForeign || isHeading { return false }
    if words.count >= 25 { return true }
    return (endsSentence || goesOn) && words.count >= 6
      && (isAllCapitals || !(isTitleCase && capitals >= 0.9))
  }

  /// Splits at white space and dashes between words; words without letter or digit are dropped.
  private static func words(of scalars: ArraySlice<Unicode.Scalar>) -> [String] {
    scalars.split { $0.isBlank || $0 == "—" }.compactMap { piece in
      let edge: (Unicode.Scalar) -> Bool = { !$0.isLetter && !$0.isDigit }
      guard let first = piece.firstIndex(where: { !edge($0) }),
        let last = piece.lastIndex(where: { !edge($0) })
      else { return nil }
      var word = String.UnicodeScalarView()
      word.append(contentsOf: piece[first...last].map { $0 == "’" ? "'" : $0 })
      return String(word)
    }
  }
}
