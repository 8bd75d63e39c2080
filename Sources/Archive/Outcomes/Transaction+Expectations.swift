import Foundation
import GRDB
import Records

/// An event by its place in the archive.
struct EventPlace: Hashable, Comparable {
  let document: Int
  let event: Int

  static func < (left: EventPlace, right: EventPlace) -> Bool {
    (left.document, left.event) < (right.document, right.event)
  }
}

extension Transaction {
  /// Opens an entry for each event of a new reading that is still to come or denied, and settles
  /// by the reading's other events what earlier reports left open.
  func addExpectations(of record: Records.Record, in document: Int) throws {
    let since = String((record.document.published ?? "").prefix(10))
    let wholes = WholeActors(database)
    for (index, event) in record.events.enumerated()
    where [.planned, .expected, .denied].contains(event.status) {
      let last = event.date?.to ?? event.date?.from
      try run(
        """
        INSERT INTO expectation (document, event, since, first_day, last_day, denied)
        VALUES (?1, ?2, ?3, ifnull(?4, nullif(?3, '')), ifnull(?5, date(nullif(?3, ''), '+30 days')),
          ?6)
        """,
        [document, index + 1, since, event.date?.from, last, event.status == .denied])
      try settle(EventPlace(document: document, event: index + 1), wholes)
    }
    for (index, event) in record.events.enumerated() where OutcomeRule.closes(event.status) {
      let fact = EventPlace(document: document, event: index + 1)
      for place in try expectations(like: fact, event.type.rawValue, since, wholes) {
        try settle(place, wholes)
      }
    }
  }

  /// Opens again what a document's events had settled, and tells which.
  func reopenExpectations(closedBy document: Int) throws -> [EventPlace] {
    let places = try Row.fetchAll(
      database,
      sql: """
        SELECT document, event FROM expectation WHERE by_document = ?1 AND document <> ?1
        ORDER BY document, event
        """, arguments: [document]
    ).map { EventPlace(document: $0["document"], event: $0["event"]) }
    try run(
      """
      UPDATE expectation SET outcome = NULL, by_document = NULL, by_event = NULL, why = NULL
      WHERE by_document = ?
      """, [document])
    return places
  }

  /// Finds what came of an expected event: the earliest later report that settles it.
  func settle(_ place: EventPlace, _ wholes: WholeActors) throws {
    guard let expected = try OutcomeRule.Event(place, database),
      let window = try Row.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT since, first_day, last_day, denied FROM expectation
            WHERE document = ? AND event = ?
            """), arguments: [place.document, place.event])
    else { return }
    let rule = OutcomeRule(
      expected: expected, since: window["since"], firstDay: window["first_day"],
      lastDay: window["last_day"], isDenied: window["denied"])
    for candidate in try rule.candidates(database, wholes) {
      guard let fact = try OutcomeRule.Event(candidate, database),
        let verdict = rule.verdict(on: fact)
      else { continue }
      try run(
        """
        UPDATE expectation SET outcome = ?, by_document = ?, by_event = ?, why = ?
        WHERE document = ? AND event = ?
        """,
        [
          verdict.outcome, candidate.document, candidate.event, try JSONText.of(verdict.why),
          place.document, place.event,
        ])
      return
    }
    try run(
      """
      UPDATE expectation SET outcome = NULL, by_document = NULL, by_event = NULL, why = NULL
      WHERE document = ? AND event = ?
      """, [place.document, place.event])
  }

  /// The expectations of other reports that an event may settle: of its type, with parties enough
  /// in common. What became of all others it doesn't change.
  private func expectations(
    like fact: EventPlace, _ type: String, _ published: String, _ wholes: WholeActors
  ) throws -> [EventPlace] {
    guard
      let own = try Row.fetchOne(
        database.cachedStatement(
          sql: "SELECT doers, recipients FROM event WHERE document = ? AND number = ?"),
        arguments: [fact.document, fact.event])
    else { return [] }
    let sides = try EventSides(own[0], own[1], wholes)
    return try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT DISTINCT expectation.document, expectation.event, expected.doers,
            expected.recipients
          FROM event AS own, \(EventParties.each(of: "own")) AS member
          CROSS JOIN party AS other ON other.actor = member.value AND other.type = own.type
            AND other.status IN (SELECT id FROM term WHERE vocabulary = 'status'
              AND name IN ('planned', 'expected', 'denied'))
            AND other.day >= ?4
          JOIN expectation ON expectation.document = other.document
            AND expectation.event = other.event
          JOIN event AS expected ON expected.document = other.document
            AND expected.number = other.event
          WHERE own.document = ?1 AND own.number = ?2 AND other.document <> ?1
            AND expectation.since <= ?3 AND expectation.last_day >= date(?3, '-7 days')
          ORDER BY 1, 2
          """),
      arguments: [
        fact.document, fact.event, published, (Days.count(published) ?? 0) - 7,
      ]
    ).compactMap { row in
      try EventSides(row[2], row[3], wholes).mayBeOne(with: sides, type)
        ? EventPlace(document: row[0], event: row[1]) : nil
    }
  }
}
