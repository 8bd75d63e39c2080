import Archive
import Hummingbird

/// Reports of the same events, and what they agree and differ on.
struct StoryPages {
  let hall: Hall

  struct Row: Sendable {
    let href: String
    let title: String
    let newest: Moment?
    let reports: Int
    let independent: Int
  }

  struct List: Sendable {
    let isEmpty: Bool
    let stories: [Row]
    let next: String?
  }

  struct Report: Sendable {
    let number: Int
    let isCopy: Bool
    let href: String
    let title: String
    let published: Moment?
    let note: String
  }

  /// What the reports tell of one side of an event: one value where they agree, else each value
  /// with the reports that tell it.
  struct Side: Sendable {
    let name: String
    let verdict: String
    let differs: Bool
    let values: [Value]
  }

  struct Value: Sendable {
    let value: String
    let reports: [Reference]
  }

  struct Reference: Sendable {
    let number: Int
    let href: String
  }

  struct Telling: Sendable {
    let title: String
    let type: String
    let carried: String
    let sides: [Side]
    let lines: [LineView]
  }

  struct Model: Sendable {
    let title: String
    let summary: String
    let reports: [Report]
    let events: [Telling]
  }

  func add(to router: Router<DeskContext>) {
    router.get("/stories") { request, context in
      let cursor = try request.query.cursor()
      let page = try await hall.ask { try $0.stories(after: cursor, limit: 50) }
      let model = List(
        isEmpty: page.items.isEmpty,
        stories: page.items.map { story in
          Row(
            href: Address.story(story.id), title: story.title ?? "Untitled story",
            newest: story.latest.map(Moment.init), reports: story.reports,
            independent: story.sources)
        },
        next: page.next.map { Address.path("/stories", [("after", $0.description)]) })
      return hall.page("stories", model, request, context)
    }
    router.get("/stories/:story") { request, context in
      let id = try context.number("story")
      let base = hall.base
      let model = try await hall.ask { archive in
        guard let story = try archive.story(id) else { throw ArchiveError.unknown("story \(id)") }
        return try Self.model(story, archive, base: base)
      }
      return hall.page("story", model, request, context)
    }
  }

  private static func model(_ story: Story, _ archive: Archive, base: String) throws -> Model {
    let numbers = Dictionary(
      uniqueKeysWithValues: story.reports.enumerated().map { ($1.document.id, $0 + 1) })
    let reports = story.reports.map { report in
      let isCopy = report.original != report.document.id
      return Report(
        number: numbers[report.document.id] ?? 0, isCopy: isCopy,
        href: Address.report(report.document.id),
        title: report.document.title ?? report.document.address,
        published: report.document.published.map(Moment.init),
        note: isCopy
          ? "a copy: counts with "
            + (numbers[report.original].map { "report \($0)" } ?? "its original")
          : report.why.replacing(/document (\d+)/) { found in
            Int(found.1).flatMap { numbers[$0] }.map { "report \($0)" } ?? String(found.0)
          })
    }
    let copies = Set(
      story.reports.filter { $0.original != $0.document.id }.map(\.document.id))
    var opened: [Int: ReportLines] = [:]
    for report in story.reports {
      opened[report.document.id] = try archive.record(of: report.document.id).map {
        ReportLines(
          $0, document: report.document.id, version: report.document.version, base: base)
      }
    }
    let events = story.events.map { event in
      Telling(
        title: event.parties.joined(separator: " · "), type: event.type,
        carried: event.sources == 1
          ? "told by 1 independent report"
          : "told by \(event.sources) independent reports",
        sides: ["status", "size", "day"].compactMap { side($0, of: event, numbers) },
        // A copy says the same again.
        lines: event.tellings.filter { !copies.contains($0.document) }
          .compactMap { opened[$0.document]?.line($0.line) })
    }
    return Model(
      title: reports.first?.title ?? "Story \(story.id)",
      summary: "\(story.reports.count) reports, \(story.sources) independent", reports: reports,
      events: events)
  }

  /// Days in words: `2021-05-14`, or two of them with `..` between.
  private static func days(_ told: String) -> String {
    told.split(separator: "..").map { Moment(String($0)).shown }.joined(separator: " to ")
  }

  /// What the tellings say of status, number or day; nil where none says anything.
  private static func side(
    _ field: String, of event: Story.SharedEvent, _ numbers: [Int: Int]
  ) -> Side? {
    let name = ["status": "Whether", "size": "How many", "day": "When"][field] ?? field
    var values: [(value: String, documents: [Int])] = []
    for telling in event.tellings {
      let told =
        switch field {
        case "status": telling.status
        case "size": telling.size
        default: telling.day.map(days)
        }
      let value = told ?? "not told"
      if let at = values.firstIndex(where: { $0.value == value }) {
        if !values[at].documents.contains(telling.document) {
          values[at].documents.append(telling.document)
        }
      } else {
        values.append((value, [telling.document]))
      }
    }
    guard values.contains(where: { $0.value != "not told" }) else { return nil }
    let differs = event.differs.contains(field)
    return Side(
      name: name,
      verdict: differs ? "differ" : values.count == 1 ? "agree" : "agree, where told",
      differs: differs,
      values: values.map { value, documents in
        Value(
          value: value,
          reports: documents.map {
            Reference(number: numbers[$0] ?? 0, href: Address.report($0))
          })
      })
  }
}
