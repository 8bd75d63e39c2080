import Foundation
import GRDB
import Records
import Text

extension Transaction {
  /// Lays the lines of a record out for the search.
  func addLines(of packed: PackedReading, to document: Int) throws {
    let record = packed.reading
    var actors: [String: Int] = [:]
    var (cast, shared): (Set<Int>, Set<Int>) = ([], [])
    for actor in record.actors {
      let (id, isShared) = try actorID(of: actor, in: document, besides: cast)
      actors[actor.id] = id
      cast.insert(id)
      if isShared { shared.insert(id) }
      try addAppearance(actor, as: id, isShared: isShared, in: document)
    }
    try run(
      "UPDATE document SET actors = ? WHERE id = ?", [PackedNumbers.pack(set: cast), document])
    try countReport(of: cast.sorted(), by: 1)
    var attributions: [String: Int] = [:]
    for (index, attribution) in record.attributions.enumerated() {
      attributions[attribution.id] = index + 1
      try add(attribution, number: index + 1, packed.said[index], to: document, actors)
    }
    for (index, event) in record.events.enumerated() {
      try add(event, number: index + 1, packed.done[index], to: document, actors, attributions)
      try addParties(of: event, number: index + 1, in: document, record, actors, shared)
    }
    try addExpectations(of: record, in: document)
    try attachDecisions(to: record, in: document)
    try addToStory(packed, document)
  }

  /// Takes the lines of a document's newest version away.
  func removeLines(of document: Int, _ record: Records.Record) throws {
    try removeFromStory(record, document)
    let reopened = try reopenExpectations(closedBy: document)
    let packed = try Data.fetchOne(
      database.cachedStatement(sql: "SELECT actors FROM document WHERE id = ?"),
      arguments: [document])
    let cast = PackedNumbers.unpackSet(packed ?? Data())
    try countReport(of: cast, by: -1)
    for actor in cast {
      try run("DELETE FROM shared_appearance WHERE actor = ? AND document = ?", [actor, document])
      try run("DELETE FROM role WHERE actor = ? AND document = ?", [actor, document])
      try run("UPDATE actor SET present = 0 WHERE id = ? AND home IS NOT NULL", [actor])
    }
    try run("UPDATE document SET actors = NULL WHERE id = ?", [document])
    for (index, event) in record.events.enumerated() {
      try removeParties(of: event, number: index + 1, in: document, record)
    }
    for table in ["expectation", "authority", "event", "attribution"] {
      try run("DELETE FROM \(table) WHERE document = ?", [document])
    }
    let wholes = WholeActors(database)
    for place in reopened { try settle(place, wholes) }
  }

  private func addAppearance(
    _ actor: Actor, as id: Int, isShared: Bool, in document: Int
  ) throws {
    if isShared {
      try run(
        "INSERT OR IGNORE INTO shared_appearance (actor, document) VALUES (?, ?)", [id, document])
    }
    for role in actor.roles {
      try run(
        "INSERT OR IGNORE INTO role (actor, document, title) VALUES (?, ?, ?)",
        [id, document, role.title])
    }
  }

  private func add(
    _ attribution: Attribution, number: Int, _ words: Data, to document: Int,
    _ actors: [String: Int]
  ) throws {
    let extent = LineWords.extent(of: attribution)
    try run(
      """
      INSERT INTO attribution
        (document, number, speaker, manner, channel, start, stop, words)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        document, number, attribution.speaker.flatMap { actors[$0] },
        try manner(of: attribution),
        try attribution.channel.map { try term(.channel, $0.kind) }, extent.start, extent.end,
        words,
      ])
  }

  private func add(
    _ event: Event, number: Int, _ words: Data, to document: Int, _ actors: [String: Int],
    _ attributions: [String: Int]
  ) throws {
    let type = try term(.type, event.type.rawValue)
    let status = try term(.status, event.status.rawValue)
    let named = Self.sides(of: event, actors).map {
      $0.isEmpty ? nil : $0.map(String.init).joined(separator: ",")
    }
    try run(
      """
      INSERT INTO event
        (document, number, type, mode, status, first_day, last_day, place, start, stop, words,
          doers, recipients)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        document, number, type, try event.mode.map { try term(.mode, $0) }, status,
        event.date?.from, event.date?.to, try event.place.map(placeID), event.words.start,
        event.words.end, words, named[0], named[1],
      ])
    for attribution in event.authority.compactMap({ attributions[$0] }) {
      try run(
        "INSERT OR IGNORE INTO authority (document, event, attribution) VALUES (?, ?, ?)",
        [document, number, attribution])
    }
  }

  private func placeID(of place: Place) throws -> Int {
    let name = place.name ?? place.text
    let known = try number(
      """
      SELECT id FROM place WHERE name = ? AND ifnull(country, '') = ifnull(?, '')
        AND ifnull(lat, 999) = ifnull(?, 999) AND ifnull(lon, 999) = ifnull(?, 999)
      """, [name, place.country, place.lat, place.lon])
    if let known { return known }
    let id = try add(
      "INSERT INTO place (name, country, lat, lon) VALUES (?, ?, ?, ?)",
      [name, place.country, place.lat, place.lon])
    try run("INSERT INTO place_words (rowid, name) VALUES (?, ?)", [id, name])
    return id
  }
}
