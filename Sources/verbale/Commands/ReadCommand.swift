import ArgumentParser
import Foundation
import Reader
import Records

/// `verbale read`: reports in, records out.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Reads reports and prints their records.",
    discussion: """
      Pages (.html, .htm), texts (.txt, .md), web archives (.warc, .warc.gz, .warc.zst), feeds \
      (RSS, Atom, JSON Feed) and folders of them; - or nothing reads standard input. Without --format a person's view is printed, in colour on a terminal.

      EXAMPLES
        verbale read Examples/
        verbale read --format json --published 2021-05-14 page.html
        verbale fetch ADDRESS                     (see verbale help fetch)
        verbale read --ledger ledger.csv --format jsonl crawl.warc.gz > records.jsonl
        verbale read --jsonl < documents.jsonl > records.jsonl

      With --jsonl each line of standard input is one document, \
      {"id", "text" | "html", "url"?, "published"?, "title"?, "raw"?}, and each line of output its \
      record, in the same order; a bad line gives {"id", "error"} and the run goes on.
      """)

  @OptionGroup var paths: PathOptions
  @OptionGroup var options: ReadingOptions
  @OptionGroup var ledger: LedgerOption

  @Option(help: "view (for people), json (indented, one after another) or jsonl (one a line).")
  var format: RecordFormat?

  @Flag(help: "Work on JSON lines from standard input.")
  var jsonl = false

  func run() throws {
    if jsonl {
      guard paths.paths.isEmpty else {
        throw Complaint("--jsonl reads standard input; leave the paths out.")
      }
      let worker = Worker(options: options) { input, reader, published in
        let record = reader.read(input, published: published)
        return (try JSONText.of(record), record.document.state)
      }
      throw ExitCode(try worker.run())
    }
    var reading = Reading(options, ledger: ledger)
    var printer = RecordPrinter(format: format)
    try reading.run(paths) { try printer.print($0) }
    throw ExitCode(reading.exitCode)
  }
}
