import Articles
import Foundation
import GoldScores
import Records
import TestSupport
import Testing
import Text

/// Floors for what is taken from the pages of the development sets. The shipped model has learned from
/// the same pages, so that the text's floors tell of damage, not of quality: that is measured with
/// `verbale-gold pages --folds`.
@Suite struct PageFloorTests {
  @Test func `News pages are read as well as they were`() async throws {
    guard let score = try await Self.score(of: "aeb", every: 1) else { return }
    // .988 before the trees stood in stages, which know less of these pages by heart: five-fold, both
    // find as much.
    #expect(score.text >= 0.986, "text \(score.text)")
  }

  @Test func `Titles, authors and days of pages are found as often as they were`() async throws {
    guard let score = try await Self.score(of: "wcxb_dev", every: 4) else { return }
    #expect(score.text >= 0.968, "text \(score.text)")
    #expect(score.titles.value >= 0.889, "titles \(score.titles)")
    #expect(score.authors.value >= 0.881, "authors \(score.authors)")
    #expect(score.dates.value >= 0.898, "dates \(score.dates)")
  }

  /// The score of every so-manieth page of a set; nil, said loudly, where the set is absent.
  private static func score(of set: String, every step: Int) async throws -> PagesScore? {
    guard let gold = Repository.shared("data/pages/\(set)/gold.jsonl") else { return nil }
    let folder = gold.deletingLastPathComponent().appending(path: "html")
    let lines = try Data(contentsOf: gold).split(separator: 0x0A)
    var score = PagesScore()
    for (number, line) in lines.enumerated() where number % step == 0 {
      let page = try JSONDecoder().decode(PagesScore.Gold.self, from: Data(line))
      let file = folder.appending(path: "\(page.id).html.gz")
      let bytes = try await Program.run(["gzip", "-dc", file.path], program: "/usr/bin/env").bytes
      let article = ArticleReader().read(html: bytes, url: page.url, asRecord: false)
      let kinds: Set<BlockKind> = [.furniture, .otherLanguage, .credit, .headline, .byline]
      let text = article.blocks.filter { !kinds.contains($0.kind) }
        .map { article.text[$0.span] }.joined(separator: "\n")
      score.add(
        text: String(text), title: article.title, byline: article.byline,
        published: article.published, gold: page)
    }
    return score
  }
}
