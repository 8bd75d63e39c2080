import ArgumentParser
import Pages
import Records

/// `verbale intake`: what would be read.
struct IntakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "intake",
    abstract: "Lists what would be read, and what would be refused and why, without reading it.",
    discussion: """
      One line an input: every page, every record of a web archive, every item of a feed. The sums \
      at the end close: inputs are to be read, partly so, or refused, and so are their bytes.

      EXAMPLES
        verbale intake reports/ crawl.warc.gz feed.xml
        verbale intake --ledger inputs.csv reports/
      """)

  @OptionGroup var paths: PathOptions
  @OptionGroup var options: ReadingOptions
  @OptionGroup var kept: LedgerOption

  @Flag(help: "Print the sums only.")
  var sums = false

  func run() throws {
    let given = options.given
    let file = try kept.file()
    var ledger = Ledger()
    try OrderedWork.run(try paths.inputs(), jobs: options.jobs, size: \.bytesHeld) { source in
      switch source.load() {
      case .refused(let line): line
      case .input(let input): given.applied(to: input).expectedLine
      }
    } deliver: { line in
      ledger.add(line)
      try file?.add(line)
      if !sums { Output.write(Self.words(line)) }
    }
    Output.write(LedgerWords.sums(ledger))
    throw ExitCode(ledger.shortfalls == 0 ? 0 : 1)
  }

  private static func words(_ line: LedgerLine) -> String {
    let state = line.state.rawValue
    let why = line.reasons.isEmpty ? "" : "  " + line.reasons.joined(separator: " ")
    let what = line.message.map { " (\($0))" } ?? ""
    let bytes = line.bytes.map { String($0) } ?? "–"
    let columns = [state.padded(to: 8), bytes.leftPadded(to: 10), "  ", line.source ?? "-"]
    return columns.joined() + (line.url.map { "  " + $0 } ?? "") + why + what + "\n"
  }
}
