import Text

/// A text as the shared scorer (`attributions.py`) sees it: words, and the head word of a source
/// by a rule of thumb that needs no parser, so that every system is judged alike.
struct ScorerText {
  /// The words in text order: letters and digits with inner apostrophes, hyphens and points, or a
  /// single sign of money or number.
  let words: [Span]
  private let scalars: [Unicode.Scalar]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var words: [Span] = []
    var index = 0
    while index < scalars.count {
      guard Self.isWordLetter(scalars[index]) else {
        if "$€£%#@".unicodeScalars.contains(scalars[index]) {
          words.append(Span(index, index + 1))
        }
        index += 1
        continue
      }
      let start = index
      while index < scalars.count, Self.isWordLetter(scalars[index]) {
        index += 1
        if index + 1 < scalars.count, "’'-.".unicodeScalars.contains(scalars[index]),
          Self.isWordLetter(scalars[index + 1])
        {
          index += 1
        }
      }
      words.append(Span(start, index))
    }
    self.words = words
  }

  /// Python's `\w`.
  private static func isWordLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      true
    default: scalar == "_"
    }
  }

  /// The words that touch one of the spans.
  func words(in spans: [Span]) -> Set<Int> {
    var found: Set<Int> = []
    for span in spans {
      for (index, word) in words.enumerated() where word.overlaps(span) { found.insert(index) }
    }
    return found
  }

  /// The head of a source: the last word before its first comma, preposition or relative pronoun.
  func head(of source: [Span]) -> Int? {
    guard let first = source.min() else { return nil }
    let inside = words(in: [first]).sorted()
    guard var head = inside.first, let last = inside.last else { return nil }
    for (position, index) in inside.enumerated() {
      let word = string(words[index])
      if position > 0, Self.stops.contains(word) {
        let countsOn =
          word == "of" && Self.quantities.contains(string(words[inside[position - 1]]))
        if !countsOn { break }
      }
      head = index
      let end = words[index].end
      if end < scalars.count, ",;:(—–".unicodeScalars.contains(scalars[end]),
        !Self.titles.contains(word), index != last
      {
        break
      }
    }
    return head
  }

  private func string(_ span: Span) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[span.start..<span.end])
    return String(view).lowercased()
  }

  private static func set(_ words: String) -> Set<String> {
    Set(words.split(separator: " ").map(String.init))
  }

  private static let stops = set(
    """
    of who whom whose which that in on at for from with by to as and or but about against under \
    over including after before near behind inside speaking when where while during
    """)
  private static let quantities = set(
    """
    some many most all one none both several each few number majority percent half lot dozens \
    hundreds thousands group couple two three four five
    """)
  private static let titles = set("mr mrs ms dr sen rep gov gen lt col sgt rev prof st jr sr")
}
