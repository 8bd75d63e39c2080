import Archive
import Hummingbird

/// All decisions, or those whose line the newest reading lost.
struct DecisionsPage {
  let hall: Hall

  struct Model: Sendable {
    let choices: [Facet.Choice]
    let isEmpty: Bool
    let emptyWhy: String
    let rows: [LineDecision]
    let next: String?
  }

  private static let path = "/review/decisions"

  func add(to router: Router<DeskContext>) {
    router.get(RouterPath(Self.path)) { request, context in
      let orphaned = try request.query.flag("orphaned")
      let cursor = try request.query.cursor()
      let page = try await hall.ask {
        try $0.decisions(onlyOrphaned: orphaned, after: cursor, limit: 50)
      }
      let model = Model(
        choices: [
          Facet.Choice(name: "all", href: Self.path, isCurrent: !orphaned),
          Facet.Choice(
            name: "whose line is gone", href: Self.path + "?orphaned=true", isCurrent: orphaned),
        ], isEmpty: page.items.isEmpty,
        emptyWhy: orphaned
          ? "Every decision has its line in the newest reading."
          : "Nobody has decided anything yet. Lines wait under Review.",
        rows: page.items.map(LineDecision.init),
        next: page.next.map { next in
          Address.path(
            Self.path, [("orphaned", orphaned ? "true" : nil), ("after", next.description)])
        })
      return hall.page("decisions", model, request, context)
    }
  }
}
