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
    let href: String
    let title: String
    let published: Moment?
    let note: String
  }

  struct Telling: Sendable {
    let title: String
    let carried: String
    let differences: [Fact]
    let hasDifferences: Bool
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
    let reports = story.reports.map { report in
      let isCopy = report.original != report.document.id
      return Report(
        href: Address.report(report.document.id),
        title: report.document.title ?? report.document.address,
        published: report.document.published.map(Moment.init),
        note: isCopy ? "copy of report \(report.original)" : report.why)
    }
    var opened: [Int: ReportLines] = [:]
    for report in story.reports {
      opened[report.document.id] = try archive.record(of: report.document.id).map {
        ReportLines(
          $0, document: report.document.id, version: report.document.version, base: base)
      }
    }
    let events = story.events.map { event in
      let differences = event.differs.map { field in
        Fact(field, "\(field): " + distinct(event, field).joined(separator: " or "))
      }
      return Telling(
        title: "\(event.type): \(event.parties.joined(separator: ", "))",
        carried: event.sources == 1
          ? "1 independent report" : "\(event.sources) independent reports",
        differences: differences, hasDifferences: !differences.isEmpty,
        lines: event.tellings.compactMap { opened[$0.document]?.line($0.line) })
    }
    return Model(
      title: reports.first?.title ?? "Story \(story.id)",
      summary: "\(story.reports.count) reports, \(story.sources) independent", reports: reports,
      events: events)
  }

  private static func distinct(_ event: Story.SharedEvent, _ field: String) -> [String] {
    var seen: Set<String> = []
    return event.tellings.map { telling in
      switch field {
      case "status": telling.status
      case "size": telling.size ?? "not told"
      default: telling.day ?? "not told"
      }
    }.filter { seen.insert($0).inserted }
  }
}
