import Archive
import ArgumentParser
import Foundation
import Records

/// `verbale due`: the outcome ledger.
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract:
      "Lists what is expected next, what is overdue, what came true and what was called off.",
    discussion: """
      Every planned, expected or denied event stays open until a later report of the same parties \
      tells what came of it. An expectation without a day is overdue thirty days after its report.

      EXAMPLES
        verbale due
        verbale due --state overdue --on 2021-05-20
        verbale due --state happened --json
      """)

  @OptionGroup var archive: ArchiveOptions

  @Option(
    help:
      "next, overdue, open (no day is told), refused, happened, cancelled or denied; else next, overdue, happened and cancelled."
  )
  var state: String?

  @Option(help: "The day it is (2021-05-20); else today.") var on: String?

  @Option(help: "The most lines of each.") var limit = 20

  @Flag(help: "One JSON object a line.") var json = false

  func validate() throws {
    if let state, DueState(rawValue: state) == nil {
      let known = DueState.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--state takes one of \(known), not ‘\(state)’.")
    }
    if let on, !PublicationDay.isDay(on) {
      throw ValidationError("--on takes a day such as 2021-05-14, not ‘\(on)’.")
    }
    guard (1...100_000).contains(limit) else {
      throw ValidationError("--limit takes a number from 1 to 100000.")
    }
  }

  func run() throws {
    let archive = try self.archive.open()
    let day = on ?? String(Date().ISO8601Format().prefix(10))
    let usual: [DueState] = [.next, .overdue, .happened, .cancelled]
    let states = state.flatMap(DueState.init(rawValue:)).map { [$0] } ?? usual
    let view = HitView(style: Terminal.style, width: Terminal.width, indent: 6)
    var isEmpty = true
    for state in states {
      let page = try ArchiveOptions.complaining { try archive.due(state, on: day, limit: limit) }
      if json {
        for item in page.items { Output.write(try JSONText.of(item) + "\n") }
        continue
      }
      if page.items.isEmpty { continue }
      isEmpty = false
      Output.write(Terminal.style.bold(title(state, day)) + "\n")
      for item in page.items { Output.write(rendered(item, view)) }
      if page.next != nil { Output.write(Terminal.style.dim("  … (--limit shows more)") + "\n") }
      Output.write("\n")
    }
    if isEmpty, !json {
      let told = state.map { "nothing is \($0)" } ?? "nothing was expected or is settled"
      Terminal.complain("verbale: \(told) on \(day)")
    }
  }

  private func title(_ state: DueState, _ day: String) -> String {
    switch state {
    case .next: "Expected from \(day) on"
    case .overdue: "Overdue on \(day)"
    case .open: "Expected, no telling when"
    case .refused: "Denied, and nothing since"
    case .happened: "Came about"
    case .cancelled: "Called off"
    case .denied: "Did not come about"
    }
  }

  private func rendered(_ item: DueEvent, _ view: HitView) -> String {
    let days = [item.firstDay, item.lastDay == item.firstDay ? nil : item.lastDay]
      .compactMap { $0 }.joined(separator: " to ")
    var lines = "  \(days.isEmpty ? "no day" : days)\n    \(view.rendered(item.expected))\n"
    if let outcome = item.outcome {
      lines += "    ⇒ \(view.rendered(outcome))\n"
      lines += "      " + view.style.dim(item.why.joined(separator: "; ")) + "\n"
    }
    return lines
  }
}
