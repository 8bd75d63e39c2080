import Foundation
import GRDB
import Records

/// When an event that one report expects and an event that a later report tells are held for one:
/// same type, shared parties, fitting days, no two places. Each reason is told.
struct OutcomeRule {
  let expected: Event
  let since: String
  let firstDay: String?
  let lastDay: String?
  let isDenied: Bool

  /// What an event shows to the rule.
  struct Event {
    let place: EventPlace
    let published: String
    let type: String
    let status: String
    let firstDay: String?
    let lastDay: String?
    let venue: Int?
    let country: String?
    let doers: [Int: String]
    let recipients: [Int: String]
    var sides: EventSides {
      EventSides(doers: Set(doers.keys), recipients: Set(recipients.keys))
    }
  }

  /// What came of it, and why.
  struct Verdict {
    let outcome: String
    let why: [String]
  }

  /// Whether an event of this status can settle one that was open.
  static func closes(_ status: EventStatus) -> Bool {
    status.isFact || status == .cancelled || status == .denied
  }

  /// Whether a later event settles the expected one, and how.
  func verdict(on fact: Event) -> Verdict? {
    guard fact.type == expected.type, let parties = sharedParties(fact), let days = fits(fact),
      fact.venue == nil || expected.venue == nil || fact.venue == expected.venue
        || (fact.country != nil && fact.country == expected.country)
    else { return nil }
    var why = ["both \(fact.type)", parties, days]
    if let place = fact.venue, place == expected.venue { why.append("the same place") }
    switch fact.status {
    case "happened", "ongoing": return Verdict(outcome: "happened", why: why)
    case "cancelled": return isDenied ? nil : Verdict(outcome: "cancelled", why: why)
    case "denied": return isDenied ? nil : Verdict(outcome: "denied", why: why)
    default: return nil
    }
  }

  private func sharedParties(_ fact: Event) -> String? {
    func told(_ names: [String]) -> String { "both with " + names.sorted().joined(separator: ", ") }
    guard expected.sides.mayBeOne(with: fact.sides, expected.type) else { return nil }
    if EventSides.areMutual(expected.type) {
      let mine = expected.doers.merging(expected.recipients) { first, _ in first }
      let theirs = fact.doers.merging(fact.recipients) { first, _ in first }
      return told(mine.keys.filter { theirs[$0] != nil }.compactMap { mine[$0] })
    }
    let doers = expected.doers.keys.filter { fact.doers[$0] != nil }
    let recipients = expected.recipients.keys.filter { fact.recipients[$0] != nil }
    return told(
      doers.compactMap { expected.doers[$0] } + recipients.compactMap { expected.recipients[$0] })
  }

  /// What is done must fall into the window, a day's grace on each side; what is called off must be
  /// told before the window ends.
  private func fits(_ fact: Event) -> String? {
    guard let firstDay, let lastDay, !since.isEmpty, !fact.published.isEmpty,
      fact.published >= since
    else { return nil }
    let start = Days.shifted(isDenied ? since : firstDay, -1)
    let end = Days.shifted(lastDay, 1)
    if let first = fact.firstDay, let last = fact.lastDay {
      guard first <= end, last >= start else { return nil }
      return "told for \(first == last ? first : "\(first) to \(last)"), expected for "
        + (firstDay == lastDay ? firstDay : "\(firstDay) to \(lastDay)")
    }
    let isDone = fact.status == "happened" || fact.status == "ongoing"
    guard fact.published <= end, !isDone || fact.published >= start else { return nil }
    return "reported on \(fact.published), expected by \(lastDay)"
  }

  /// Later reports' events of the type that share parties enough, the earliest report first.
  func candidates(_ database: Database, _ wholes: WholeActors) throws -> [EventPlace] {
    guard let lastDay, !since.isEmpty else { return [] }
    let sides = expected.sides
    let end = Days.shifted(lastDay, 9)
    return try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT DISTINCT other.document, other.event, fact.doers, fact.recipients,
            document.published
          FROM event AS own, \(EventParties.each(of: "own")) AS member
          CROSS JOIN party AS other ON other.actor = member.value AND other.type = own.type
            AND other.status IN (SELECT id FROM term WHERE vocabulary = 'status'
              AND name IN ('happened', 'ongoing', 'cancelled', 'denied'))
            AND other.day BETWEEN ?5 AND ?6
          JOIN document ON document.id = other.document
          JOIN event AS fact ON fact.document = other.document AND fact.number = other.event
          WHERE own.document = ?1 AND own.number = ?2 AND other.document <> ?1
            AND document.published >= ?3 AND document.published < ?4
          ORDER BY document.published, other.document, other.event
          """),
      arguments: [
        expected.place.document, expected.place.event, since, end, Days.count(since),
        Days.count(end),
      ]
    ).compactMap { row in
      try EventSides(row[2], row[3], wholes).mayBeOne(with: sides, expected.type)
        ? EventPlace(document: row[0], event: row[1]) : nil
    }
  }
}

extension OutcomeRule.Event {
  /// What the archive knows of an event; nil where it is gone.
  init?(_ place: EventPlace, _ database: Database) throws {
    guard
      let row = try Row.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT document.published, type.name AS type, status.name AS status, event.first_day,
              event.last_day, event.place, place.country, event.doers, event.recipients
            FROM event JOIN document ON document.id = event.document
            JOIN term AS type ON type.id = event.type
            JOIN term AS status ON status.id = event.status
            LEFT JOIN place ON place.id = event.place
            WHERE event.document = ? AND event.number = ?
            """), arguments: [place.document, place.event])
    else { return nil }
    func side(_ column: String) throws -> [Int: String] {
      guard let actors: String = row[column] else { return [:] }
      let rows = try Row.fetchAll(
        database.cachedStatement(
          sql: """
            SELECT whole.id, name.name FROM json_each('[' || ? || ']') AS party
            CROSS JOIN actor AS own ON own.id = party.value
            JOIN actor AS whole ON whole.id = ifnull(own.same_as, own.id)
            JOIN name ON name.id = whole.name
            """), arguments: [actors])
      return Dictionary(
        rows.map { ($0["id"], $0["name"]) }, uniquingKeysWith: { first, _ in first })
    }
    let published: String = row["published"]
    self.init(
      place: place, published: String(published.prefix(10)), type: row["type"],
      status: row["status"], firstDay: row["first_day"], lastDay: row["last_day"],
      venue: row["place"], country: row["country"], doers: try side("doers"),
      recipients: try side("recipients"))
  }
}
