import GRDB

/// A list of an index in which all items of a query are, so that the others needn't be looked at.
struct Lead {
  /// A query for the numbers, in any order: of reports, or of lines by their `ItemKey`.
  let numbers: SQL
  /// Whether the numbers are those of the unit's lines.
  let isOfLines: Bool
  /// Whether the list holds the query's items and no others.
  var isExact = false
  /// What FTS5 is asked for, where the list is one of words.
  var words: String?

  /// How long a list may be to be read at once.
  func mostNumbers(_ effort: SearchEffort) -> Int {
    words == nil ? effort.longList : effort.longWords
  }

  /// How many numbers the list has, counted up to one more than `mostNumbers`.
  func count(_ evaluator: QueryEvaluator) throws -> Int {
    if let words, let known = evaluator.reportsOfWords[words] { return known.count }
    let most = max(mostNumbers(evaluator.effort), evaluator.effort.counted) + 1
    return try SQLRequest<Int>(
      literal: "SELECT count(*) FROM (SELECT 1 FROM (\(numbers)) LIMIT \(most))"
    ).fetchOne(evaluator.database) ?? 0
  }

  /// The list.
  func candidates(_ evaluator: QueryEvaluator) throws -> Candidates {
    if let words { return Candidates(reports: try evaluator.reports(matching: words)) }
    let found = SortedList.of(
      try SQLRequest<Int>(literal: numbers).fetchAll(evaluator.database))
    return isOfLines ? Candidates(lines: found) : Candidates(reports: found)
  }
}

/// Finds the lists that may lead a query's search: those of the parts that hold together.
struct LeadFinder {
  let evaluator: QueryEvaluator
  let unit: SearchUnit

  /// SQLite joins at most 500 lists to one.
  private static let mostChoices = 100

  /// The leads of a query; none where no index serves, as for what is refused.
  func leads(of expression: QueryExpression) throws -> [Lead] {
    guard case .all(let parts) = expression else {
      return try [lead(of: expression, besides: [])].compactMap(\.self)
    }
    var leads: [Lead] = []
    var hasKind = false
    for part in parts {
      switch part {
      case .all: leads += try self.leads(of: part)
      case .field(.type, _, _), .field(.mode, _, _), .field(.status, _, _):
        if !hasKind, let kind = try kind(parts) { leads.append(kind.lead) }
        hasKind = true
      default: leads += try [lead(of: part, besides: parts)].compactMap(\.self)
      }
    }
    // Of one part the list is exact, of several none is by itself.
    for index in leads.indices where parts.count > 1 { leads[index].isExact = false }
    // Type, mode and status are one index.
    if let kind = try kind(parts), parts.count == kind.parts { leads = [kind.lead] }
    return leads
  }

  /// The lead of a part; nil where it has none.
  private func lead(of part: QueryExpression, besides parts: [QueryExpression]) throws -> Lead? {
    switch part {
    case .words(let pattern): return try words(pattern, isExact: unit == .report)
    case .not, .all: return nil
    case .any(let choices):
      guard choices.count <= Self.mostChoices else { return nil }
      let leads = try choices.map { try lead(of: $0, besides: []) }
      guard leads.allSatisfy({ $0 != nil && $0?.isOfLines == leads[0]?.isOfLines }) else {
        return nil
      }
      let numbers = leads.compactMap { $0?.numbers }.map { "SELECT * FROM (\($0))" as SQL }
      return Lead(
        numbers: numbers.joined(separator: " UNION ALL "),
        isOfLines: leads[0]?.isOfLines ?? false)
    case .field(let field, let pattern, _):
      return try lead(LineField(field: field, pattern: pattern), besides: parts)
    }
  }

  private func lead(_ wanted: LineField, besides parts: [QueryExpression]) throws -> Lead? {
    switch wanted.field {
    case .title: return try words(wanted.pattern, column: "title : ", isExact: unit == .report)
    case .about: return try words(wanted.pattern, column: "body : ", isExact: false)
    case .document:
      return Lead(
        numbers: "SELECT id FROM document WHERE id = \(Int(wanted.pattern.text))",
        isOfLines: false)
    case .after, .before, .language, .site, .form, .source, .kind: return nil
    case .channel:
      return lines(
        "attribution WHERE channel = \(try evaluator.term(wanted))", of: .attribution)
    case .type, .mode, .status:
      return try kind(parts.isEmpty ? [.field(wanted.field, wanted.pattern, position: 0)] : parts)?
        .lead
    case .place:
      let places = QueryEvaluator.json(try evaluator.places(wanted.pattern))
      return lines(
        "event WHERE place IN (SELECT value FROM json_each(\(places)))", of: .event)
    case .day:
      let days = DayRange(wanted.pattern.text)
      return lines(
        """
        event INDEXED BY event_by_day
        WHERE first_day <= \(days?.last) AND last_day >= \(days?.first)
        """, of: .event)
    case .speaker:
      let actors = QueryEvaluator.json(try evaluator.actors(wanted.pattern))
      return Lead(
        numbers: """
          SELECT document FROM appearance WHERE actor IN (SELECT value FROM json_each(\(actors)))
          """, isOfLines: false)
    case .actor, .to: return try party(wanted, parts)
    }
  }

  private func words(
    _ pattern: WordPattern, column: String = "", isExact: Bool
  ) throws -> Lead {
    let match = column + (pattern.match ?? "\"\"")
    // FTS5 merges the lists of all words with a beginning before it gives the first report.
    if pattern.isPrefix { _ = try evaluator.reports(matching: match) }
    return Lead(
      numbers: "SELECT rowid FROM report_words WHERE report_words MATCH \(match)",
      isOfLines: false, isExact: isExact, words: match)
  }

  /// Lines of one kind from an index; for another unit, the reports that have them.
  private func lines(_ source: SQL, of kind: SearchUnit) -> Lead {
    kind == unit
      ? Lead(
        numbers: "SELECT document << \(sql: "\(ItemKey.bits)") | number FROM \(source)",
        isOfLines: true, isExact: true)
      : Lead(numbers: "SELECT document FROM \(source)", isOfLines: false)
  }

  /// The index of events by status, type and mode, for those of the parts that ask for one.
  private func kind(_ parts: [QueryExpression]) throws -> (lead: Lead, parts: Int)? {
    let (condition, count) = try kindCondition(parts, columns: [.status, .type, .mode])
    if count == 0 { return nil }
    return (lines("event INDEXED BY event_by_kind WHERE \(condition)", of: .event), count)
  }

  /// What holds of columns that begin an index, each of them told, so that the index serves; and how
  /// many parts it takes in.
  private func kindCondition(
    _ parts: [QueryExpression], columns: [QueryField]
  ) throws -> (SQL, Int) {
    var (conditions, count): ([SQL], Int) = ([], 0)
    var last = 0
    for (index, column) in columns.enumerated() {
      let values = try parts.compactMap { part -> Int?? in
        guard case .field(column, let pattern, _) = part else { return nil }
        count += 1
        last = index
        return .some(try evaluator.term(LineField(field: column, pattern: pattern)))
      }
      let name: SQL = "\(sql: column.rawValue)"
      conditions.append(
        values.isEmpty
          ? "\(name) IN (SELECT id FROM term WHERE vocabulary = \(column.rawValue))"
          : values.map { "\(name) = \($0)" as SQL }.joined(separator: " AND "))
    }
    return (conditions.prefix(last + 1).joined(separator: " AND "), count)
  }

  /// What actors do, or what is done to them: those that reports share are in an index by type and
  /// status, the others are known to the events of one report.
  private func party(_ wanted: LineField, _ parts: [QueryExpression]) throws -> Lead {
    let actors = QueryEvaluator.json(try evaluator.actors(wanted.pattern))
    let (kind, count) = try kindCondition(parts, columns: [.type, .status])
    let condition: SQL = count == 0 ? "1" : kind
    let (shared, own): (SQL, SQL) =
      unit == .event
      ? (
        "document << \(sql: "\(ItemKey.bits)") | event",
        "told.document << \(sql: "\(ItemKey.bits)") | told.number"
      ) : ("document", "told.document")
    return Lead(
      numbers: """
        SELECT \(shared) FROM party WHERE actor IN (SELECT value FROM json_each(\(actors)))
          AND \(condition) AND side = \(sql: wanted.field == .to ? "1" : "0")
        UNION ALL SELECT \(own) FROM json_each(\(actors)) AS wanted
          CROSS JOIN actor AS own ON own.id = wanted.value
          CROSS JOIN event AS told ON told.document = own.home
        """, isOfLines: unit == .event)
  }
}
