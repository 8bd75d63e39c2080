import GRDB

/// The `about:` parts of a query, which lead its search: the reports that have the words are gone
/// through one after the other, with their lines behind them, so that a frequent word costs no more
/// than what is shown.
struct WordLeader {
  /// The whole query's condition, for `report_words` joined with the lines.
  let condition: SQL
  private let words: String
  private let table: SQL
  /// The other parts' condition, for the lines alone.
  private let rest: SQL?

  /// Phrases of one leader; `LineSearch` keeps a bit of each.
  private static let mostPhrases = 64

  /// The leader of a query; nil where no words of lines are asked for, or together with something
  /// else by `OR`.
  init?(_ expression: QueryExpression, _ unit: SearchUnit, _ compiler: QueryCompiler) throws {
    guard unit != .report else { return nil }
    var parts = [expression]
    if case .all(let together) = expression { parts = together }
    var phrases = parts.compactMap(Self.pattern)
    var needed = phrases.count
    parts.removeAll { Self.pattern($0) != nil }
    if phrases.isEmpty,
      let choice = parts.firstIndex(where: {
        Self.choice($0) != nil && compiler.level(of: $0, unit) == unit
      })
    {
      phrases = Self.choice(parts.remove(at: choice)) ?? []
      needed = 1
    }
    guard (1...Self.mostPhrases).contains(phrases.count) else { return nil }
    words = phrases.map(compiler.lineMatch).joined(separator: needed == 1 ? " OR " : " AND ")
    table = unit == .event ? "event" : "attribution"
    rest = parts.isEmpty ? nil : try compiler.condition(.all(parts), unit)
    let others: SQL = if let rest { rest } else { "1" }
    condition = """
      report_words MATCH \(words) AND \(others)
      AND \(sql: LineSearch.name)(report_words, \(table).words, \(needed))
      """
  }

  /// The words that an `about:` asks for.
  private static func pattern(_ expression: QueryExpression) -> WordPattern? {
    if case .field(.about, let pattern, _) = expression { pattern } else { nil }
  }

  /// The words of which a choice of `about:` parts asks for some.
  private static func choice(_ expression: QueryExpression) -> [WordPattern]? {
    guard case .any(let parts) = expression else { return nil }
    let patterns = parts.compactMap(pattern)
    return patterns.count == parts.count ? patterns : nil
  }

  /// That the report is one of those in which the other parts hold, where they hold of few
  /// lines and the words stand in many reports: so that the lines of the others aren't read.
  func reports(_ database: Database, _ after: SQL, few: Int) throws -> SQL {
    guard let rest else { return "1" }
    let having = try Int.fetchAll(
      database,
      SQLRequest(
        literal: "SELECT rowid FROM report_words WHERE report_words MATCH \(words) LIMIT \(few + 1)"
      ))
    guard having.count > few else { return "1" }
    // A line is found by its speaker or type in less time than the words of one are looked at.
    let mostLines = 4 * few
    let reports = try Int.fetchAll(
      database,
      SQLRequest(
        literal: """
          SELECT \(table).document FROM \(table)
          JOIN document ON document.id = \(table).document
          WHERE \(rest) AND \(after) LIMIT \(mostLines + 1)
          """))
    return reports.count <= mostLines ? Self.among(Set(reports).sorted()) : "1"
  }

  /// That the report is one of these; the plus sign keeps FTS5 from looking each of them up.
  static func among(_ reports: [Int]) -> SQL {
    "+report_words.rowid IN (SELECT value FROM json_each(\(reports.description)))"
  }
}

extension Search {
  /// The first of a long answer that its words lead to.
  ///
  /// FTS5 finds a report in a word's list only by going through the list, so that it isn't asked
  /// for one report after the other: the newest reports are taken together, and each time that they
  /// hold too little, several times as many, so that the list is gone through a few times at most.
  func newestByWords(
    _ database: Database, _ cursor: Cursor?, _ limit: Int
  ) throws -> [Place] {
    var found: [Place] = []
    var size = 64
    // The cursor's own report may have more lines.
    var stretch: SQL = "1"
    if let cursor, let document = cursor.rest.first {
      stretch = "(published, id) <= (\(cursor.day), \(document))"
    }
    while true {
      let reports = try Row.fetchAll(
        database,
        SQLRequest(
          literal: """
            SELECT id, published FROM document INDEXED BY document_by_day
            WHERE \(stretch) AND state <> 'removed'
            ORDER BY published DESC, id DESC LIMIT \(size)
            """))
      guard let last = reports.last else { return found }
      let ids: [Int] = reports.map { $0["id"] }
      found += try rows(
        database,
        """
        SELECT \(columns) FROM \(tables)
        WHERE \(condition) AND \(after(cursor))
          AND report_words.rowid BETWEEN \(ids.min()) AND \(ids.max())
          AND \(WordLeader.among(ids)) LIMIT
        """, Int.max
      ).sorted { $0.isBefore($1) }
      guard found.count < limit, reports.count == size else { return found }
      let (day, id): (String, Int) = (last["published"], last["id"])
      stretch = "(published, id) < (\(day), \(id))"
      size *= 8
    }
  }
}
