import ArgumentParser
import Foundation
import GoldScores
import Syntax

/// `verbale-gold factuality`: what is told as a fact, against Universal Decompositional Semantics.
struct FactualityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "factuality",
    abstract: "Scores happened against not happened on UDS factuality, with gold trees.")

  @Argument(help: "The judgements: JSON Lines with sent_id, token and value.") var judgements:
    String
  @Argument(help: "The treebank that they are about, in CoNLL-U.") var treebank: String
  @Flag(help: "Show the disagreements.") var wrong = false

  func run() throws {
    let score = try FactualityScore(
      judgements: String(contentsOfFile: judgements, encoding: .utf8),
      treebank: CoNLLU.read(Array(Data(contentsOf: URL(filePath: treebank)))))
    if wrong { for line in score.details { print(line) } }
    print(score.table)
  }
}
