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
  @OptionGroup var ledger: LedgerOption

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
    var reading = Reading(options, ledger: ledger)
    try reading.run { input, reader, published in
      let answer = PageAnswer(
        input, reader.article(of: input, published: published, marksForeign: false))
      return (answer.line(of: input), answer)
    } deliver: { answer in
      Output.write(try JSONText.of(answer) + "\n")
    }
    throw ExitCode(reading.exitCode)
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
