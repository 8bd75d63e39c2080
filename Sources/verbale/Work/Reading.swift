import Foundation
import Pages
import Reader
import Records

/// One run over many inputs: reads them in parallel, delivers their records in order, tells what
/// was refused or partly read, and knows the exit status.
struct Reading {
  let options: ReadingOptions
  private(set) var ledger = Ledger()

  init(_ options: ReadingOptions) { self.options = options }

  /// Reads all inputs and gives each record to `deliver`, in order.
  ///
  /// - Throws: `Complaint` where nothing can be read at all, and what `deliver` throws.
  mutating func run(deliver: (Record) throws -> Void) throws {
    let reader = try options.reader()
    let (published, raw) = (options.published, options.raw)
    let sources = try options.sources()
    let progress = ProgressBar(total: sources.count)
    var ledger = Ledger()
    try OrderedWork.run(sources, jobs: options.jobs) { source in
      switch source.load() {
      case .refused(let line): (line, Record?.none)
      case .input(var input):
        Self.read(&input, published: published, raw: raw, reader: reader)
      }
    } deliver: { line, record in
      progress.clear()
      ledger.add(line)
      if line.state != .whole { Self.tell(line) }
      if let record { try deliver(record) }
      progress.advance()
    }
    progress.clear()
    self.ledger = ledger
  }

  /// 0 where all was read, else 1.
  var exitCode: Int32 { ledger.lines.allSatisfy { $0.state == .whole } ? 0 : 1 }

  private static func read(
    _ input: inout Input, published: String?, raw: Bool, reader: ReportReader
  ) -> (LedgerLine, Record?) {
    input.isRaw = input.isRaw || raw
    let record = reader.read(input, published: published)
    return (LedgerLine(record, bytes: input.bytes.count), record)
  }

  static func tell(_ line: LedgerLine) {
    let name = line.source ?? "standard input"
    let state = line.state == .refused ? "refused" : "partly read"
    let why = line.message ?? ReasonWords.told(line.reasons)
    Terminal.complain("verbale: \(name): \(state): \(why)")
  }
}
