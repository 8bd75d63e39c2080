extension QueryParser {
  /// Checks a value against what its field takes.
  func check(
    _ pattern: WordPattern, of field: QueryField, at position: Int
  ) throws(QueryError) {
    func wrong(_ message: String) -> QueryError {
      QueryError(position: position, message: message)
    }
    guard !pattern.text.isEmpty else { throw wrong("\(field.rawValue): wants a value") }
    if pattern.isPrefix, field.values != nil || field.isDate || field == .document {
      throw wrong("\(field.rawValue): takes no star")
    }
    if let values = field.values {
      guard values.contains(where: { $0.lowercased() == pattern.text.lowercased() }) else {
        throw wrong(
          "\(field.rawValue): takes \(values.joined(separator: ", ")), not ‘\(pattern.text)’")
      }
    }
    if field.isDate, DayRange(pattern.text) == nil {
      let range = field == .day ? ", or two days such as 2021-05-10..2021-05-16" : ""
      throw wrong(
        "\(field.rawValue): takes a day, month or year such as 2021-05-14, 2021-05 or 2021"
          + "\(range), not ‘\(pattern.text)’")
    }
    if field.isDate, field != .day, pattern.text.contains("..") {
      throw wrong("\(field.rawValue): takes one day; a range stands behind day:")
    }
    if field == .document, Int(pattern.text) == nil {
      throw wrong("document: takes the archive's number, not ‘\(pattern.text)’")
    }
    if [.about, .title, .speaker, .actor, .to, .place].contains(field), pattern.match == nil {
      throw wrong("\(field.rawValue): has no letter or digit to search for")
    }
  }
}

extension QueryField {
  /// Whether the value is a day, month, year or range of them.
  var isDate: Bool { self == .after || self == .before || self == .day }
}
