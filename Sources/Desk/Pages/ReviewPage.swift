import Archive
import HTTPTypes
import Hummingbird
import Records

/// Lines that nobody has judged, to be confirmed, corrected or rejected by keyboard.
struct ReviewPage {
  let hall: Hall

  struct Item: Sendable {
    let anchor: String
    let line: LineView
    let form: VerdictForm
  }

  struct Last: Sendable {
    let id: Int
    let words: String
  }

  struct Model: Sendable {
    let query: String
    let agreement: String?
    let facts: [Fact]
    let last: Last?
    /// Events or statements.
    let units: [Facet.Choice]
    let isEmpty: Bool
    let items: [Item]
    let next: String?
  }

  /// What finds all statements.
  private static let statements = "kind:speech"

  func add(to router: Router<DeskContext>) {
    router.get("/review") { request, context in
      try hall.require(.reviewer, context)
      return try await answer(request, context)
    }
    router.post("/review") { _, context in
      try hall.require(.reviewer, context)
      try await decide(context)
      return back(context)
    }
    router.post("/review/undo") { _, context in
      try hall.require(.reviewer, context)
      guard let id = context.form["decision"].flatMap({ Int($0) }) else {
        throw HTTPError(.badRequest, message: "Which decision shall be taken back?")
      }
      let who = context.visitor.name
      _ = try await hall.ask { try $0.undo(id, who: who) }
      return back(context)
    }
  }

  private func back(_ context: DeskContext) -> Response {
    if let next = context.form["next"] { return .redirect(to: SignInPage.own(next)) }
    return .redirect(to: Address.path("/review", [("q", context.form["q"])]))
  }

  private func decide(_ context: DeskContext) async throws {
    let (document, line) = (try context.formNumber("document"), context.form["line"] ?? "")
    let verdict = try LineVerdict(context.form, document: document, line: line)
    let (who, why) = (context.visitor.name, context.form["note"])
    _ = try await hall.ask { try verdict.keep(in: $0, who: who, why: why) }
  }

  private func answer(_ request: Request, _ context: DeskContext) async throws -> Response {
    let text =
      request.query["q"]
      ?? EventStatus.allCases.map { "status:\($0.rawValue)" }
      .joined(separator: " OR ")
    let query: SearchQuery
    do { query = try SearchQuery(text) } catch {
      throw HTTPError(.badRequest, message: "The search " + error.description)
    }
    let cursor = try request.query.cursor()
    let base = hall.base
    let name = context.visitor.name
    let (next, found, agreement, mine, newest) = try await hall.ask { archive in
      let page = try archive.undecided(query, after: cursor, limit: 20)
      return (
        page.next, try Hits(archive, base: base).found(page.items), try archive.agreement(),
        try archive.agreement(who: name), try archive.decisions(limit: 10).items
      )
    }
    let asked = request.query["q"]
    let items = found.map { hit, line in
      Item(
        anchor: "d\(hit.document.id)-\(line.id)", line: line,
        form: VerdictForm(
          document: hit.document.id, line: line.id, isEvent: hit.unit == .event, query: asked ?? ""
        ))
    }
    let last = newest.first { $0.who == context.visitor.name && !$0.isUndone && $0.undoes == nil }
    let share = agreement.share.map { "\(Int(($0 * 100).rounded())) %" }
    let model = Model(
      query: asked ?? "",
      agreement: share.map { share in
        "Reviewers agree with the machine on \(share) of \(agreement.decided) "
          + (agreement.decided == 1 ? "line." : "lines.")
      },
      facts: [
        Fact("confirmed", "\(agreement.confirmed)"), Fact("corrected", "\(agreement.corrected)"),
        Fact("rejected", "\(agreement.rejected)"),
      ]
        + agreement.fields.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { Fact("\($0.key) corrected", "\($0.value)") }
        + (mine.decided > 0 && mine.decided < agreement.decided
          ? [
            Fact(
              "you", mine.share.map { "\(Int(($0 * 100).rounded())) %" } ?? "",
              note: "of \(mine.decided)")
          ] : []),
      last: last.map { decision in
        Last(
          id: decision.id,
          words: "\(decision.verdict.rawValue) \(decision.decided?.words ?? decision.line ?? "")")
      },
      units: [
        Facet.Choice(name: "events", href: "/review", isCurrent: asked == nil),
        Facet.Choice(
          name: "statements", href: Address.path("/review", [("q", Self.statements)]),
          isCurrent: asked == Self.statements),
      ], isEmpty: items.isEmpty, items: items,
      next: next.map { Address.path("/review", [("q", asked), ("after", $0.description)]) })
    return hall.page("review", model, request, context)
  }
}
