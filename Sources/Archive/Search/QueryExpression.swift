/// What a query asks for, as a tree.
indirect enum QueryExpression: Hashable, Sendable {
  /// Words of the report.
  case words(WordPattern)
  /// A field with its value, and the place of the value in the query.
  case field(QueryField, WordPattern, position: Int)
  case not(QueryExpression)
  case all([QueryExpression])
  case any([QueryExpression])
}

/// A word, the beginning of one, or words in a row.
struct WordPattern: Hashable, Sendable {
  /// The value as it was written, without quotation marks.
  let text: String
  /// Whether the last word is only the beginning of one.
  let isPrefix: Bool

  /// The pattern in the language of FTS5; everything is quoted, so that no sign of it has a
  /// meaning. Nil where there is no letter or digit to search for.
  var match: String? {
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
    // A zero byte would end the expression, a quotation mark the string.
    let plain = String(text.map { $0 == "\"" || $0 == "\u{0}" ? " " : $0 })
    return "\"" + plain + "\"" + (isPrefix ? " *" : "")
  }

  /// The folded words.
  var words: [String] { Folded.words(text) }
}
