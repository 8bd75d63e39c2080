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
    try search(query, unit: unit, after: cursor, limit: limit, effort: SearchEffort())
  }

  /// The same, with another effort.
  package func search(
    _ query: SearchQuery, unit: SearchUnit?, after cursor: Cursor?, limit: Int, effort: SearchEffort
  ) throws -> SearchAnswer {
    let unit = unit ?? query.unit
    return try read { database in
      let found = try Search(query.expression, unit, effort: effort).run(
        database, after: cursor, limit: limit)
      let presenter = HitPresenter(database: database, packing: packing, wanted: query.wanted)
      let items = try found.places.map { try presenter.hit(unit, $0) }
      return SearchAnswer(
        page: Page(items: items, next: found.next), count: found.count, isMore: found.isMore)
    }
  }
}

/// A query at work.
///
/// Lists of indexes that hold all of its items lead, where one is short enough: what they have in
/// common is looked at, and the rest of the query only there. Else the newest reports are looked at, and
/// the long lists only where these hold too little.
struct Search {
  let expression: QueryExpression
  let unit: SearchUnit
  /// What else must hold of a line, in SQL.
  let filter: SQL?
  let effort: SearchEffort

  init(
    _ expression: QueryExpression, _ unit: SearchUnit, filter: SQL? = nil,
    effort: SearchEffort = SearchEffort()
  ) {
    (self.expression, self.unit, self.filter) = (expression, unit, filter)
    self.effort = effort
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

  /// - Throws: `DatabaseError`.
  func run(_ database: Database, after cursor: Cursor?, limit: Int) throws -> Found {
    let evaluator = QueryEvaluator(database, effort)
    let leads = try LeadFinder(evaluator: evaluator, unit: unit).leads(of: expression)
    let sizes = try leads.map { try $0.count(evaluator) }
    // Of a single list it is known how long it is.
    let isCounted = cursor == nil && filter == nil && leads.count == 1 && leads[0].isExact
    var stretches = NewestFirst(database, expression, from: cursor, size: effort.stretch)
    var pool = try shortLists(leads, sizes, evaluator)
    if let pool { try stretches.narrow(to: pool.reports) }
    let isSmall = pool.map { $0.count <= effort.fewCandidates } ?? false
    var (places, seen, isWhole): ([Place], Int, Bool) = ([], 0, true)
    while let stretch = try stretches.next() {
      seen += stretch.count
      places += try self.places(in: stretch, pool, evaluator).filter { isBehind($0, cursor) }
      if places.count > limit, isCounted || !isSmall || places.count > effort.counted {
        isWhole = false
        break
      }
      if pool == nil, seen >= effort.newest, !leads.isEmpty {
        pool = try common(leads, evaluator)
        if let pool { try stretches.narrow(to: pool.reports) }
      }
    }
    let shown = Array(places.prefix(limit))
    let count = isWhole || !isCounted ? places.count : sizes[0]
    return Found(
      places: shown,
      next: places.count <= limit
        ? nil : shown.last.map { Cursor(day: $0.day, rest: [$0.document, $0.number]) },
      count: min(count, effort.counted),
      isMore: count > effort.counted || !isWhole && !isCounted)
  }

  /// All items of some documents, or of all, in the order of the documents; a part of them at a time.
  func all(
    _ database: Database, among documents: [Int]? = nil, _ body: ([Place]) throws -> Void
  ) throws {
    let evaluator = QueryEvaluator(database, effort)
    var candidates = Candidates(
      reports: try documents.map(SortedList.of)
        ?? Int.fetchAll(database, sql: "SELECT id FROM document ORDER BY id"))
    let leads = try LeadFinder(evaluator: evaluator, unit: unit).leads(of: expression)
    let sizes = try leads.map { try $0.count(evaluator) }
    if let pool = try shortLists(leads, sizes, evaluator) { candidates = candidates.common(pool) }
    for start in stride(from: 0, to: candidates.reports.count, by: effort.newest) {
      let part = candidates.reports[start..<min(start + effort.newest, candidates.reports.count)]
      let there = try SQLRequest<Row>(
        literal: """
          SELECT document.id, published
          FROM json_each(\(QueryEvaluator.json(Array(part)))) AS candidate
          CROSS JOIN document ON document.id = candidate.value WHERE state <> 'removed'
          """
      ).fetchAll(database).map { NewestFirst.Dated(report: $0[0], day: $0[1]) }
      try body(
        places(in: there, candidates.lines == nil ? nil : candidates, evaluator)
          .sorted { ($0.document, $0.number) < ($1.document, $1.number) })
    }
  }

  /// What the short lists have in common; nil where none is short.
  private func shortLists(
    _ leads: [Lead], _ sizes: [Int], _ evaluator: QueryEvaluator
  ) throws -> Candidates? {
    let short = zip(leads, sizes).filter { $1 <= $0.mostNumbers(effort) }.sorted { $0.1 < $1.1 }
    guard let (lead, size) = short.first else { return nil }
    var pool = try lead.candidates(evaluator)
    for (other, otherSize) in short.dropFirst() where otherSize <= 8 * max(size, 256) {
      pool = pool.common(try other.candidates(evaluator))
    }
    return pool
  }

  /// What all lists have in common, however long they are.
  private func common(_ leads: [Lead], _ evaluator: QueryEvaluator) throws -> Candidates? {
    var pool: Candidates?
    for lead in leads {
      let candidates = try lead.candidates(evaluator)
      pool = pool?.common(candidates) ?? candidates
    }
    return pool
  }

  /// The items in some reports, in the order of an answer.
  private func places(
    in stretch: [NewestFirst.Dated], _ pool: Candidates?, _ evaluator: QueryEvaluator
  ) throws -> [Place] {
    let reports = stretch.map(\.report).sorted()
    let candidates = pool?.among(reports) ?? Candidates(reports: reports)
    var found = try evaluator.items(expression, unit, among: candidates)
    if let filter { found = try evaluator.lines(passing: [.condition(filter)], unit, among: found) }
    let numbers =
      unit == .report
      ? found.reports.map { $0 << ItemKey.bits } : try evaluator.lines(of: found, unit)
    let days = Dictionary(stretch.map { ($0.report, $0.day) }, uniquingKeysWith: { one, _ in one })
    return numbers.map {
      let report = ItemKey.report(of: $0)
      return Place(document: report, number: $0 & ItemKey.mask, day: days[report] ?? "")
    }.sorted { $0.isBefore($1) }
  }

  /// Whether an item stands behind the one that a cursor names.
  private func isBehind(_ place: Place, _ cursor: Cursor?) -> Bool {
    guard let cursor, let document = cursor.rest.first else { return true }
    let number = cursor.rest.count > 1 ? cursor.rest[1] : 0
    return Place(document: document, number: number, day: cursor.day).isBefore(place)
  }
}
