import Archive
import Hummingbird
import Records

/// Search over everything: words, phrases and fields.
struct SearchPage {
  let hall: Hall

  struct Trouble: Sendable {
    let message: String
    /// The query with a mark under the place.
    let marked: String
  }

  struct Example: Sendable {
    let query: String
    let meaning: String
    let href: String

    init(query: String, meaning: String) {
      self.query = query
      self.meaning = meaning
      href = Address.search(query)
    }
  }

  struct Model: Sendable {
    let query: String?
    var error: Trouble?
    var hits: [LineView] = []
    var hasHits = false
    var summary = ""
    var json = ""
    var follow = ""
    var next: String?
    var emptyWhy = ""
    let examples = SearchPage.examples
  }

  private static let examples = [
    Example(query: "ceasefire", meaning: "reports with the word"),
    Example(query: "\"state visit\"", meaning: "reports with the phrase"),
    Example(query: "negotiat*", meaning: "reports with words that begin so"),
    Example(
      query: "speaker:\"Jen Psaki\" form:direct about:ceasefire",
      meaning: "her own words about a ceasefire"),
    Example(query: "source:anonymous", meaning: "statements of unnamed sources"),
    Example(
      query: "type:CONSULT status:expected", meaning: "meetings and visits that are expected"),
    Example(query: "actor:USA to:ISR", meaning: "what the one did or means to do to the other"),
    Example(
      query: "type:ASSAULT place:\"Tel Aviv\" after:2021-05-10",
      meaning: "attacks there, in reports from that day on"),
    Example(query: "status:claimed -type:ACCUSE", meaning: "claims, accusations left out"),
  ]

  func add(to router: Router<DeskContext>) {
    router.get("/search") { request, context in try await answer(request, context) }
  }

  private func answer(_ request: Request, _ context: DeskContext) async throws -> Response {
    guard let text = request.query["q"] else {
      let model = Model(query: nil, emptyWhy: "Ask for words, phrases or fields of the record.")
      return hall.page("search", model, request, context)
    }
    let query: SearchQuery
    do {
      query = try SearchQuery(text)
    } catch {
      let model = Model(query: text, error: Self.trouble(error, in: text))
      return hall.page("search", model, request, context, status: .badRequest)
    }
    let cursor = try request.query.cursor()
    let base = hall.base
    let (answer, hits) = try await hall.ask { archive in
      let answer = try archive.search(query, after: cursor, limit: 30)
      return (answer, try Hits(archive, base: base).lines(answer.page.items))
    }
    var model = Model(query: text, hits: hits, hasHits: !hits.isEmpty)
    let count = "\(answer.count)\(answer.isMore ? " and more" : "")"
    model.summary =
      "\(count) \(Self.unit(query.unit, many: answer.count != 1))"
      + (cursor == nil ? "" : " from here on")
    model.json = Address.path("/api/search", [("q", text)])
    model.follow = Address.path("/follows", [("query", text)])
    model.next = answer.page.next.map {
      Address.path("/search", [("q", text), ("after", $0.description)])
    }
    model.emptyWhy =
      "Nothing in the archive matches. Leave a part of the search out, or write a word’s beginning "
      + "with a star."
    return hall.page("search", model, request, context)
  }

  private static func unit(_ unit: SearchUnit, many: Bool) -> String {
    switch unit {
    case .report: many ? "reports" : "report"
    case .attribution: many ? "statements" : "statement"
    case .event: many ? "events" : "event"
    }
  }

  private static func trouble(_ error: QueryError, in text: String) -> Trouble {
    let line = text.map { $0.isNewline ? " " : $0 }
    let mark = String(repeating: " ", count: min(error.position, line.count)) + "^"
    return Trouble(message: "The search " + error.description, marked: String(line) + "\n" + mark)
  }
}
