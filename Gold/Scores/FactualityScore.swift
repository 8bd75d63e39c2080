import Foundation
import Mentions
import Records
public import Syntax

/// What is told as a fact, against the judgements of Universal Decompositional Semantics.
public struct FactualityScore: Sendable {
  private var facts = (right: 0, missed: 0)
  private var others = (right: 0, told: 0)
  /// The disagreements, a line each.
  public private(set) var details: [String] = []

  private struct Judgement: Decodable {
    let sentence: String
    let token: Int
    let value: Double

    enum CodingKeys: String, CodingKey {
      case sentence = "sent_id"
      case token, value
    }
  }

  /// Scores the sentences of a treebank by their gold trees.
  ///
  /// - Parameters:
  ///   - judgements: JSON Lines with `sent_id`, `token` and `value`.
  ///   - treebank: the sentences that they are about.
  /// - Throws: where a line cannot be read.
  public init(judgements: String, treebank: [CoNLLUSentence]) throws {
    var rows: [String: [Judgement]] = [:]
    for line in judgements.split(separator: "\n") {
      let row = try JSONDecoder().decode(Judgement.self, from: Data(line.utf8))
      // Between -1 and 1 the annotators are not sure or don't agree.
      if abs(row.value) > 1 { rows[row.sentence, default: []].append(row) }
    }
    let reader = FactualityReader()
    for gold in treebank {
      guard let id = gold.id, let judged = rows[id] else { continue }
      let sentence = Sentence(tokens: gold.tokens)
      for row in judged {
        let reading = reader.judge(row.token - 1, in: sentence)
        let told = reading.status.isFact
        switch (row.value > 0, told) {
        case (true, true): facts.right += 1
        case (true, false): facts.missed += 1
        case (false, false): others.right += 1
        case (false, true): others.told += 1
        }
        if told != (row.value > 0) {
          let word = sentence[row.token - 1].form
          details.append("\(row.value) \(reading.status) \(reading.by) \(word) \(gold.text)")
        }
      }
    }
  }

  /// Of what is told as a fact, the share that is one, in per cent.
  public var precision: Double { share(facts.right, others.told) }
  /// Of the facts, the share that is told as one, in per cent.
  public var recall: Double { share(facts.right, facts.missed) }
  /// Of what is no fact, the share that is not told as one, in per cent.
  public var restraint: Double { share(others.right, others.told) }

  /// The score in three lines.
  public var table: String {
    func line(_ name: String, _ part: Int, _ rest: Int) -> String {
      name.padding(toLength: 36, withPad: " ", startingAt: 0)
        + String(format: "%5.1f %% of %d", share(part, rest), part + rest)
    }
    return [
      line("told as happened, and did:", facts.right, others.told),
      line("happened, and told so:", facts.right, facts.missed),
      line("did not happen, and not told so:", others.right, others.told),
    ].joined(separator: "\n")
  }

  private func share(_ part: Int, _ rest: Int) -> Double {
    part + rest == 0 ? 0 : 100 * Double(part) / Double(part + rest)
  }
}
