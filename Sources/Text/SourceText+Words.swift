extension SourceText {
  /// The words of several spans, joined by an ellipsis where something stands between them, on
  /// one line.
  public func words(_ spans: [Span]) -> String {
    spans.map(line).joined(separator: " … ")
  }

  /// The words of several spans as `words` gives them, each with the quotation mark that stands
  /// directly behind it where one opened inside it would else stay open: for people to read, since
  /// an attribution's spans leave the outer marks out.
  public func balancedWords(_ spans: [Span]) -> String {
    spans.map { span in
      let words = line(span)
      guard span.end < count, let open = Self.openMark(in: words) else { return words }
      let next = self[Span(span.end, span.end + 1)]
      return Self.closing[open]?.contains(next) == true ? words + next : words
    }.joined(separator: " … ")
  }

  private func line(_ span: Span) -> String {
    self[span].split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static let closing = [
    "\"": ["\"", "”"], "“": ["”", "\""], "„": ["“", "”"], "«": ["»"],
  ]

  /// The last double mark that is opened and not closed in a text.
  private static func openMark(in words: String) -> String? {
    var open: String?
    for character in words.unicodeScalars.lazy.map(String.init) {
      if let mark = open, closing[mark]?.contains(character) == true {
        open = nil
      } else if closing[character] != nil {
        open = character
      }
    }
    return open
  }
}
