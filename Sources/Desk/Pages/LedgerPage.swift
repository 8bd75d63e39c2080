import Archive
import Exchange
import Hummingbird
import Records

/// What became of every input.
struct LedgerPage {
  let hall: Hall

  struct Row: Sendable {
    let style: String
    let state: String
    let source: String
    let href: String?
    let why: String
    let bytes: String
  }

  struct Model: Sendable {
    let counts: [Fact]
    let isEmpty: Bool
    let rows: [Row]
    let next: String?
  }

  func add(to router: Router<DeskContext>) {
    router.get("/ledger") { request, context in
      let query = request.query
      let state = try query.choice("state", of: DocumentState.self)
      let cursor = try query.cursor()
      let (page, counts) = try await hall.ask { archive in
        (try archive.ledger(state: state, after: cursor, limit: 100), try archive.counts())
      }
      let facts = DocumentState.allCases.map { each in
        Fact(
          Self.words(each), "\(counts.inputs[each.rawValue] ?? 0)",
          href: Address.path("/ledger", [("state", each.rawValue)]))
      }
      let all = counts.inputs.values.reduce(0, +)
      let model = Model(
        counts: [Fact("inputs", "\(all)", href: "/ledger")] + facts,
        isEmpty: page.items.isEmpty,
        rows: page.items.map(Self.row),
        next: page.next.map { next in
          Address.path("/ledger", [("state", state?.rawValue), ("after", next.description)])
        })
      return hall.page("ledger", model, request, context)
    }
  }

  static func words(_ state: DocumentState) -> String {
    switch state {
    case .whole: "read"
    case .partial: "partly read"
    case .refused: "refused"
    }
  }

  private static func row(_ kept: ArchivedLedgerLine) -> Row {
    let line = kept.line
    return Row(
      style: line.state.rawValue, state: words(line.state),
      source: line.source ?? line.id ?? line.sha256 ?? "standard input",
      href: kept.document.map { Address.report($0) },
      why: line.message ?? ReasonWords.told(line.reasons), bytes: line.bytes.map(String.init) ?? ""
    )
  }
}
