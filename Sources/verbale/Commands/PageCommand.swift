import Articles
import ArgumentParser
import Pages
import Reader
import Records
import Text

/// `verbale page`: the article of a page, furniture told apart.
struct PageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page",
    abstract: "Prints the article of a page: title, byline, date, text and blocks, as JSON lines.",
    discussion: """
      With --mark or --line the page itself is printed instead, as it was but for marks around the \
      words, and with all that could run taken out: open it in a browser to see a record's words \
      where they stood.

      EXAMPLES
        verbale page page.html
        verbale page --jsonl < pages.jsonl
        verbale page --mark 120-160 page.html > marked.html
        verbale page --mark 'ceasefire talks' --line e3 --line a1 page.html > marked.html
      """)

  @OptionGroup var paths: PathOptions
  @OptionGroup var options: ReadingOptions
  @OptionGroup var ledger: LedgerOption

  @Flag(help: "Work on JSON lines from standard input.")
  var jsonl = false

  @Option(
    help: """
      Print the page with words marked: from one place of the article's text to another (120-160, \
      as spans have it), or as they are written; may be given again.
      """)
  var mark: [String] = []

  @Option(
    help: "Print the page with a line of its record marked (e3, a1, x2); may be given again.")
  var line: [String] = []

  func run() throws {
    if !mark.isEmpty || !line.isEmpty { return try printMarked() }
    if jsonl {
      guard paths.paths.isEmpty else {
        throw Complaint("--jsonl reads standard input; leave the paths out.")
      }
      let worker = Worker(options: options) { input, reader, published in
        let article = reader.article(of: input, published: published, asRecord: false)
        return (try JSONText.of(PageAnswer(input, article)), article.state)
      }
      throw ExitCode(try worker.run())
    }
    var reading = Reading(options, ledger: ledger)
    try reading.run(paths) { input, reader, published in
      let answer = PageAnswer(
        input, reader.article(of: input, published: published, asRecord: false))
      return (answer.line(of: input), answer)
    } deliver: { answer in
      Output.write(try JSONText.of(answer) + "\n")
    }
    throw ExitCode(reading.exitCode)
  }

  private func printMarked() throws {
    guard !jsonl, paths.paths.count == 1, let source = Intake.sources(at: paths.paths).first else {
      throw Complaint("--mark and --line take one page.")
    }
    guard case .input(let given) = source.load() else {
      let path = paths.paths[0]
      throw Complaint("\(path) can't be read; `verbale page \(path)` tells why.")
    }
    let input = options.given.applied(to: given)
    let reader = try options.reader()
    let article = reader.article(of: input, published: options.published)
    let marks = try PageMarks(words: mark, lines: line).marks(
      in: article, record: reader.read(input, published: options.published))
    guard
      let page = PageHighlighter.highlighted(
        input.bytes, encoding: input.encoding, article: article, marks: marks)
    else {
      throw Complaint(
        "\(paths.paths[0]): words are marked in HTML that isn't UTF-16; this is something else.")
    }
    Output.write(bytes: page)
  }
}

/// What `verbale page` prints for a page.
struct PageAnswer: Encodable, Sendable {
  let id: String
  let title: String?
  let byline: [String]
  let published: String?
  let language: String?
  let text: String
  let blocks: [Block]
  let state: DocumentState
  let reasons: [String]

  init(_ input: Input, _ article: Article) {
    id = input.id ?? input.sha256
    title = article.title
    byline = article.byline
    published = article.published
    language = article.language
    text = article.text.string
    blocks = article.blocks
    state = article.state
    reasons = article.reasons
  }
  /// The ledger's line of the input that it answers.
  func line(of input: Input) -> LedgerLine {
    LedgerLine(
      source: input.source, id: id, state: state, reasons: reasons, bytes: input.bytes.count,
      sha256: input.sha256, url: input.url, offset: input.offset, stored: input.stored)
  }
}
