import ArgumentParser
import Foundation
import Reader

/// The command line.
@main
struct Verbale: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verbale",
    abstract: "Reads news reports and keeps the record.",
    discussion: """
      Who did what to whom, who said what, on whose word, and whether it happened; every line of \
      the record points at its exact words.

      EXAMPLES
        verbale read report.txt                    a person's view
        verbale read --published 2021-05-14 page.html
        verbale read --format jsonl reports/ > records.jsonl
        verbale fetch https://news.example/feed    pages and feeds by their addresses
        verbale quotes --anonymous reports/        who said what, as a table
        verbale events --status expected reports/  what is still to come
        verbale intake crawl.warc.gz               what would be read, or refused
        verbale parse report.txt                   words, trees and names

      Many reports, kept in an archive:
        verbale ingest reports/                    read them in; again, for more
        verbale search 'status:expected to:ISR'    ask
        verbale due                                what is next, overdue, come about
        verbale follow add talks 'place:Cairo' --atom talks.xml
        verbale serve                              the desk, in a browser
        verbale export --format events > events.csv

      Exit status: 0 all read; 1 some input refused or partly read; 2 wrong use.
      """,
    version: ReportReader.version,
    subcommands: [
      ReadCommand.self, FetchCommand.self, IntakeCommand.self, PageCommand.self,
      QuotesCommand.self, EventsCommand.self, ParseCommand.self, SchemaCommand.self,
      IngestCommand.self, SearchCommand.self,
      DueCommand.self, DiffCommand.self, RereadCommand.self, FollowCommand.self,
      ReviewCommand.self, ExportCommand.self, VerifyCommand.self, LedgerCommand.self,
      ActorsCommand.self, StoriesCommand.self, BackupCommand.self, RestoreCommand.self,
      TakedownCommand.self, ServeCommand.self, AccountsCommand.self,
    ],
    defaultSubcommand: nil)

  /// Runs the command; wrong use ends with status 2, as RECORD.md promises.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let error as Complaint {
      Terminal.complain("verbale: " + error.message)
      Foundation.exit(2)
    } catch {
      let code = exitCode(for: error)
      let message = fullMessage(for: error)
      if code.isSuccess || code.rawValue == 1 {
        exit(withError: error)
      }
      Terminal.complain(message)
      Foundation.exit(2)
    }
  }
}
