import ArgumentParser
import Foundation
import GoldScores
import Syntax

/// `verbale-gold names`: names by entity, span and kind both right, given the words.
struct NamesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names", abstract: "Scores names on words with BIO tags (IOB2, or word and tag).")

  @Argument(help: "The gold file: number, word, tag in columns, or word and tag.") var gold: String
  @Flag(help: "List the names that differ.") var differences = false

  func run() throws {
    let file = NameFile(try String(contentsOf: URL(filePath: gold), encoding: .utf8))
    let score = NameScore(file, parser: try EnglishParser.shared())
    for agreement in score.agreements { print(agreement.line) }
    guard differences else { return }
    for (entity, words, isFound) in score.differences {
      print(isFound ? "+" : "-", entity.name.kind, words)
    }
  }
}
