import GRDB

extension QueryEvaluator {
  /// The archive's number of a value; nil, which equals nothing, where no line has it.
  func term(_ wanted: LineField) throws -> Int? {
    try Int.fetchOne(
      database, sql: "SELECT id FROM term WHERE vocabulary = ? AND name = ? COLLATE NOCASE",
      arguments: [wanted.field.vocabulary?.rawValue, wanted.pattern.text])
  }

  /// The ways of saying that have a form, kind of source, or kind.
  func manners(_ wanted: LineField) throws -> [Int] {
    let column: SQL =
      switch wanted.field {
      case .form: "form"
      case .source: "source_kind"
      default: "kind"
      }
    return try SQLRequest<Int>(
      literal: "SELECT id FROM manner WHERE \(column) = \(try term(wanted))"
    ).fetchAll(database)
  }

  /// The actors of a name or country, or of a number (`#17`), and whom people decided to be the same.
  func actors(_ pattern: WordPattern) throws -> [Int] {
    if let known = actorsOfNames[pattern] { return known }
    let found = try findActors(pattern)
    actorsOfNames[pattern] = found
    return found
  }

  private func findActors(_ pattern: WordPattern) throws -> [Int] {
    if pattern.text.hasPrefix("#"), let id = Int(pattern.text.dropFirst()) {
      return try Identity(of: id, database).members
    }
    return try Int.fetchAll(
      database,
      sql: """
        WITH named (id) AS (
          SELECT actor.id FROM name_words JOIN actor ON actor.name = name_words.rowid
            WHERE name_words MATCH ?1
          UNION SELECT alias.actor FROM name_words JOIN alias ON alias.name = name_words.rowid
            WHERE name_words MATCH ?1
          UNION SELECT id FROM actor WHERE country = ?2
        ), identity (id) AS (
          SELECT ifnull(actor.same_as, actor.id) FROM actor JOIN named USING (id)
        )
        SELECT id FROM identity UNION
        SELECT actor.id FROM actor JOIN identity ON actor.same_as = identity.id
        """, arguments: [pattern.match ?? "\"\"", pattern.country])
  }

  /// The places of a name or country.
  func places(_ pattern: WordPattern) throws -> [Int] {
    try Int.fetchAll(
      database,
      sql: """
        SELECT rowid FROM place_words WHERE place_words MATCH ?1
        UNION SELECT id FROM place WHERE country = ?2
        """, arguments: [pattern.match ?? "\"\"", pattern.country])
  }
}

extension WordPattern {
  /// The country that the value names by its code in capitals, `USA`.
  fileprivate var country: String? {
    !isPrefix && text.utf8.count == 3 && text.utf8.allSatisfy { (65...90).contains($0) }
      ? text : nil
  }
}
