import Exchange
import Fetching
import Foundation
import Pages
import Reader
import Records

/// What is given for every input of a run.
struct Given: Sendable {
  /// The publication date of those that don't tell their own.
  let published: String?
  /// Whether texts are clean already.
  let raw: Bool

  /// An input with what is given.
  func applied(to input: Input) -> Input {
    var input = input
    input.isRaw = input.isRaw || raw
    return input
  }
}

/// One run over many inputs: reads them in parallel, delivers their answers in order, keeps the
/// ledger, tells what was refused or partly read, and knows the exit status.
struct Reading {
  let options: ReadingOptions
  let kept: LedgerOption
  private(set) var ledger = Ledger()

  /// A run; each input's line is kept where `ledger` says.
  init(_ options: ReadingOptions, ledger: LedgerOption) {
    self.options = options
    kept = ledger
  }

  /// Reads what paths name and gives each record to `deliver`, in order.
  ///
  /// - Throws: `Complaint` where nothing can be read at all, and what `deliver` throws.
  mutating func run(_ paths: PathOptions, deliver: (Record) throws -> Void) throws {
    try run(paths, answer: Self.record, deliver: deliver)
  }

  /// Reads what addresses give, each as soon as it is there.
  ///
  /// - Throws: as `run` with paths.
  mutating func run(_ fetched: FetchedInputs, deliver: (Record) throws -> Void) throws {
    try run(fetched, count: nil, jobs: 1, answer: Self.record, deliver: deliver)
  }

  /// Takes what addresses give, which is kept elsewhere, without reading it.
  ///
  /// - Throws: `Complaint` where the ledger can't be written.
  mutating func keep(_ fetched: FetchedInputs) throws {
    let file = try kept.file()
    var ledger = Ledger()
    for source in fetched {
      let line =
        switch source.load() {
        case .refused(let line): line
        case .input(let input): input.expectedLine
        }
      ledger.add(line)
      try file?.add(line)
      if line.isShortfall { Self.tell(line) }
    }
    if let others = LedgerWords.passedOver(ledger) { Terminal.complain("verbale: " + others) }
    self.ledger = ledger
  }

  /// Makes an answer of what paths name and gives each to `deliver`, in order.
  mutating func run<Answer: Sendable>(
    _ paths: PathOptions, answer: @escaping AnswerMaker<Answer>, deliver: (Answer) throws -> Void
  ) throws {
    try run(
      try paths.inputs(), count: paths.inputCount, jobs: options.jobs, answer: answer,
      deliver: deliver)
  }

  /// Makes an answer of an input, and its line in the ledger.
  typealias AnswerMaker<Answer> =
    @Sendable (Input, ReportReader, _ published: String?) -> (LedgerLine, Answer)

  private static let record: AnswerMaker<Record> = { input, reader, published in
    let record = reader.read(input, published: published)
    return (LedgerLine(record, of: input), record)
  }

  private mutating func run<Answer: Sendable>(
    _ inputs: some Sequence<IntakeSource>, count: Int?, jobs: Int,
    answer: @escaping AnswerMaker<Answer>, deliver: (Answer) throws -> Void
  ) throws {
    let reader = try options.reader()
    let given = options.given
    let file = try kept.file()
    let progress = ProgressBar(total: count)
    var ledger = Ledger()
    try OrderedWork.run(inputs, jobs: jobs, size: \.bytesHeld) { source in
      switch source.load() {
      case .refused(let line): (line, Answer?.none)
      case .input(let input):
        Self.answered(answer(given.applied(to: input), reader, given.published))
      }
    } deliver: { line, answer in
      progress.clear()
      ledger.add(line)
      try file?.add(line)
      if line.isShortfall { Self.tell(line) }
      if let answer { try deliver(answer) }
      progress.advance()
    }
    progress.clear()
    if let others = LedgerWords.passedOver(ledger) { Terminal.complain("verbale: " + others) }
    self.ledger = ledger
  }

  /// 0 where all was read that holds something to read, else 1.
  var exitCode: Int32 { ledger.shortfalls == 0 ? 0 : 1 }

  private static func answered<Answer>(_ pair: (LedgerLine, Answer)) -> (LedgerLine, Answer?) {
    (pair.0, pair.1)
  }

  static func tell(_ line: LedgerLine) {
    let name = line.source ?? "standard input"
    let state = line.state == .refused ? "refused" : "partly read"
    let why = line.message ?? ReasonWords.told(line.reasons)
    Terminal.complain("verbale: \(name): \(state): \(why)")
  }
}

extension Input {
  /// The line of an input as far as it can be told before it is read.
  var expectedLine: LedgerLine {
    LedgerLine(
      source: source, id: id ?? sha256, state: reasons.isEmpty ? .whole : .partial,
      reasons: reasons, bytes: bytes.count, sha256: sha256, url: url, offset: offset,
      stored: stored)
  }
}
