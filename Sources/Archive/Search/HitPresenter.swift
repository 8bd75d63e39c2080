import Foundation
import GRDB
import Text

/// Fetches what a person sees of an item.
final class HitPresenter {
  private let database: Database
  private let packing: Packing
  private let finder: WordFinder
  /// The document looked at last: the lines of one stand together.
  private var last: (summary: DocumentSummary, text: SourceText)?

  init(database: Database, packing: Packing, wanted: [WordPattern]) {
    self.database = database
    self.packing = packing
    finder = WordFinder(wanted)
  }

  func hit(_ unit: SearchUnit, _ place: Search.Place) throws -> SearchHit {
    let (document, text) = try load(place.document)
    var facts: LineFacts?
    var line: String?
    var span: Span
    switch unit {
    case .report: span = finder.passage(in: text)
    case .attribution:
      (facts, span) = try attribution(place)
      line = "a\(place.number)"
    case .event:
      (facts, span) = try event(place)
      line = "e\(place.number)"
    }
    span = Span(min(span.start, text.count), min(span.end, text.count))
    let words = text.words([span])
    return SearchHit(
      unit: unit, document: document, line: line, span: span, words: words,
      matches: finder.matches(in: words), facts: facts)
  }

  private func load(_ document: Int) throws -> (DocumentSummary, SourceText) {
    if let last, last.summary.id == document { return last }
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT document.*, text.body FROM document
          JOIN version ON version.document = document.id AND version.number = document.version
          LEFT JOIN text ON text.id = version.text WHERE document.id = ?
          """), arguments: [document])!
    let body: Data? = row["body"]
    let loaded = (DocumentSummary(row), SourceText(try body.map(packing.text) ?? ""))
    last = loaded
    return loaded
  }

  private func attribution(_ place: Search.Place) throws -> (LineFacts, Span) {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT attribution.start, attribution.stop, form.name AS form, source.name AS source,
            kind.name AS kind, channel.name AS channel, \(Self.identity("speaker"))
          FROM attribution
          JOIN manner ON manner.id = attribution.manner
          JOIN term AS form ON form.id = manner.form
          JOIN term AS source ON source.id = manner.source_kind
          JOIN term AS kind ON kind.id = manner.kind
          LEFT JOIN term AS channel ON channel.id = attribution.channel
          LEFT JOIN actor AS own ON own.id = attribution.speaker
          LEFT JOIN actor AS speaker ON speaker.id = ifnull(own.same_as, own.id)
          LEFT JOIN name ON name.id = speaker.name
          WHERE attribution.document = ? AND attribution.number = ?
          """), arguments: [place.document, place.number])!
    let actor: Int? = row["actor"]
    let facts = LineFacts(
      speaker: actor.map { LineFacts.Party(actor: $0, name: row["name"]) }, form: row["form"],
      source: row["source"], kind: row["kind"], channel: row["channel"])
    return (facts, Span(row["start"], row["stop"]))
  }

  private func event(_ place: Search.Place) throws -> (LineFacts, Span) {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT event.*, type.name AS type_name, mode.name AS mode_name,
            status.name AS status_name, place.name AS place_name, place.lat, place.lon
          FROM event
          JOIN term AS type ON type.id = event.type
          JOIN term AS status ON status.id = event.status
          LEFT JOIN term AS mode ON mode.id = event.mode
          LEFT JOIN place ON place.id = event.place
          WHERE event.document = ? AND event.number = ?
          """), arguments: [place.document, place.number])!
    var facts = LineFacts(
      type: row["type_name"], mode: row["mode_name"], status: row["status_name"],
      firstDay: row["first_day"], lastDay: row["last_day"], place: row["place_name"],
      lat: row["lat"], lon: row["lon"])
    (facts.actors, facts.recipients) = (try parties(row["doers"]), try parties(row["recipients"]))
    facts.authority = try Int.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT attribution FROM authority WHERE document = ? AND event = ? ORDER BY attribution
          """), arguments: [place.document, place.number]
    ).map { "a\($0)" }
    return (facts, Span(row["start"], row["stop"]))
  }

  private func parties(_ actors: String?) throws -> [LineFacts.Party] {
    guard let actors else { return [] }
    return try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT DISTINCT \(Self.identity("whole")) FROM json_each('[' || ? || ']') AS party
          CROSS JOIN actor AS own ON own.id = party.value
          JOIN actor AS whole ON whole.id = ifnull(own.same_as, own.id)
          JOIN name ON name.id = whole.name ORDER BY party.value
          """), arguments: [actors]
    ).map { LineFacts.Party(actor: $0["actor"], name: $0["name"]) }
  }

  private static func identity(_ table: String) -> String {
    "\(table).id AS actor, name.name AS name"
  }
}
