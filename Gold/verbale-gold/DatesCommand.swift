import ArgumentParser
import Foundation
import GoldScores
import Syntax

/// `verbale-gold dates`: dates found and resolved, against GUM's `<date>` elements.
struct DatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dates", abstract: "Scores dates against GUM's <date> elements.")

  @Argument(help: "GUM in CoNLL-U.") var gold: String
  @Argument(help: "The same documents with <date> elements, in XML.") var files: [String]
  @Flag(help: "List what was missed, added or resolved otherwise.") var details = false

  func run() throws {
    let sentences = try CoNLLU.read(Array(Data(contentsOf: URL(filePath: gold))))
    let pages = try files.map { GUMDates(xml: try String(contentsOfFile: $0, encoding: .utf8)) }
    let score = GUMDatesScore(sentences, dates: pages)
    if details { for line in score.details { print(line) } }
    print(score.table)
  }
}
