import GRDB

extension QueryEvaluator {
  /// The reports that have words in headline or text.
  func reports(having pattern: WordPattern, among left: [Int]) throws -> [Int] {
    try reports(matching: pattern.match ?? "\"\"", isPrefix: pattern.isPrefix, among: left)
  }

  /// The reports for which a field of the report holds.
  func reports(
    _ field: QueryField, _ pattern: WordPattern, among left: [Int]
  ) throws -> [Int] {
    if field == .title {
      return try reports(
        matching: "title : " + (pattern.match ?? "\"\""), isPrefix: pattern.isPrefix, among: left)
    }
    return try SortedList.of(
      SQLRequest<Int>(
        literal: """
          SELECT document.id FROM json_each(\(Self.json(left))) AS candidate
          CROSS JOIN document ON document.id = candidate.value
          WHERE \(Self.condition(field, pattern))
          """
      ).fetchAll(database))
  }

  /// The condition of a field that speaks of a report's facts.
  static func condition(_ field: QueryField, _ pattern: WordPattern) -> SQL {
    switch field {
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

  /// The reports that FTS5 finds. A few are looked up one by one; for more, the words' list is gone
  /// through once and kept. That of a word's beginning is made anew each time that it is asked for.
  private func reports(
    matching match: String, isPrefix: Bool, among left: [Int]
  ) throws -> [Int] {
    if let all = reportsOfWords[match] { return SortedList.common(left, all) }
    let mayLookUp = isPrefix ? 0 : lookupsLeft[match] ?? effort.lookups
    if left.count <= mayLookUp {
      lookupsLeft[match] = mayLookUp - left.count
      return try Int.fetchAll(
        database,
        sql: """
          SELECT value FROM json_each(?1) WHERE EXISTS (
            SELECT 1 FROM report_words WHERE report_words MATCH ?2 AND rowid = value)
          ORDER BY value
          """, arguments: [Self.json(left), match])
    }
    return SortedList.common(left, try reports(matching: match))
  }

  /// All reports that FTS5 finds.
  func reports(matching match: String) throws -> [Int] {
    if let known = reportsOfWords[match] { return known }
    let all = try Int.fetchAll(
      database, sql: "SELECT rowid FROM report_words WHERE report_words MATCH ? ORDER BY rowid",
      arguments: [match])
    reportsOfWords[match] = all
    return all
  }

  /// The candidates' lines that have words.
  func lines(
    about pattern: WordPattern, _ unit: SearchUnit, among left: Candidates
  ) throws -> Candidates {
    guard let first = left.reports.first, let last = left.reports.last else { return left }
    let match = "body : " + (pattern.match ?? "\"\"")
    let mayLookUp = pattern.isPrefix ? 0 : lookupsLeft[match] ?? effort.lookups
    let reports: SQL
    var bounds: SQL = "1"
    if left.reports.count <= mayLookUp {
      lookupsLeft[match] = mayLookUp - left.reports.count
      reports = """
        json_each(\(Self.json(left.reports))) AS candidate
        CROSS JOIN report_words ON report_words.rowid = candidate.value
        """
    } else {
      reports = "report_words"
      // The plus sign keeps FTS5 from looking each of them up.
      bounds = """
        report_words.rowid BETWEEN \(first) AND \(last)
        AND +report_words.rowid IN (SELECT value FROM json_each(\(Self.json(left.reports))))
        """
    }
    let lines = try SQLRequest<Int>(
      literal: """
        SELECT line.document << \(sql: "\(ItemKey.bits)") | line.number FROM \(reports)
        CROSS JOIN \(unit.table) AS line ON line.document = report_words.rowid
        WHERE report_words MATCH \(match) AND \(bounds)
          AND \(sql: LineSearch.name)(report_words, line.words, 1)
        """
    ).fetchAll(database)
    return left.common(Candidates(lines: SortedList.of(lines)))
  }
}
