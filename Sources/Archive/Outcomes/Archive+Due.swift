import Foundation
import GRDB

/// How an expected event stands.
public enum DueState: String, CaseIterable, Codable, Sendable {
  /// Its last day is still to come, or is today.
  case next
  /// Its last day has passed, and no report tells what came of it.
  case overdue
  /// Nothing tells for when it is expected.
  case open
  /// It was denied, and nothing later tells otherwise.
  case refused
  /// A later report tells it as done.
  case happened
  /// A later report tells that it was called off.
  case cancelled
  /// A later report tells that it did not come about.
  case denied
}

/// A line of the outcome ledger.
public struct DueEvent: Hashable, Codable, Sendable {
  /// The event as it was expected, with its words.
  public let expected: SearchHit
  /// How it stands.
  public let state: DueState
  /// The day of the report that expects it.
  public let since: String?
  /// The first day on which it is expected, ISO 8601.
  public let firstDay: String?
  /// The last day, inclusive; thirty days on where the report gives none.
  public let lastDay: String?
  /// The later report's event, with its words.
  public let outcome: SearchHit?
  /// Why the two are held for one.
  public let why: [String]
}

extension Archive {
  /// The outcome ledger: what is next, what is overdue, what came of what was expected.
  ///
  /// - Parameters:
  ///   - state: which lines; those to come are in the order of their days, all others the latest
  ///     first.
  ///   - day: the day it is, ISO 8601.
  ///   - cursor: where the page before ended.
  ///   - limit: the most lines of a page.
  /// - Throws: `ArchiveError`.
  public func due(
    _ state: DueState, on day: String, after cursor: Cursor? = nil, limit: Int = 50
  ) throws -> Page<DueEvent> {
    try read { database in
      let (comparison, direction): (SQL, SQL) = state == .next ? (">", "ASC") : ("<", "DESC")
      let later: SQL =
        cursor.map {
          """
          (ifnull(last_day, ''), document, event) \(comparison)
            (\($0.day), \($0.rest.first ?? 0), \($0.rest.last ?? 0))
          """
        } ?? "1"
      let rows = try SQLRequest<Row>(
        literal: """
          SELECT * FROM expectation WHERE \(Self.condition(state, day)) AND \(later)
          ORDER BY last_day \(direction), document \(direction), event \(direction)
          LIMIT \(limit + 1)
          """
      ).fetchAll(database)
      let shown = rows.prefix(limit)
      let presenter = HitPresenter(database: database, packing: packing, wanted: [])
      return Page(
        items: try shown.map { try DueEvent($0, state, presenter) },
        next: rows.count <= limit
          ? nil
          : shown.last.map {
            Cursor(day: $0["last_day"] ?? "", rest: [$0["document"], $0["event"]])
          })
    }
  }

  /// How many lines of the outcome ledger stand so, as far as they are counted.
  ///
  /// - Parameter limit: where counting ends.
  /// - Throws: `ArchiveError`.
  public func dueCounts(on day: String, limit: Int = 10_000) throws -> [DueState: Int] {
    try read { database in
      var counts: [DueState: Int] = [:]
      for state in DueState.allCases {
        counts[state] = try SQLRequest<Int>(
          literal: """
            SELECT count(*) FROM (
              SELECT 1 FROM expectation WHERE \(Self.condition(state, day)) LIMIT \(limit))
            """
        ).fetchOne(database)
      }
      return counts
    }
  }

  private static func condition(_ state: DueState, _ day: String) -> SQL {
    switch state {
    case .next: "outcome IS NULL AND denied = 0 AND last_day >= \(day)"
    case .overdue: "outcome IS NULL AND denied = 0 AND last_day < \(day)"
    case .open: "outcome IS NULL AND denied = 0 AND last_day IS NULL"
    case .refused: "outcome IS NULL AND denied = 1"
    case .happened, .cancelled, .denied: "outcome IS NOT NULL AND outcome = \(state.rawValue)"
    }
  }
}

extension DueEvent {
  init(_ row: Row, _ state: DueState, _ presenter: HitPresenter) throws {
    func hit(_ document: Int, _ event: Int) throws -> SearchHit {
      try presenter.hit(.event, Search.Place(document: document, number: event, day: ""))
    }
    let closer: Int? = row["by_document"]
    let why: String? = row["why"]
    let since: String = row["since"]
    self.init(
      expected: try hit(row["document"], row["event"]), state: state,
      since: since.isEmpty ? nil : since, firstDay: row["first_day"], lastDay: row["last_day"],
      outcome: try closer.map { try hit($0, row["by_event"]) },
      why: why.flatMap { try? JSONDecoder().decode([String].self, from: Data($0.utf8)) } ?? [])
  }
}
