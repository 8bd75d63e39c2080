import Archive
import Hummingbird
import Records

/// Who said what.
struct StatementsPage {
  let hall: Hall

  func add(to router: Router<DeskContext>) {
    router.get("/statements") { request, context in try await answer(request, context) }
  }

  private func answer(_ request: Request, _ context: DeskContext) async throws -> Response {
    let query = request.query
    let source = try query.choice("source", of: Attribution.SourceKind.self)
    let form = try query.choice("form", of: Attribution.Form.self)
    let cursor = try query.cursor()
    let base = hall.base
    let wanted =
      "kind:speech" + (source.map { " source:\($0.rawValue)" } ?? "")
      + (form.map { " form:\($0.rawValue)" } ?? "")
    let list = try await hall.ask { archive in
      try LineList.page(of: wanted, from: archive, after: cursor, base: base)
    }
    let model = TodayPage.Model(
      summary: "", isEmpty: list.isEmpty,
      filtered: source != nil || form != nil, days: list.days,
      facets: Self.facets(source, form),
      next: list.next.map { next in
        Address.path(
          "/statements",
          [
            ("source", source?.rawValue), ("form", form?.rawValue), ("after", next.description),
          ])
      })
    return hall.page("statements", model, request, context)
  }

  private static func facets(
    _ source: Attribution.SourceKind?, _ form: Attribution.Form?
  ) -> [Facet] {
    func choice(
      _ name: String, _ source: Attribution.SourceKind?, _ form: Attribution.Form?,
      _ isCurrent: Bool
    ) -> Facet.Choice {
      Facet.Choice(
        name: name,
        href: Address.path(
          "/statements", [("source", source?.rawValue), ("form", form?.rawValue)]),
        isCurrent: isCurrent)
    }
    return [
      Facet(
        title: "Source",
        choices: [choice("All", nil, form, source == nil)]
          + Attribution.SourceKind.allCases.map { choice($0.rawValue, $0, form, $0 == source) }),
      Facet(
        title: "Form",
        choices: [choice("All", source, nil, form == nil)]
          + Attribution.Form.allCases.map { choice($0.rawValue, source, $0, $0 == form) }),
    ]
  }
}
