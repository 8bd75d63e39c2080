import Foundation
import GRDB

extension QueryCompiler {
  /// The condition of a field that speaks of the report.
  func reportField(_ field: QueryField, _ pattern: WordPattern) -> SQL {
    switch field {
    case .title:
      let match = "title : " + (pattern.match ?? "\"\"")
      return "document.id IN (SELECT rowid FROM report_words WHERE report_words MATCH \(match))"
    case .after: return "document.published >= \(DayRange(pattern.text)?.first)"
    case .before:
      return "(document.published < \(DayRange(pattern.text)?.first) AND document.published <> '')"
    case .language: return "document.language = \(pattern.text.lowercased())"
    case .site:
      let site = pattern.text.lowercased()
      return """
        (instr(lower(document.address), '://' || \(site)) > 0
          OR instr(lower(document.address), '.' || \(site)) > 0)
        """
    case .document: return "document.id = \(Int(pattern.text))"
    default: return "0"
    }
  }

  /// The condition of a field that speaks of the unit's own line.
  func lineField(_ field: QueryField, _ pattern: WordPattern, _ unit: SearchUnit) throws -> SQL {
    switch field {
    case .about: return about(pattern, unit)
    case .form: return manner("form", try term(field, pattern))
    case .source: return manner("source_kind", try term(field, pattern))
    case .kind: return manner("kind", try term(field, pattern))
    case .channel: return "attribution.channel = \(try term(field, pattern))"
    case .type:
      // All statuses, so that the index by status and type serves.
      return """
        (event.type = \(try term(field, pattern))
          AND event.status IN (SELECT id FROM term WHERE vocabulary = 'status'))
        """
    case .mode: return "event.mode = \(try term(field, pattern))"
    case .status: return "event.status = \(try term(field, pattern))"
    case .speaker:
      let actors = try actors(pattern)
      return """
        (attribution.speaker IN (SELECT value FROM json_each(\(actors)))
          AND attribution.document IN (SELECT document FROM appearance
            WHERE actor IN (SELECT value FROM json_each(\(actors)))))
        """
    case .actor, .to:
      return party(try actors(pattern), isRecipient: field == .to)
    case .place:
      return "event.place IN (SELECT value FROM json_each(\(try places(pattern))))"
    case .day:
      let days = DayRange(pattern.text)
      return "(event.first_day <= \(days?.last) AND event.last_day >= \(days?.first))"
    default: return "0"
    }
  }

  private func manner(_ column: SQL, _ term: Int?) -> SQL {
    "attribution.manner IN (SELECT id FROM manner WHERE \(column) = \(term))"
  }

  /// That one of some actors does it, or that it is done to one: those that reports share are in an
  /// index, the others are known to the events of one report.
  private func party(_ actors: String, isRecipient: Bool) -> SQL {
    let named: SQL = isRecipient ? "told.recipients" : "told.doers"
    return """
      (event.document IN (SELECT document FROM appearance
        WHERE actor IN (SELECT value FROM json_each(\(actors))))
      AND (event.document, event.number) IN (
        SELECT document, event FROM party
          WHERE side = \(isRecipient ? 1 : 0) AND actor IN (SELECT value FROM json_each(\(actors)))
        UNION ALL SELECT told.document, told.number FROM json_each(\(actors)) AS wanted
          CROSS JOIN actor AS own ON own.id = wanted.value
          CROSS JOIN event AS told ON told.document = own.home
          CROSS JOIN json_each('[' || \(named) || ']') AS member
          WHERE member.value = own.id))
      """
  }

  /// What a line's words are in FTS5's language: words of the text, the headline left out.
  func lineMatch(_ pattern: WordPattern) -> String { "body : " + (pattern.match ?? "\"\"") }

  private func about(_ pattern: WordPattern, _ unit: SearchUnit) -> SQL {
    let match = lineMatch(pattern)
    let table: SQL = unit == .event ? "event" : "attribution"
    return """
      (\(table).document, \(table).number) IN (
        SELECT line.document, line.number FROM report_words
        CROSS JOIN \(table) AS line ON line.document = report_words.rowid
        WHERE report_words MATCH \(match) AND \(sql: LineSearch.name)(report_words, line.words, 1))
      """
  }

  /// The archive's number of a value; nil, which equals nothing, where no line has it.
  private func term(_ field: QueryField, _ pattern: WordPattern) throws -> Int? {
    try Int.fetchOne(
      database, sql: "SELECT id FROM term WHERE vocabulary = ? AND name = ? COLLATE NOCASE",
      arguments: [field.vocabulary?.rawValue, pattern.text])
  }

  /// The actors of a name or country, or of a number (`#17`), and whom people decided to be the
  /// same, as a JSON array.
  private func actors(_ pattern: WordPattern) throws -> String {
    if pattern.text.hasPrefix("#"), let id = Int(pattern.text.dropFirst()) {
      return try Identity(of: id, database).list
    }
    return try list(
      """
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
      """, [pattern.match, pattern.country])
  }

  private func places(_ pattern: WordPattern) throws -> String {
    try list(
      """
      SELECT rowid FROM place_words WHERE place_words MATCH ?1
      UNION SELECT id FROM place WHERE country = ?2
      """, [pattern.match, pattern.country])
  }

  private func list(_ sql: String, _ arguments: StatementArguments) throws -> String {
    let ids = try Int.fetchAll(database, sql: sql, arguments: arguments)
    return "[" + ids.map(String.init).joined(separator: ",") + "]"
  }
}

extension WordPattern {
  /// The country that the value names by its code in capitals, `USA`.
  fileprivate var country: String? {
    !isPrefix && text.utf8.count == 3 && text.utf8.allSatisfy { (65...90).contains($0) }
      ? text : nil
  }
}
