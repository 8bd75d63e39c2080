import Archive
import ArgumentParser
import Foundation
import Records
import Text

/// `verbale search`: questions to the archive.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Searches an archive.",
    discussion: """
      Words, "phrases" and prefix* are looked for in reports. Fields ask for lines:
        who said what      speaker: form: source: kind: channel: about:
        who did what       type: mode: status: actor: to: place: day: about:
        the report         title: after: before: language: site: document:
      Values of more than one word stand in quotation marks; actors and places may be named by \
      their country's code (USA). Parts side by side hold of one line; OR, - and parentheses join \
      and refuse. after: takes its day in, before: leaves it out.

      EXAMPLES
        verbale search 'ceasefire -hamas'
        verbale search 'speaker:"Jen Psaki" form:direct about:ceasefire'
        verbale search 'status:expected actor:USA to:ISR after:2021-05-10'
        verbale search --json 'place:"Tel Aviv" (status:planned OR status:expected)'
      """)

  @OptionGroup var archive: ArchiveOptions

  @Argument(help: "The query; quote it for the shell.") var query: [String]

  @Option(help: "What to show: report, attribution or event; else what the query asks for.")
  var show: String?

  @Option(help: "The most items to show.") var limit = 20

  @Option(help: "Go on behind the page that ended with this cursor.") var after: String?

  @Flag(help: "One JSON object an item, one a line.") var json = false

  func validate() throws {
    guard (1...100_000).contains(limit) else {
      throw ValidationError("--limit takes a number from 1 to 100000.")
    }
    if let show, SearchUnit(rawValue: show) == nil {
      throw ValidationError("--show takes report, attribution or event, not ‘\(show)’.")
    }
    if let after, Cursor(after) == nil {
      throw ValidationError("--after takes a cursor that an earlier search printed.")
    }
  }

  func run() throws {
    let query = try SearchQuery.complaining(query)
    let archive = try self.archive.open()
    let answer = try ArchiveOptions.complaining {
      try archive.search(
        query, unit: show.flatMap(SearchUnit.init(rawValue:)), after: after.flatMap(Cursor.init),
        limit: limit)
    }
    let view = HitView(style: Terminal.style, width: Terminal.width)
    for hit in answer.page.items {
      Output.write(json ? try JSONText.of(hit) + "\n" : view.rendered(hit) + "\n")
    }
    let count = answer.isMore ? "more than \(answer.count)" : "\(answer.count)"
    let shown = answer.page.items.count
    Terminal.complain(
      "verbale: \(shown) of \(count)"
        + (answer.page.next.map { "; the next: --after \($0)" } ?? ""))
    throw ExitCode(answer.page.items.isEmpty ? 1 : 0)
  }
}
