import Archive
import Hummingbird
import Records

/// Which reports rest on unnamed sources, and how many persons these can be.
struct SourcesPage {
  let hall: Hall

  struct Row: Sendable {
    let document: Int
    let count: UnnamedCount
    let href: String
    let title: String
    let published: Moment?
    let number: String
    /// How many of the report's statements unnamed sources make.
    let statements: Int
    let all: Int
    let why: String
  }

  struct Model: Sendable {
    let isEmpty: Bool
    let rows: [Row]
    let next: String?
  }

  func add(to router: Router<DeskContext>) {
    router.get("/sources") { request, context in
      let cursor = try request.query.cursor()
      let (rows, next) = try await hall.ask { try Self.rows($0, after: cursor) }
      let model = Model(
        isEmpty: rows.isEmpty, rows: rows,
        next: next.map { Address.path("/sources", [("after", $0.description)]) })
      return hall.page("sources", model, request, context)
    }
  }

  static func rows(_ archive: Archive, after cursor: Cursor?) throws -> ([Row], Cursor?) {
    var rows: [Row] = []
    var cursor = cursor
    repeat {
      let page = try archive.documents(after: cursor, limit: 25)
      for summary in page.items where summary.state != .removed {
        guard let record = try archive.record(of: summary.id), record.unnamed.atMost > 0 else {
          continue
        }
        let count = record.unnamed
        rows.append(
          Row(
            document: summary.id, count: count, href: Address.report(summary.id) + "#unnamed",
            title: summary.title ?? summary.address,
            published: summary.published.map(Moment.init),
            number: count.atLeast == count.atMost
              ? "\(count.atLeast)" : "\(count.atLeast) to \(count.atMost)",
            statements: record.attributions.count { $0.sourceKind == .anonymous },
            all: record.attributions.count,
            why: count.why))
      }
      cursor = page.next
    } while cursor != nil && rows.count < 40
    return (rows, cursor)
  }
}
