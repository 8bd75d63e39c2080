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

      The table shows each report under its title. What stands within somebody's words has an \
      arrow; where no cue is written, the speaker is inferred. CSV has every field: role, source, \
      kind, date, place in the text, and the rule or model that decided.
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
      shown: [("speaker", 24), ("cue", 14), ("channel", 14), ("words", 0)])
    var reading = Reading(options, ledger: ledger)
    var count = 0
    Output.write(printer.header())
    try reading.run(paths) { record in
      var isTitled = printer.format == .csv
      for (attribution, row) in zip(record.attributions, QuotesTable.rows(record))
      where isWanted(attribution, row) {
        count += 1
        if !isTitled {
          Output.write("\n" + Terminal.style.bold(Self.title(of: record)) + "\n")
          isTitled = true
        }
        Output.write(
          printer.row(printer.format == .csv ? row : Self.forPeople(row, attribution)))
      }
    }
    if count == 0 { Terminal.complain(nothingFound) }
    throw ExitCode(reading.exitCode)
  }

  private func isWanted(_ attribution: Attribution, _ row: [String]) -> Bool {
    if anonymous && attribution.sourceKind != .anonymous { return false }
    guard let speaker else { return true }
    return [row[2], row[4]].contains { $0.localizedStandardContains(speaker) }
  }

  private var nothingFound: String {
    switch (speaker, anonymous) {
    case (let speaker?, false): "quotes: nobody called “\(speaker)” says anything there"
    case (let speaker?, true): "quotes: no unnamed source called “\(speaker)” says anything there"
    case (nil, true): "quotes: no unnamed source says anything there"
    case (nil, false): "quotes: nobody says anything there"
    }
  }

  private static func title(of record: Record) -> String {
    record.document.title ?? record.document.source ?? record.document.url ?? record.id
  }

  /// A row as the table shows it: the written source where nobody is settled, an arrow before what
  /// stands within other words, quotation marks around what is quoted to the letter.
  private static func forPeople(_ row: [String], _ attribution: Attribution) -> [String] {
    func put(_ column: String, _ change: (String) -> String) {
      guard let place = QuotesTable.columns.firstIndex(of: column) else { return }
      shown[place] = change(row[place])
    }
    var shown = row
    put("speaker") { name in
      if !name.isEmpty { return name }
      let source = attribution.source.isEmpty ? "(nobody written)" : row[4]
      return source
    }
    put("cue") { $0.isEmpty ? "(inferred)" : $0 }
    put("words") { words in
      (attribution.within == nil ? "" : "↳ ")
        + (attribution.form == .direct ? "“\(words)”" : words)
    }
    return shown
  }
}
