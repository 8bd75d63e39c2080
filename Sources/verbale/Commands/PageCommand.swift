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
      EXAMPLES
        verbale page page.html
        verbale page --jsonl < pages.jsonl
      """)

  @OptionGroup var options: ReadingOptions

  @Flag(help: "Work on JSON lines from standard input.")
  var jsonl = false

  func run() throws {
    if jsonl {
      guard options.paths.isEmpty else {
        throw Complaint("--jsonl reads standard input; leave the paths out.")
      }
      let worker = Worker(options: options) { input, reader, published in
        let article = reader.article(of: input, published: published, marksForeign: false)
        return (try JSONText.of(PageAnswer(input, article)), article.state)
      }
      throw ExitCode(try worker.run())
    }
    let reader = try options.reader()
    let (published, raw) = (options.published, options.raw)
    var exitCode: Int32 = 0
    try OrderedWork.run(try options.sources(), jobs: options.jobs) { source in
      switch source.load() {
      case .refused(let line): (line, PageAnswer?.none)
      case .input(var input):
        Self.answer(&input, raw: raw, reader: reader, published: published)
      }
    } deliver: { line, answer in
      if line.state != .whole {
        exitCode = 1
        Reading.tell(line)
      }
      if let answer { Output.write(try JSONText.of(answer) + "\n") }
    }
    throw ExitCode(exitCode)
  }

  private static func answer(
    _ input: inout Input, raw: Bool, reader: ReportReader, published: String?
  ) -> (LedgerLine, PageAnswer?) {
    input.isRaw = input.isRaw || raw
    let answer = PageAnswer(
      input, reader.article(of: input, published: published, marksForeign: false))
    let line = LedgerLine(
      source: input.source, id: answer.id, state: answer.state, reasons: answer.reasons,
      bytes: input.bytes.count, sha256: input.sha256)
    return (line, answer)
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
}
