import Articles
import Foundation
import GoldScores
import Records
import TestSupport
import Testing
import Text

/// Floors for the pages in `Gold/newsrooms`, which were written as news sites of many countries build
/// theirs.
@Suite struct NewsroomPagesTests {
  @Test func `Pages of the world's newsrooms are read as well as they were`() throws {
    var score = PagesScore()
    var missed: [String] = []
    for page in try Self.pages() {
      let article = ArticleReader().read(
        html: page.bytes, url: page.gold.url, asRecord: false)
      let kinds: Set<BlockKind> = [.furniture, .otherLanguage, .credit, .headline, .byline]
      let text = article.blocks.filter { !kinds.contains($0.kind) }
        .map { article.text[$0.span] }.joined(separator: "\n")
      score.add(
        text: text, title: article.title, byline: article.byline, published: article.published,
        gold: page.gold)
      if article.published?.prefix(10) != page.gold.date?.prefix(10) { missed.append(page.gold.id) }
    }
    #expect(score.text >= 0.95, "text \(score.text)")
    #expect(score.titles.value >= 0.96, "titles \(score.titles)")
    #expect(score.authors.value >= 0.9, "authors \(score.authors)")
    #expect(missed == [], "days")
  }

  private struct Page {
    let gold: PagesScore.Gold
    let bytes: [UInt8]
  }

  private static func pages() throws -> [Page] {
    let folder = Repository.root.appending(path: "Gold/newsrooms/pages")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "html" }.sorted { $0.path < $1.path }
      .map { try page(at: $0) }
  }

  private static func page(at file: URL) throws -> Page {
    let text = try String(contentsOf: file, encoding: .utf8)
    let halves = text.split(separator: "\n---\n", maxSplits: 1)
    var gold = ["id": file.deletingPathExtension().lastPathComponent]
    for line in halves[0].split(separator: "\n") {
      let field = line.split(separator: ":", maxSplits: 1)
      gold[String(field[0])] = (field.count > 1 ? field[1] : "").trimmingPrefix(" ").description
    }
    gold["text"] = try report(in: halves[1])
    let bare = String(
      String.UnicodeScalarView(
        halves[1].unicodeScalars.filter { !"⟦⟧⟪⟫".unicodeScalars.contains($0) }))
    let encoding = gold.removeValue(forKey: "encoding")
    return Page(
      gold: try JSONDecoder().decode(PagesScore.Gold.self, from: JSONEncoder().encode(gold)),
      bytes: try encoding.map { try PageEncoder(to: $0).bytes(of: bare) } ?? Array(bare.utf8))
  }

  /// What stands between the marks of the report's text, without tags.
  private static func report(in page: Substring) throws -> String {
    let parts = page.split(separator: "⟦").dropFirst().compactMap {
      $0.split(separator: "⟧", maxSplits: 1).first
    }
    return parts.map { part in
      part.replacing("<br", with: "\n<br").split(separator: "<").enumerated()
        .map {
          $0.offset == 0 && part.first != "<"
            ? $0.element : $0.element.drop { $0 != ">" }.dropFirst()
        }
        .joined()
    }.joined(separator: "\n").replacing("&nbsp;", with: " ").replacing("&amp;", with: "&")
  }
}
