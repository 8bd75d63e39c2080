import Foundation
import GoldScores
import Syntax
import TestSupport
import Testing

/// The engine on development data that it was not trained on. Floors only ever rise, but with a
/// word in the change log.
@Suite struct TreebankTests {
  private static func documents(_ path: String) throws -> [[CoNLLUSentence]]? {
    guard let file = Repository.shared("data/" + path) else { return nil }
    return RawText.documents(try CoNLLU.read(Array(Data(contentsOf: file))))
  }

  private func expect(_ floors: [String: Double], _ agreement: (String) -> Agreement?) throws {
    for (name, floor) in floors.sorted(by: { $0.key < $1.key }) {
      let agreement = try #require(agreement(name))
      print(agreement.line)
      #expect(agreement.f1 >= floor, "\(name): \(agreement.f1), floor \(floor)")
    }
  }

  @Test func readsWebEnglishNoWorseThanBefore() throws {
    guard let documents = try Self.documents("ud_ewt/dev.conllu") else { return }
    let parser = try EnglishParser.shared()
    let given = try TreebankScore(documents, given: .words, parser: parser)
    try expect(["UPOS": 96.2, "Lemmas": 97.2, "UAS": 90.6, "LAS": 88.0]) { given[$0] }
    let raw = try TreebankScore(documents, given: .text(.paragraphs), parser: parser)
    try expect(["Tokens": 99.5, "Sentences": 89.1, "UPOS": 95.6, "LAS": 85.8]) { raw[$0] }
  }

  @Test func readsInBulkNoWorseThanBefore() throws {
    let parser = try EnglishParser.fast()
    guard let documents = try Self.documents("ud_ewt/dev.conllu") else { return }
    let score = try TreebankScore(documents, given: .words, parser: parser)
    try expect(["UPOS": 95.3, "UAS": 87.8, "LAS": 84.4]) { score[$0] }
  }

  @Test func readsNewsNoWorseThanBefore() throws {
    guard let documents = try Self.documents("gum_open/dev.conllu") else { return }
    let news = documents.filter { $0[0].comments.contains { $0.contains("_news_") } }
    let score = try TreebankScore(news, given: .words, parser: try EnglishParser.shared())
    try expect(["UPOS": 98.4, "UAS": 91.6, "LAS": 89.8]) { score[$0] }
  }

  @Test func findsNamesNoWorseThanBefore() throws {
    guard let file = Repository.shared("data/ner/uner_ewt_dev.iob2") else { return }
    let names = NameFile(try String(contentsOf: file, encoding: .utf8))
    let score = NameScore(names, parser: try EnglishParser.shared())
    try expect(["names": 67.4]) { score[$0] }
  }
}
