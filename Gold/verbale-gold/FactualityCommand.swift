import ArgumentParser
import Foundation
import Mentions
import Records
import Syntax
import Text

/// `verbale-gold factuality`: what is told as a fact, against Universal Decompositional Semantics.
struct FactualityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "factuality",
    abstract: "Scores happened against not happened on UDS factuality, with gold trees.")

  @Argument(help: "The judgements: JSON Lines with sent_id, token and value.") var judgements:
    String
  @Argument(help: "The treebank that they are about, in CoNLL-U.") var treebank: String
  @Flag(help: "Show the disagreements.") var wrong = false

  private struct Judgement: Decodable {
    let sentence: String
    let token: Int
    let value: Double

    enum CodingKeys: String, CodingKey {
      case sentence = "sent_id"
      case token, value
    }
  }

  func run() throws {
    var judgements: [String: [Judgement]] = [:]
    for line in try String(contentsOfFile: self.judgements, encoding: .utf8).split(separator: "\n")
    {
      let row = try JSONDecoder().decode(Judgement.self, from: Data(line.utf8))
      // Between -1 and 1 the annotators are not sure or don't agree.
      if abs(row.value) > 1 { judgements[row.sentence, default: []].append(row) }
    }
    let reader = FactualityReader()
    var facts = (right: 0, missed: 0)
    var others = (right: 0, told: 0)
    let bytes = try Array(Data(contentsOf: URL(filePath: treebank)))
    for gold in try CoNLLU.read(bytes) {
      guard let id = gold.id, let rows = judgements[id] else { continue }
      let sentence = Sentence(tokens: gold.tokens)
      for row in rows {
        let reading = reader.judge(row.token - 1, in: sentence)
        let told = reading.status.isFact
        switch (row.value > 0, told) {
        case (true, true): facts.right += 1
        case (true, false): facts.missed += 1
        case (false, false): others.right += 1
        case (false, true): others.told += 1
        }
        if wrong, told != (row.value > 0) {
          print(row.value, reading.status, reading.by, sentence[row.token - 1].form, gold.text)
        }
      }
    }
    func share(_ part: Int, _ rest: Int) -> String {
      String(format: "%5.1f %% of %d", 100 * Double(part) / Double(part + rest), part + rest)
    }
    print("told as happened, and did:        ", share(facts.right, others.told))
    print("happened, and told so:            ", share(facts.right, facts.missed))
    print("did not happen, and not told so:  ", share(others.right, others.told))
  }
}
