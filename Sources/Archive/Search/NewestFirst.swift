import GRDB

/// Reports in stretches, the newest first, each as large as several before it.
///
/// A few candidates are sorted by their days. Where there are many, or none but all, the archive's
/// index of days is walked, and passed over is who isn't among them.
struct NewestFirst {
  /// A report with what orders it.
  struct Dated {
    let report: Int
    let day: String
  }

  /// So many candidates are sorted in less time than the index of days would be walked in.
  private static let fewEnough = 8192

  private let database: Database
  /// All stand behind this, or nothing is asked.
  private var behind: SQL
  /// And not behind this.
  private let until: SQL
  private var size: Int
  /// The candidates while there are few, sorted.
  private var sorted: ArraySlice<Dated>?
  private var chosen: Set<Int>?
  private var isAtEnd = false

  /// The reports behind a cursor, with the cursor's own, which may have more lines; of those the ones
  /// between the days that a query's parts ask for.
  init(_ database: Database, _ expression: QueryExpression, from cursor: Cursor?, size: Int) {
    self.database = database
    self.size = size
    let parts = if case .all(let parts) = expression { parts } else { [expression] }
    func days(_ wanted: QueryField) -> [SQL] {
      parts.compactMap { part in
        guard case .field(wanted, let pattern, _) = part else { return nil }
        return QueryEvaluator.condition(wanted, pattern)
      }
    }
    behind = days(.before).first ?? "1"
    // What stands behind the cursor stands before its day.
    if let cursor, let report = cursor.rest.first {
      behind = "(document.published, document.id) <= (\(cursor.day), \(report))"
    }
    until = days(.after).first ?? "1"
  }

  /// Gives no other reports than these from now on.
  mutating func narrow(to reports: [Int]) throws {
    if isAtEnd { return }
    guard reports.count <= Self.fewEnough else {
      chosen = Set(reports)
      return
    }
    sorted = try SQLRequest<Row>(
      literal: """
        SELECT document.id, published FROM json_each(\(QueryEvaluator.json(reports))) AS candidate
        CROSS JOIN document ON document.id = candidate.value
        WHERE \(behind) AND \(until) AND \(Self.isThere)
        """
    ).fetchAll(database).map { Dated(report: $0[0], day: $0[1]) }
      .sorted { ($1.day, $1.report) < ($0.day, $0.report) }[...]
  }

  /// The next reports; nil at the end.
  mutating func next() throws -> [Dated]? {
    defer { size *= 4 }
    if let rest = sorted {
      sorted = rest.dropFirst(size)
      return rest.isEmpty ? nil : Array(rest.prefix(size))
    }
    if isAtEnd { return nil }
    let rows = try SQLRequest<Row>(
      literal: """
        SELECT id, published FROM document INDEXED BY document_by_day
        WHERE \(behind) AND \(until) AND \(Self.isThere)
        ORDER BY published DESC, id DESC LIMIT \(size)
        """
    ).fetchCursor(database)
    var found: [Dated] = []
    var (count, last): (Int, Dated?) = (0, nil)
    while let row = try rows.next() {
      let report: Int = row[0]
      count += 1
      if count == size { last = Dated(report: report, day: row[1]) }
      if chosen?.contains(report) ?? true { found.append(Dated(report: report, day: row[1])) }
    }
    isAtEnd = count < size
    if let last { behind = "(document.published, document.id) < (\(last.day), \(last.report))" }
    return found
  }

  /// What was taken down has no day, so that no other report needs to be looked at for it.
  private static let isThere: SQL = "(published <> '' OR state <> 'removed')"
}
