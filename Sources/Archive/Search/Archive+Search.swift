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
    try search(query, unit: unit, after: cursor, limit: limit, few: Search.fewEnough)
  }

  /// The same, counted and sorted whole up to `few` items.
  package func search(
    _ query: SearchQuery, unit: SearchUnit?, after cursor: Cursor?, limit: Int, few: Int
  ) throws -> SearchAnswer {
    let unit = unit ?? query.unit
    return try read { database in
      let search = try Search(query.expression, unit, QueryCompiler(database: database))
      let found = try search.run(database, after: cursor, limit: limit, few: few)
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
  /// What leads, where words of the line itself are asked for.
  let leader: WordLeader?

  init(unit: SearchUnit, condition: SQL) {
    (self.unit, self.condition, leader) = (unit, condition, nil)
  }

  /// A query's search: `about:` leads where it is one of the parts that hold together.
  init(_ expression: QueryExpression, _ unit: SearchUnit, _ compiler: QueryCompiler) throws {
    self.unit = unit
    leader = try WordLeader(expression, unit, compiler)
    condition =
      if let leader { leader.condition } else { try compiler.condition(expression, unit) }
  }

  /// An item by its document and, for a line, its number.
  struct Place: Hashable {
    let document: Int
    let number: Int
    let day: String

    /// Whether it stands before `other` in an answer.
    func isBefore(_ other: Place) -> Bool {
      (other.day, other.document, number) < (day, document, other.number)
    }
  }

  /// A page of places.
  struct Found {
    var places: [Place]
    let next: Cursor?
    let count: Int
    let isMore: Bool
  }

  /// Where an answer is longer, it is found by walking the days instead of sorting it whole.
  static let fewEnough = 2000

  /// - Parameter few: up to how many items an answer is counted and sorted whole.
  func run(
    _ database: Database, after cursor: Cursor?, limit: Int, few: Int = fewEnough
  ) throws -> Found {
    var narrowed: SQL = "1"
    if let leader { narrowed = try leader.reports(database, after(cursor), few: few) }
    let whole = try rows(
      database,
      "SELECT \(columns) FROM \(tables) WHERE \(condition) AND \(after(cursor)) AND \(narrowed) LIMIT ",
      few + 1)
    let isMore = whole.count > few
    let places = isMore ? try newest(database, cursor, limit + 1) : whole.sorted { $0.isBefore($1) }
    let shown = Array(places.prefix(limit))
    return Found(
      places: shown,
      next: places.count <= limit
        ? nil : shown.last.map { Cursor(day: $0.day, rest: [$0.document, $0.number]) },
      count: min(whole.count, few), isMore: isMore)
  }

  /// The first of a long answer, found by walking the days.
  private func newest(_ database: Database, _ cursor: Cursor?, _ limit: Int) throws -> [Place] {
    guard leader == nil else { return try newestByWords(database, cursor, limit) }
    return try rows(
      database,
      """
      SELECT \(columns) FROM document INDEXED BY document_by_day \(lines)
      WHERE \(condition) AND \(after(cursor)) ORDER BY \(order) LIMIT
      """, limit)
  }

  /// All items, in the order of their documents.
  func all(_ database: Database) throws -> [Place] {
    try rows(
      database,
      "SELECT \(columns) FROM \(tables) WHERE \(condition) AND document.state <> 'removed' LIMIT ",
      Int.max
    ).sorted { ($0.document, $0.number) < ($1.document, $1.number) }
  }

  func rows(_ database: Database, _ sql: SQL, _ limit: Int) throws -> [Place] {
    try SQLRequest<Row>(literal: "\(sql) \(limit)").fetchAll(database).map {
      Place(document: $0["id"], number: $0["number"], day: $0["day"])
    }
  }

  var columns: SQL {
    switch unit {
    case .report: "document.id, 0 AS number, document.published AS day"
    case .attribution: "document.id, attribution.number, document.published AS day"
    case .event: "document.id, event.number, document.published AS day"
    }
  }

  var tables: SQL {
    let table: SQL = unit == .event ? "event" : "attribution"
    if leader != nil {
      return """
        report_words CROSS JOIN document ON document.id = report_words.rowid
        CROSS JOIN \(table) ON \(table).document = report_words.rowid
        """
    }
    return unit == .report
      ? "document" : "\(table) JOIN document ON document.id = \(table).document"
  }

  /// The lines joined behind the documents, in this order and no other.
  private var lines: SQL {
    switch unit {
    case .report: ""
    case .attribution: "CROSS JOIN attribution ON attribution.document = document.id"
    case .event: "CROSS JOIN event ON event.document = document.id"
    }
  }

  private var order: SQL {
    switch unit {
    case .report: "document.published DESC, document.id DESC"
    case .attribution: "document.published DESC, document.id DESC, attribution.number"
    case .event: "document.published DESC, document.id DESC, event.number"
    }
  }

  /// What holds of documents behind a cursor; of those that were taken down none is ever told.
  func after(_ cursor: Cursor?) -> SQL {
    guard let cursor, let document = cursor.rest.first else {
      return "document.state <> 'removed'"
    }
    let number = cursor.rest.count > 1 ? cursor.rest[1] : 0
    let place: SQL = "(document.published, document.id)"
    let last: SQL = "(\(cursor.day), \(document))"
    let behind: SQL =
      switch unit {
      case .report: "\(place) < \(last)"
      case .attribution:
        "\(place) <= \(last) AND (\(place) < \(last) OR attribution.number > \(number))"
      case .event:
        "\(place) <= \(last) AND (\(place) < \(last) OR event.number > \(number))"
      }
    return "document.state <> 'removed' AND \(behind)"
  }
}
