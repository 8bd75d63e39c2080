import Archive
import Foundation
import Hummingbird

/// What was planned or expected, and what became of it.
struct CalendarPage {
  let hall: Hall

  struct Entry: Sendable {
    let outcome: String
    let outcomeWord: String
    let line: LineView
    let closing: LineView?
    /// Why the two are held for one; nil where nothing closed it.
    let why: String?
  }

  struct Day: Sendable {
    let name: String
    let hits: [Entry]
  }

  struct Model: Sendable {
    let choices: [Facet.Choice]
    let what: String
    let isEmpty: Bool
    let days: [Day]
    let next: String?
  }

  func add(to router: Router<DeskContext>) {
    router.get("/calendar") { request, context in
      let query = request.query
      let state = try query.choice("state", of: DueState.self) ?? .next
      let cursor = try query.cursor()
      let base = hall.base
      let (page, entries, counts) = try await hall.ask { archive in
        let day = String(archive.now().ISO8601Format().prefix(10))
        let page = try archive.due(state, on: day, after: cursor, limit: 30)
        return (
          page, try Self.entries(page.items, archive, base: base),
          try archive.dueCounts(on: day, limit: Self.mostCounted)
        )
      }
      var days: [Day] = []
      for (event, entry) in zip(page.items, entries) {
        guard let entry else { continue }
        let name = Self.days(event)
        if days.last?.name == name, let last = days.popLast() {
          days.append(Day(name: name, hits: last.hits + [entry]))
        } else {
          days.append(Day(name: name, hits: [entry]))
        }
      }
      let model = Model(
        choices: DueState.allCases.map { each in
          Facet.Choice(
            name: Self.words(each),
            href: Address.path("/calendar", [("state", each.rawValue)]), isCurrent: each == state,
            count: Self.count(counts[each] ?? 0))
        },
        what: Self.words(state), isEmpty: days.isEmpty, days: days,
        next: page.next.map { next in
          Address.path("/calendar", [("state", state.rawValue), ("after", next.description)])
        })
      return hall.page("calendar", model, request, context)
    }
  }

  private static let mostCounted = 10_000

  private static func count(_ count: Int) -> String {
    count < mostCounted ? "\(count)" : "\(mostCounted) or more"
  }

  /// The day, or the last day of several: by it the lines are ordered.
  private static func days(_ event: DueEvent) -> String {
    guard let last = event.lastDay else { return "No day told" }
    return event.firstDay == last ? Moment(last).shown : "By \(Moment(last).shown)"
  }

  private static func words(_ state: DueState) -> String {
    switch state {
    case .next: "to come"
    case .overdue: "overdue"
    case .open: "without a day"
    case .refused: "refused"
    case .happened: "happened"
    case .cancelled: "called off"
    case .denied: "did not come about"
    }
  }

  private static func entries(
    _ events: [DueEvent], _ archive: Archive, base: String
  ) throws -> [Entry?] {
    let hits = Hits(archive, base: base)
    let lines = try hits.byLine(events.map(\.expected) + events.compactMap(\.outcome))
    return events.map { event in
      guard let line = lines[event.expected] else { return nil }
      return Entry(
        outcome: event.state.rawValue, outcomeWord: words(event.state), line: line,
        closing: event.outcome.flatMap { lines[$0] },
        why: event.why.isEmpty ? nil : event.why.joined(separator: "; "))
    }
  }
}
