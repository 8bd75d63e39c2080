import ArgumentParser
import Foundation
import Mentions
import Records
import Syntax
import Text

/// Parses texts once, for training to read.
struct ParseAttributionTexts: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse", abstract: "Parse texts and keep the parses in a file.")

  @Option(help: "Texts, one JSON document a line.") var text: String
  @Option(help: "Where the parses go.") var out: String

  func run() async throws {
    let parser = try EnglishParser.shared()
    let parsed = try JSONLines.read(TextLine.self, from: text).map { line in
      let source = SourceText(line.text)
      let blocks = Paragraphs.blocks(of: source).map(\.span)
      return (id: line.id, parsed: SpeechConjuncts.mended(parser.parse(source, blocks: blocks)))
    }
    try ParsedTexts.write(parsed, to: out)
  }
}
