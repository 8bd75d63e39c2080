import ArgumentParser
import Exchange
import Foundation
import Records

/// `verbale quotes`: who said what.
struct QuotesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quotes",
    abstract: "Prints who said what, as a table or CSV.",
    discussion: """
      EXAMPLES
        verbale quotes Examples/
        verbale quotes --speaker psaki --format csv reports/ > quotes.csv
        verbale quotes --anonymous reports/
      """)

  @OptionGroup var paths: PathOptions
  @OptionGroup var options: ReadingOptions
  @OptionGroup var ledger: LedgerOption

  @Option(help: "Only words of speakers whose name or source holds this text.")
  var speaker: String?

  @Flag(help: "Only words of unnamed sources.")
  var anonymous = false

  @Option(help: "table (for people) or csv.")
  var format: TableFormat?

  func run() throws {
    let printer = TablePrinter(
      format: format ?? (Terminal.showsOutput ? .table : .csv), columns: QuotesTable.columns,
      shown: [("speaker", 22), ("cue", 12), ("form", 8), ("words", 0)])
    var reading = Reading(options, ledger: ledger)
    Output.write(printer.header())
    try reading.run(paths) { record in
      for (attribution, row) in zip(record.attributions, QuotesTable.rows(record)) {
        if anonymous && attribution.sourceKind != .anonymous { continue }
        if let speaker,
          ![row[2], row[4]].contains(where: { $0.localizedStandardContains(speaker) })
        {
          continue
        }
        var row = row
        if printer.format == .table && row[2].isEmpty { row[2] = row[4].isEmpty ? "–" : row[4] }
        Output.write(printer.row(row))
      }
    }
    throw ExitCode(reading.exitCode)
  }
}
