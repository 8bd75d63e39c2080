import ArgumentParser
import Fetching
import Foundation
import Reader
import Records

/// `verbale fetch`: pages from the network.
struct FetchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Fetches pages and feeds by their addresses and reads them.",
    discussion: """
      Feeds (RSS, Atom, JSON Feed), sitemaps and lists of feeds (OPML) give the pages that they \
      name. Every address ends as read, partly read or refused with the reason; --ledger keeps a \
      line for each. robots.txt is obeyed, a host is asked one thing at a time with a pause, and \
      says itself when to come back. Addresses of this machine and of private networks are refused \
      unless --allow-private is given, link-local ones always.

      With --state what sites told of their pages is kept in a file: the next fetch asks only for \
      what changed, and takes of a feed only what is new. With --save the answers are kept in a web \
      archive instead of being read; `verbale read FILE` reads them without the network.

      EXAMPLES
        verbale fetch https://news.example/report.html
        verbale fetch --format jsonl --state seen.jsonl https://news.example/feed.xml
        verbale fetch --feed --save today.warc.gz https://news.example/
        verbale ingest https://news.example/feed.xml   into an archive, which keeps the state itself
      """)

  @Argument(help: ArgumentHelp("Addresses of pages, feeds and sitemaps.", valueName: "address"))
  var addresses: [String]

  @OptionGroup var fetch: FetchOptions
  @OptionGroup var options: ReadingOptions
  @OptionGroup var ledger: LedgerOption

  @Option(help: "view (for people), json (indented, one after another) or jsonl (one a line).")
  var format: RecordFormat?

  @Option(
    help: "Keep what sites tell of their pages in this file, and ask only for what changed.",
    completion: .file())
  var state: String?

  @Option(
    help: """
      Keep the answers at the end of this web archive (.warc, .warc.gz); they are read too only \
      where --format is given.
      """, completion: .file())
  var save: String?

  func run() throws {
    let memory = try state.map { path in
      try Self.complaining("--state") { try VisitFile(at: path) }
    }
    let log = try save.map { path in
      try Self.complaining("--save") {
        try AnswerLog(at: path, software: "\(FetchSettings.name)/\(ReportReader.version)")
      }
    }
    let fetched = FetchedInputs(addresses, settings: fetch.settings, memory: memory, log: log)
    var reading = Reading(options, ledger: ledger)
    if save != nil, format == nil {
      try reading.keep(fetched)
    } else {
      var printer = RecordPrinter(format: format)
      try reading.run(fetched) { try printer.print($0) }
    }
    throw ExitCode(reading.exitCode)
  }

  private static func complaining<Value>(
    _ option: String, _ body: () throws -> Value
  ) throws -> Value {
    do {
      return try body()
    } catch let error as VisitFileError {
      throw Complaint("\(option): \(error)")
    } catch {
      throw Complaint("\(option): \(error.localizedDescription)")
    }
  }
}
