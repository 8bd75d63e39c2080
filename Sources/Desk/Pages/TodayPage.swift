import Archive
import Hummingbird
import Records

/// What happened, what is expected and what was denied, newest first.
struct TodayPage {
  let hall: Hall

  struct Model: Sendable {
    let summary: String
    let isEmpty: Bool
    let filtered: Bool
    let days: [LineList.Day]
    let facets: [Facet]
    let next: String?
  }

  func add(to router: Router<DeskContext>) {
    router.get("/") { request, context in try await answer(request, context) }
  }

  private func answer(_ request: Request, _ context: DeskContext) async throws -> Response {
    let query = request.query
    let group = query["group"]
    let type = try query.choice("type", of: EventType.self)
    let cursor = try query.cursor()
    let statuses = LineWords.groups.first { $0.anchor == group }?.statuses
    if group != nil && statuses == nil {
      throw HTTPError(.badRequest, message: "There is no group ‘\(group ?? "")’ of statuses.")
    }
    let base = hall.base
    let asked = EventStatus.allCases.filter { statuses?.contains($0) ?? true }
      .map { "status:\($0.rawValue)" }.joined(separator: " OR ")
    let wanted = "(\(asked))" + (type.map { " type:\($0.rawValue)" } ?? "")
    let (list, counts) = try await hall.ask { archive in
      (
        try LineList.page(of: wanted, from: archive, after: cursor, base: base),
        try archive.counts()
      )
    }
    let model = Model(
      summary: counts.documents == 1 ? "1 report." : "\(counts.documents) reports.",
      isEmpty: list.isEmpty,
      filtered: group != nil || type != nil, days: list.days,
      facets: Self.facets(group: group, type: type),
      next: list.next.map { next in
        Address.path(
          "/", [("group", group), ("type", type?.rawValue), ("after", next.description)])
      })
    return hall.page("today", model, request, context)
  }

  private static func facets(group: String?, type: EventType?) -> [Facet] {
    let all = Facet.Choice(
      name: "Everything", href: Address.path("/", [("type", type?.rawValue)]),
      isCurrent: group == nil)
    let groups = LineWords.groups.map { title, anchor, _ in
      Facet.Choice(
        name: title, href: Address.path("/", [("group", anchor), ("type", type?.rawValue)]),
        isCurrent: group == anchor)
    }
    let any = Facet.Choice(
      name: "All types", href: Address.path("/", [("group", group)]), isCurrent: type == nil)
    let types = EventType.allCases.map { each in
      Facet.Choice(
        name: each.rawValue.prefix(1) + each.rawValue.dropFirst().lowercased(),
        href: Address.path("/", [("group", group), ("type", each.rawValue)]),
        isCurrent: type == each)
    }
    return [
      Facet(title: "Whether it happened", choices: [all] + groups),
      Facet(title: "What it is", choices: [any] + types),
    ]
  }
}
