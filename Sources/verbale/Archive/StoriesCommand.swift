import Archive
import ArgumentParser
import Records

/// `verbale stories`: reports of the same events.
struct StoriesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stories",
    abstract: "Lists stories, or shows one: who reports it, and where the reports differ.",
    discussion: """
      Copies of one text count as one source, as agency reports in many papers are.

      EXAMPLES
        verbale stories
        verbale stories 12
      """)

  @OptionGroup var archive: ArchiveOptions

  @Argument(help: "A story's number.") var story: Int?

  @Option(help: "The most stories to list.") var limit = 20

  @Flag(help: "JSON.") var json = false

  func run() throws {
    let archive = try self.archive.open()
    if let story { return try show(story, in: archive) }
    let page = try ArchiveOptions.complaining { try archive.stories(limit: max(1, limit)) }
    for story in page.items {
      let title = story.title ?? "story \(story.id)"
      Output.write(
        json
          ? try JSONText.of(story) + "\n"
          : "\(story.id)  \(Terminal.style.bold(title))  \(story.latest ?? "")  "
            + "\(story.reports) reports, \(story.sources) independent\n")
    }
  }

  private func show(_ id: Int, in archive: Archive) throws {
    guard let story = try ArchiveOptions.complaining({ try archive.story(id) }) else {
      throw Complaint("\(id): no such story; `verbale stories` tells the numbers.")
    }
    if json { return Output.write(try JSONText.of(story, layout: .indented) + "\n") }
    let style = Terminal.style
    for report in story.reports {
      let title = report.document.title ?? report.document.address
      let copy =
        report.original == report.document.id ? "" : ", a copy of \(report.original)"
      Output.write(
        "\(style.bold(title)) \(style.dim("[\(report.document.id)\(copy): \(report.why)]"))\n")
    }
    for event in story.events {
      let differs =
        event.differs.isEmpty
        ? "" : style.open("; differ in \(event.differs.joined(separator: ", "))")
      Output.write(
        "\n\(event.type) \(style.name(event.parties.joined(separator: ", "))): "
          + "\(event.sources) independent\(differs)\n")
      for telling in event.tellings {
        let facts = [telling.status, telling.size, telling.day].compactMap { $0 }
        Output.write(
          "  "
            + Paragraph.wrapped(
              "\(facts.joined(separator: ", ")) “\(telling.words)” "
                + style.dim("[\(telling.document).\(telling.line)]"), indent: 4,
              width: Terminal.width) + "\n")
      }
    }
  }
}
