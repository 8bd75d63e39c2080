/// Reads the search language, by recursive descent.
///
/// ```
/// any   = all { "OR" all }
/// all   = part { [ "AND" ] part }
/// part  = ( "-" | "NOT" ) part | "(" any ")" | field ":" value | value
/// value = word [ "*" ] | '"' … '"' [ "*" ]
/// ```
struct QueryParser {
  private static let deepest = 64
  private let text: [Character]
  private var place = 0
  private var depth = 0

  /// The tree of a query.
  ///
  /// - Throws: `QueryError` with the place.
  static func parse(_ query: String) throws(QueryError) -> QueryExpression {
    var parser = QueryParser(text: Array(query))
    parser.skipSpace()
    guard !parser.isAtEnd else {
      throw parser.error("nothing to search for; give words, or a field such as status:expected")
    }
    let expression = try parser.any()
    guard parser.isAtEnd else { throw parser.error("this ‘)’ closes nothing; leave it out") }
    return expression
  }

  private init(text: [Character]) { self.text = text }

  private mutating func any() throws(QueryError) -> QueryExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw error("more than \(Self.deepest) levels deep") }
    var parts = [try all()]
    while take(keyword: "OR") { parts.append(try all()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func all() throws(QueryError) -> QueryExpression {
    var parts = [try part()]
    while true {
      let hasAnd = take(keyword: "AND")
      if isAtEnd || text[place] == ")" || (!hasAnd && sees(keyword: "OR")) {
        if hasAnd { throw error("AND wants something on its right") }
        return parts.count == 1 ? parts[0] : .all(parts)
      }
      parts.append(try part())
    }
  }

  private mutating func part() throws(QueryError) -> QueryExpression {
    guard !isAtEnd else { throw error("the query breaks off; something is missing here") }
    if sees(keyword: "OR") || sees(keyword: "AND") {
      throw error("OR and AND stand between two parts; put quotation marks around the word itself")
    }
    if text[place] == "-" || sees(keyword: "NOT") {
      place += text[place] == "-" ? 1 : 3
      skipSpace()
      depth += 1
      defer { depth -= 1 }
      guard depth <= Self.deepest else { throw error("more than \(Self.deepest) levels deep") }
      return .not(try part())
    }
    if text[place] == "(" { return try parenthesis() }
    if text[place] == ")" { throw error("nothing stands between these parentheses") }
    if let field = try fieldName() {
      let start = place
      guard !isAtEnd, !text[place].isWhitespace, text[place] != ")" else {
        throw error("\(field.rawValue): wants a value right behind the colon")
      }
      let pattern = try value()
      try check(pattern, of: field, at: start)
      return .field(field, pattern, position: start)
    }
    let start = place
    let pattern = try value()
    guard pattern.match != nil else {
      throw QueryError(position: start, message: "no letter or digit to search for")
    }
    return .words(pattern)
  }

  private mutating func parenthesis() throws(QueryError) -> QueryExpression {
    let start = place
    place += 1
    skipSpace()
    let inner = try any()
    guard !isAtEnd, text[place] == ")" else {
      throw QueryError(position: start, message: "this ‘(’ is never closed")
    }
    place += 1
    skipSpace()
    return inner
  }

  /// The field whose name stands here with its colon.
  private mutating func fieldName() throws(QueryError) -> QueryField? {
    var end = place
    while end < text.count, text[end].isLetter || text[end] == "_" { end += 1 }
    guard end > place, end < text.count, text[end] == ":" else { return nil }
    let name = String(text[place..<end]).lowercased()
    guard let field = QueryField(rawValue: name) else {
      let known = QueryField.allCases.map(\.rawValue).joined(separator: ", ")
      throw error("no field ‘\(name)’; there are \(known). Quote a word that has a colon in it")
    }
    place = end + 1
    return field
  }

  private mutating func value() throws(QueryError) -> WordPattern {
    let start = place
    var content: [Character] = []
    if text[place] == "\"" {
      place += 1
      while place < text.count, text[place] != "\"" {
        content.append(text[place])
        place += 1
      }
      guard place < text.count else {
        throw QueryError(position: start, message: "this quotation mark is never closed")
      }
      place += 1
    } else {
      while place < text.count, !text[place].isWhitespace, !"()\"*".contains(text[place]) {
        content.append(text[place])
        place += 1
      }
    }
    let isPrefix = place < text.count && text[place] == "*"
    if isPrefix { place += 1 }
    if place < text.count, text[place] == "*" || (text[place] == "\"" && text[start] != "\"") {
      throw error(
        text[place] == "*"
          ? "a star stands once, at the end of a word"
          : "a space is missing before this quotation mark")
    }
    if isPrefix, place < text.count, !text[place].isWhitespace, text[place] != ")" {
      throw error("a star stands at the end of a word")
    }
    skipSpace()
    return WordPattern(text: String(content), isPrefix: isPrefix)
  }

  private var isAtEnd: Bool { place >= text.count }

  private mutating func skipSpace() {
    while place < text.count, text[place].isWhitespace { place += 1 }
  }

  private func sees(keyword: String) -> Bool {
    let end = place + keyword.count
    guard end <= text.count, String(text[place..<end]) == keyword else { return false }
    return end == text.count || text[end].isWhitespace || text[end] == "("
  }

  private mutating func take(keyword: String) -> Bool {
    guard sees(keyword: keyword) else { return false }
    place += keyword.count
    skipSpace()
    return true
  }

  private func error(_ message: String) -> QueryError {
    QueryError(position: min(place, text.count), message: message)
  }
}
