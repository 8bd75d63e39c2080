import Foundation
import GoldScores
import Syntax
import TestSupport
import Testing

/// Dates and factuality on corpora that other people marked. Floors only ever rise.
@Suite struct FloorTests {
  @Test func readsDatesNoWorseThanBefore() throws {
    guard let treebank = Repository.shared("data/gum_open/dev.conllu"),
      let folder = Repository.shared("data/gum_open/dates")
    else { return }
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    ).filter { $0.lastPathComponent.hasPrefix("dev-") }
    let score = GUMDatesScore(
      try CoNLLU.read(Array(Data(contentsOf: treebank))),
      dates: try files.map { GUMDates(xml: try String(contentsOf: $0, encoding: .utf8)) })
    print(score.table)
    #expect(score.found.f1 >= 82.2)
    #expect(score.resolved >= 80.5)
  }

  @Test func tellsFactsNoWorseThanBefore() throws {
    guard let judgements = Repository.shared("data/factuality/uds.jsonl"),
      let treebank = Repository.shared("data/ud_ewt/dev.conllu")
    else { return }
    let score = try FactualityScore(
      judgements: try String(contentsOf: judgements, encoding: .utf8),
      treebank: try CoNLLU.read(Array(Data(contentsOf: treebank))))
    print(score.table)
    #expect(score.precision >= 93.8)
    #expect(score.recall >= 75.5)
    #expect(score.restraint >= 91.9)
  }
}
