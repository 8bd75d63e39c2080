import GRDB

extension Archive {
  /// What a query finds, the newest publication first.
  ///
  /// - Parameters:
  ///   - query: the query.
  ///   - unit: what the items are; by default what the query asks for.
  ///   - cursor: where the page before ended.
  ///   - limit: the most items of a page.
  /// - Throws: `ArchiveError`.
  public func search(
    _ query: SearchQuery, unit: SearchUnit? = nil, after cursor: Cursor? = nil, limit: Int = 20
  ) throws -> SearchAnswer {
    let unit = unit ?? query.unit
    return try read { database in
      let search = try Search(query.expression, unit, QueryCompiler(database: database))
      let found = try search.run(database, after: cursor, limit: limit)
      let presenter = HitPresenter(database: database, packing: packing, wanted: query.wanted)
      let items = try found.places.map { try presenter.hit(unit, $0) }
      return SearchAnswer(
        page: Page(items: items, next: found.next), count: found.count, isMore: found.isMore)
    }
  }
}

/// A compiled query at work.
struct Search {
  let unit: SearchUnit
  let condition: SQL
  /// Words of the line itself, in FTS5's language: where they are asked for, their reports lead to the
  /// lines, one after the other, so that a frequent word costs no more than what is shown.
  private let words: String?

  init(unit: SearchUnit, condition: SQL) {
    (self.unit, self.condition, words) = (unit, condition, nil)
  }

  /// A query's search: `about:` leads where it is one of the parts that hold together.
  init(_ expression: QueryExpression, _ unit: SearchUnit, _ compiler: QueryCompiler) throws {
    self.unit = unit
    var parts = [expression]
    if case .all(let together) = expression { parts = together }
    let leader = parts.firstIndex { if case .field(.about, _, _) = $0 { true } else { false } }
    guard unit != .report, let leader, case .field(_, let pattern, _) = parts.remove(at: leader)
    else {
      condition = try compiler.condition(expression, unit)
      words = nil
      return
    }
    words = compiler.lineMatch(pattern)
    let table: SQL = unit == .event ? "event" : "attribution"
    let rest: SQL = parts.isEmpty ? "1" : try compiler.condition(.all(parts), unit)
    condition = """
      report_words MATCH \(words) AND \(sql: LineSearch.name)(report_words, \(table).words)
      AND \(rest)
      """
  }

  /// An item by its document and, for a line, its number.
  struct Place: Hashable {
    let document: Int
    let number: Int
    let day: String
  }

  /// A page of places.
  struct Found {
    var places: [Place]
    let next: Cursor?
    let count: Int
    let isMore: Bool
  }

  /// Where an answer is longer, it is found by walking the days instead of sorting it whole.
  private static let fewEnough = 2000

  func run(_ database: Database, after cursor: Cursor?, limit: Int) throws -> Found {
    let few = try rows(
      database, "SELECT \(columns) FROM \(tables) WHERE \(condition) AND \(after(cursor)) LIMIT ",
      Self.fewEnough + 1)
    let isMore = few.count > Self.fewEnough
    let places =
      isMore
      ? try rows(
        database,
        """
        SELECT \(columns) FROM document INDEXED BY document_by_day \(lines)
        WHERE \(condition) AND \(after(cursor)) ORDER BY \(order) LIMIT
        """, limit + 1)
      : few.sorted { ($1.day, $1.document, $0.number) < ($0.day, $0.document, $1.number) }
    let shown = Array(places.prefix(limit))
    return Found(
      places: shown,
      next: places.count <= limit
        ? nil : shown.last.map { Cursor(day: $0.day, rest: [$0.document, $0.number]) },
      count: min(few.count, Self.fewEnough), isMore: isMore)
  }

  /// All items, in the order of their documents.
  func all(_ database: Database) throws -> [Place] {
    try rows(
      database,
      "SELECT \(columns) FROM \(tables) WHERE \(condition) AND document.state <> 'removed' LIMIT ",
      Int.max
    ).sorted { ($0.document, $0.number) < ($1.document, $1.number) }
  }

  private func rows(_ database: Database, _ sql: SQL, _ limit: Int) throws -> [Place] {
    try SQLRequest<Row>(literal: "\(sql) \(limit)").fetchAll(database).map {
      Place(document: $0["id"], number: $0["number"], day: $0["day"])
    }
  }

  private var columns: SQL {
    switch unit {
    case .report: "document.id, 0 AS number, document.published AS day"
    case .attribution: "document.id, attribution.number, document.published AS day"
    case .event: "document.id, event.number, document.published AS day"
    }
  }

  private var tables: SQL {
    let table: SQL = unit == .event ? "event" : "attribution"
    if words != nil {
      return """
        report_words CROSS JOIN \(table) ON \(table).document = report_words.rowid
        CROSS JOIN document ON document.id = report_words.rowid
        """
    }
    return unit == .report
      ? "document" : "\(table) JOIN document ON document.id = \(table).document"
  }

  /// The lines joined behind the documents, in this order and no other.
  private var lines: SQL {
    let leader: SQL =
      words == nil ? "" : "CROSS JOIN report_words ON report_words.rowid = document.id"
    return switch unit {
    case .report: ""
    case .attribution: "\(leader) CROSS JOIN attribution ON attribution.document = document.id"
    case .event: "\(leader) CROSS JOIN event ON event.document = document.id"
    }
  }

  private var order: SQL {
    switch unit {
    case .report: "document.published DESC, document.id DESC"
    case .attribution: "document.published DESC, document.id DESC, attribution.number"
    case .event: "document.published DESC, document.id DESC, event.number"
    }
  }

  private func after(_ cursor: Cursor?) -> SQL {
    guard let cursor, let document = cursor.rest.first else {
      return "document.state <> 'removed'"
    }
    let number = cursor.rest.count > 1 ? cursor.rest[1] : 0
    let earlier: SQL = "(document.published, document.id) < (\(cursor.day), \(document))"
    switch unit {
    case .report: return earlier
    case .attribution:
      return """
        (document.published, document.id) <= (\(cursor.day), \(document))
        AND (\(earlier) OR attribution.number > \(number))
        """
    case .event:
      return """
        (document.published, document.id) <= (\(cursor.day), \(document))
        AND (\(earlier) OR event.number > \(number))
        """
    }
  }
}
