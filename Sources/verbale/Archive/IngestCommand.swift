import Archive
import ArgumentParser
import Fetching
import Foundation
import Pages
import Reader
import Records

/// `verbale ingest`: reports into the archive.
struct IngestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Reads reports into an archive.",
    discussion: """
      What the archive has already is not read again, so that a run that was cut off goes on where \
      it stopped: give the same command again. A page that changed becomes a new version of its \
      document. Every input ends in the archive's ledger.

      Addresses are fetched (see verbale help fetch); the archive keeps what sites told of their \
      pages, so that the same command asks only for what changed, and takes of a feed only what is \
      new.

      EXAMPLES
        verbale ingest reports/
        verbale ingest https://news.example/feed.xml https://news.example/report.html
        verbale ingest --archive gaza.sqlite --published 2021-05-14 page.html
        verbale ingest --jsonl < documents.jsonl
      """)

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var paths: PathOptions
  @OptionGroup var options: ReadingOptions
  @OptionGroup var fetch: FetchOptions

  @Flag(help: "Standard input holds one document a line, as for `verbale read --jsonl`.")
  var jsonl = false

  func run() throws {
    if jsonl, !paths.paths.isEmpty {
      throw Complaint("--jsonl reads standard input; leave the paths out.")
    }
    let addresses = paths.paths.filter(WebAddress.isAddress)
    var files = paths
    files.paths.removeAll(where: WebAddress.isAddress)
    let inputs = jsonl || files.paths.isEmpty && !addresses.isEmpty ? nil : try files.inputs()
    let archive = try self.archive.open(.create)
    var ingest = Ingest(archive: archive, options: options, reader: try options.reader())
    try ArchiveOptions.complaining {
      if let inputs { try ingest.inputs(inputs, count: files.inputCount) }
      if jsonl { try ingest.lines() }
      if !addresses.isEmpty { try ingest.addresses(addresses, fetch) }
    }
    Terminal.complain("verbale: \(ingest.summary), in \(self.archive.path)")
    throw ExitCode(ingest.allRead ? 0 : 1)
  }
}

/// One run over many inputs: read in parallel, kept by one writer in the order of the inputs.
struct Ingest {
  let archive: Archive
  let options: ReadingOptions
  let reader: ReportReader
  private var counts = (new: 0, changed: 0, known: 0, refused: 0, none: 0)
  private(set) var allRead = true

  init(archive: Archive, options: ReadingOptions, reader: ReportReader) {
    self.archive = archive
    self.options = options
    self.reader = reader
  }

  /// What was done, in words.
  var summary: String {
    let parts = [
      (counts.new, "new"), (counts.changed, "changed"), (counts.known, "known already"),
      (counts.refused, "refused"), (counts.none, "no pages"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return parts.isEmpty ? "nothing to keep" : parts.joined(separator: ", ")
  }

  /// Files, folders, web archives and feeds.
  mutating func inputs(_ inputs: IntakeSequence, count: Int?) throws {
    try keep(inputs, count: count, jobs: options.jobs)
  }

  /// Pages and feeds by their addresses, each kept as soon as it is there: what the archive notes of
  /// a visit is noted behind what it keeps of the page.
  mutating func addresses(_ addresses: [String], _ fetch: FetchOptions) throws {
    try keep(
      FetchedInputs(addresses, settings: fetch.settings, memory: archive), count: nil, jobs: 1)
  }

  private mutating func keep(
    _ inputs: some Sequence<IntakeSource>, count: Int?, jobs: Int
  ) throws {
    let progress = ProgressBar(total: count)
    let read = reading()
    try OrderedWork.run(
      inputs, jobs: jobs, size: \.bytesHeld
    ) { source -> Result<Read, any Error> in
      Result {
        switch source.load() {
        case .refused(let line): .refused(line)
        case .input(let input): try read(input)
        }
      }
    } deliver: { result in
      let item = try result.get()
      if let line = item.complaint {
        progress.clear()
        Reading.tell(line)
      }
      try keep(item)
      progress.advance()
    }
    progress.clear()
  }

  /// Documents as JSON lines on standard input.
  mutating func lines() throws {
    let read = reading()
    var lines = LineBuffer()
    while let batch = lines.next() {
      try OrderedWork.run(batch, jobs: options.jobs) { line -> Result<Read?, any Error> in
        Result {
          switch WorkerLine.read(line.bytes, number: line.number) {
          case .blank: nil
          case .failed(let failure):
            .refused(
              LedgerLine(
                source: "line \(line.number)", id: failure.id, state: .refused,
                reasons: [failure.error.reason], message: failure.error.message,
                bytes: line.bytes.count))
          case .input(let input): try read(input)
          }
        }
      } deliver: { result in
        guard let item = try result.get() else { return }
        if let line = item.complaint { Reading.tell(line) }
        try keep(item)
      }
    }
  }

  /// What became of one input before it is kept.
  enum Read: Sendable {
    case known(Input, document: Int)
    case refused(LedgerLine)
    case record(PackedReading, Input)

    /// The ledger's line where it isn't whole.
    var complaint: LedgerLine? {
      switch self {
      case .known: nil
      case .refused(let line): line.isShortfall ? line : nil
      case .record(let record, let input):
        record.reading.document.state == .whole ? nil : LedgerLine(record.reading, of: input)
      }
    }
  }

  /// Reads an input that the archive doesn't have; may run on many threads.
  private func reading() -> @Sendable (Input) throws -> Read {
    let (archive, reader) = (archive, reader)
    let given = options.given
    let published = given.published
    return { input in
      let input = given.applied(to: input)
      if let document = try archive.document(holding: input, published: published) {
        return .known(input, document: document)
      }
      let record = reader.read(input, published: published)
      return .record(try archive.prepare(record, from: input), input)
    }
  }

  private func acknowledge(_ input: Input, _ document: Int) throws -> IngestOutcome {
    try archive.acknowledge(input, as: document)
    return .known(document: document)
  }

  private mutating func keep(_ item: Read) throws {
    let outcome =
      switch item {
      case .known(let input, let document): try acknowledge(input, document)
      case .refused(let line): try archive.refuse(line)
      case .record(let record, let input):
        try archive.ingest(record, from: input, published: options.published)
      }
    switch outcome {
    case .known: counts.known += 1
    case .new: counts.new += 1
    case .changed: counts.changed += 1
    case .refused:
      switch item {
      case .refused(let line) where line.reasons.contains(LedgerLine.notModified):
        counts.known += 1
      case .refused(let line) where !line.isShortfall: counts.none += 1
      default: counts.refused += 1
      }
    }
    if let line = item.complaint, line.state != .whole { allRead = false }
  }
}
