public import ArgumentParser
import Exchange
import Foundation
public import Records

extension EventStatus: ExpressibleByArgument {
  /// Statuses are written in small letters; either case is taken.
  public init?(argument: String) { self.init(rawValue: argument.lowercased()) }
}

extension EventType: ExpressibleByArgument {
  /// Types are written in capitals; either case is taken.
  public init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}

/// `verbale events`: who did what to whom.
struct EventsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: "Prints who did what to whom, and whether it happened, as a table or CSV.",
    discussion: """
      EXAMPLES
        verbale events Examples/
        verbale events --status expected --status planned reports/
        verbale events --type ASSAULT --to Israel --format csv reports/ > events.csv
      """)

  @OptionGroup var paths: PathOptions
  @OptionGroup var options: ReadingOptions
  @OptionGroup var ledger: LedgerOption

  @Option(help: "Only events of this status; may be given several times.")
  var status: [EventStatus] = []

  @Option(help: "Only events of this type; may be given several times.")
  var type: [EventType] = []

  @Option(help: "Only events whose actors' names or countries hold this text.")
  var actor: String?

  @Option(help: "Only events whose recipients' names or countries hold this text.")
  var to: String?

  @Option(help: "table (for people) or csv.")
  var format: TableFormat?

  func run() throws {
    let printer = TablePrinter(
      format: format ?? (Terminal.showsOutput ? .table : .csv), columns: EventsTable.columns,
      shown: [
        ("status", 11), ("type", 9), ("actors", 22), ("recipients", 22), ("words", 0),
      ])
    var reading = Reading(options, ledger: ledger)
    var fits = false
    Output.write(printer.header())
    try reading.run(paths) { record in
      let countries = Dictionary(
        uniqueKeysWithValues: record.actors.map { ($0.id, $0.country ?? "") })
      for (event, row) in zip(record.events, EventsTable.rows(record)) {
        if !status.isEmpty && !status.contains(event.status) { continue }
        if !type.isEmpty && !type.contains(event.type) { continue }
        if !holds(row[8], event.actors, actor, countries) { continue }
        if !holds(row[9], event.recipients, to, countries) { continue }
        Output.write(printer.row(row))
        fits = true
      }
    }
    if !fits { Terminal.complain("verbale: \(nothingFits)") }
    throw ExitCode(reading.exitCode)
  }

  /// What was asked for in vain.
  private var nothingFits: String {
    var asked: [String] = []
    if !status.isEmpty {
      asked.append("status " + status.map(\.rawValue).joined(separator: " or "))
    }
    if !type.isEmpty { asked.append("type " + type.map(\.rawValue).joined(separator: " or ")) }
    if let actor { asked.append("actor \"\(actor)\"") }
    if let to { asked.append("recipient \"\(to)\"") }
    return asked.isEmpty ? "no event is told" : "no event has " + asked.joined(separator: ", ")
  }

  private func holds(
    _ names: String, _ ids: [String], _ wanted: String?, _ countries: [String: String]
  ) -> Bool {
    guard let wanted else { return true }
    func folded(_ text: String) -> String {
      text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }
    return folded(names).contains(folded(wanted))
      || ids.contains { countries[$0] == wanted.uppercased() }
  }
}
