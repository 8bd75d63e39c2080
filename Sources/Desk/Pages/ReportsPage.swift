import Archive
import Hummingbird

/// All reports, the newest first.
struct ReportsPage {
  let hall: Hall

  struct Row: Sendable {
    let href: String
    let title: String
    let published: Moment?
    let state: String
  }

  struct Model: Sendable {
    let summary: String
    let isEmpty: Bool
    let reports: [Row]
    let next: String?
  }

  func add(to router: Router<DeskContext>) {
    router.get("/reports") { request, context in
      let cursor = try request.query.cursor()
      let (page, counts) = try await hall.ask { archive in
        (try archive.documents(after: cursor, limit: 100), try archive.counts())
      }
      let model = Model(
        summary: "\(counts.documents) in the archive, \(counts.versions) versions in all.",
        isEmpty: page.items.isEmpty,
        reports: page.items.map { summary in
          Row(
            href: Address.report(summary.id), title: summary.title ?? summary.address,
            published: summary.published.map(Moment.init), state: summary.state.rawValue)
        },
        next: page.next.map { Address.path("/reports", [("after", $0.description)]) })
      return hall.page("reports", model, request, context)
    }
  }
}
