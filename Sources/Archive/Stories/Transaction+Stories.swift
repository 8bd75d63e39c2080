import Foundation
import GRDB
import Records
import Text

extension Transaction {
  /// Puts a document's newest reading into the story that it belongs to.
  ///
  /// A copy joins the story of its original. A report of its own joins the story of the report with
  /// which it shares most events (type, both parties, day), where it shares two of them, or one and
  /// words of the headline, and where the story began at most three days away.
  func addToStory(_ packed: PackedReading, _ document: Int) throws {
    let record = packed.reading
    let keys = try eventKeys(of: record, document)
    let telling =
      try copy(packed, document) ?? sharing(keys, record, document)
      ?? Telling(story: document, original: document, why: "the first")
    try run(
      "INSERT INTO telling (document, story, original, why) VALUES (?, ?, ?, ?)",
      [document, telling.story, telling.original, telling.why])
    for hash in packed.bands {
      try run("INSERT INTO shingle_band (hash, document) VALUES (?, ?)", [hash, document])
    }
    for hash in keys.sorted() {
      try run("INSERT INTO event_key (hash, document) VALUES (?, ?)", [hash, document])
    }
  }

  /// Takes a document with its present lines out of its story; those that named it as story or
  /// original name the next.
  func removeFromStory(_ record: Records.Record, _ document: Int) throws {
    for hash in Set(Shingles(record.text).bandHashes) {
      try run("DELETE FROM shingle_band WHERE hash = ? AND document = ?", [hash, document])
    }
    for hash in try eventKeys(of: record, document) {
      try run("DELETE FROM event_key WHERE hash = ? AND document = ?", [hash, document])
    }
    for column in ["original", "story"] {
      let heir = try number(
        "SELECT min(document) FROM telling WHERE \(column) = ?1 AND document <> ?1", [document])
      if let heir {
        try run(
          "UPDATE telling SET \(column) = ? WHERE \(column) = ? AND document <> ?",
          [heir, document, document])
      }
    }
    try run("DELETE FROM telling WHERE document = ?", [document])
  }

  private struct Telling {
    let story: Int
    let original: Int
    let why: String
  }

  /// The report whose text this one repeats for four fifths or more.
  private func copy(_ packed: PackedReading, _ document: Int) throws -> Telling? {
    var shared: [Int: Int] = [:]
    for hash in packed.bands {
      let rivals = try Int.fetchAll(
        database.cachedStatement(sql: "SELECT document FROM shingle_band WHERE hash = ? LIMIT 64"),
        arguments: [hash])
      for rival in rivals { shared[rival, default: 0] += 1 }
    }
    for rival in shared.keys.sorted(by: { (-shared[$0]!, $0) < (-shared[$1]!, $1) }).prefix(8) {
      guard
        let row = try Row.fetchOne(
          database.cachedStatement(
            sql: """
              SELECT text.body, telling.story, telling.original FROM telling
              JOIN document ON document.id = telling.document
              JOIN version ON version.document = document.id
                AND version.number = document.version
              JOIN text ON text.id = version.text WHERE telling.document = ?
              """), arguments: [rival])
      else { continue }
      let share = packed.shingles.contained(in: Shingles(try packing.text(row["body"])))
      guard share >= 0.8 else { continue }
      return Telling(
        story: row["story"], original: row["original"],
        why: "\(Int(share * 100)) % of the text is that of document \(rival)")
    }
    return nil
  }

  private func sharing(
    _ keys: Set<Int>, _ record: Records.Record, _ document: Int
  ) throws -> Telling? {
    var shared: [Int: Int] = [:]
    for key in keys {
      let rivals = try Int.fetchAll(
        database.cachedStatement(sql: "SELECT document FROM event_key WHERE hash = ? LIMIT 256"),
        arguments: [key])
      for rival in rivals where rival != document { shared[rival, default: 0] += 1 }
    }
    let title = Self.telling(record.document.title)
    var best: (score: Int, rival: Int, row: Row)?
    for rival in shared.keys.sorted() {
      guard
        let row = try Row.fetchOne(
          database.cachedStatement(
            sql: """
              SELECT telling.story, document.title, founder.published FROM telling
              JOIN document ON document.id = telling.document
              JOIN document AS founder ON founder.id = telling.story
              WHERE telling.document = ?
              """), arguments: [rival])
      else { continue }
      let founded: String = row["published"]
      guard Self.areNear(founded, record.document.published ?? "") else { continue }
      let words = title.intersection(Self.telling(row["title"])).count
      let events = shared[rival] ?? 0
      guard events >= 2 || words >= 2 else { continue }
      let score = events * 2 + words
      if score > (best?.score ?? 0) { best = (score, rival, row) }
    }
    guard let best else { return nil }
    return Telling(
      story: best.row["story"], original: document,
      why: (shared[best.rival] ?? 0) == 1
        ? "1 event shared with document \(best.rival)"
        : "\(shared[best.rival] ?? 0) events shared with document \(best.rival)")
  }

  /// The words of a headline that tell one from another: of four letters or more.
  private static func telling(_ title: String?) -> Set<String> {
    Set(Folded.words(title ?? "").filter { $0.count >= 4 })
  }

  private static func areNear(_ one: String, _ other: String) -> Bool {
    guard !one.isEmpty, !other.isEmpty else { return false }
    let (first, second) = (String(one.prefix(10)), String(other.prefix(10)))
    return Days.shifted(first, -3) <= second && second <= Days.shifted(first, 3)
  }

  /// Type, parties and day of each event whose two parties bear names that reports share.
  private func eventKeys(of record: Records.Record, _ document: Int) throws -> Set<Int> {
    let rows = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT event.number, event.type, event.first_day, actor.id AS actor
          FROM event, \(EventParties.each(of: "event")) AS party
          CROSS JOIN actor ON actor.id = party.value
          WHERE event.document = ? AND actor.key IS NOT NULL
          ORDER BY event.number, actor.id
          """), arguments: [document])
    var keys: Set<Int> = []
    for (_, parties) in Dictionary(grouping: rows, by: { $0["number"] as Int }) {
      let actors = Set(parties.map { $0["actor"] as Int }).sorted()
      let type: Int = parties[0]["type"]
      let told: String? = parties[0]["first_day"]
      let day = String((told ?? record.document.published ?? "").prefix(10))
      guard actors.count >= 2, !day.isEmpty else { continue }
      for (index, one) in actors.prefix(4).enumerated() {
        for other in actors.prefix(4).dropFirst(index + 1) {
          let digest = SHA256.hex(Array("\(type) \(one) \(other) \(day)".utf8))
          keys.insert(Int(Int32(bitPattern: UInt32(digest.prefix(8), radix: 16) ?? 0)))
        }
      }
    }
    return keys
  }
}
