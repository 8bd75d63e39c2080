import ArgumentParser
import Foundation
import GoldScores
import Mentions
import Records
import Syntax
import Text

/// `verbale-gold status-grid`: the status of every sentence of the grid, by frame.
struct StatusGridCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status-grid",
    abstract: "Scores the status of acts in sentences that cross verbs with frames.")

  @Argument(help: "The folder with frames.tsv, verbs.tsv and nouns.tsv.") var folder: String
  @Flag(help: "Show each sentence that is read wrongly.") var wrong = false
  @Flag(help: "Show their trees too.") var trees = false

  func run() throws {
    func table(_ name: String) throws -> String {
      try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
    }
    let grid = StatusGrid(
      frames: try table("frames.tsv"), verbs: try table("verbs.tsv"), nouns: try table("nouns.tsv"))
    let parser = try EnglishParser.shared()
    var score = StatusScore()
    for item in grid.items {
      let parsed = parser.parse(SourceText(item.text))
      let reading = Self.reading(at: item.predicate, in: parsed)
      score.add(item, status: reading?.status.rawValue)
      if wrong, !item.statuses.contains(reading?.status.rawValue ?? "") {
        print(
          item.statuses.joined(separator: "|"), "<-", reading?.status.rawValue ?? "nothing",
          "[\(reading?.by ?? "")]", item.text)
        if trees {
          for sentence in parsed.sentences {
            print(CoNLLU.write([CoNLLUSentence(sentence, in: parsed.text)]))
          }
        }
      }
    }
    print(score.table)
  }

  private static func reading(at offset: Int, in parsed: ParsedText) -> Factuality? {
    let reader = FactualityReader()
    for sentence in parsed.sentences {
      for (index, token) in sentence.tokens.enumerated() where token.span.start == offset {
        return reader.judge(index, in: sentence)
      }
    }
    return nil
  }
}
