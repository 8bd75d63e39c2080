import ArgumentParser
import Articles
import Foundation
import Records
import Text

/// Reads the pages of a set, for the scorer of pages or for training.
struct PagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pages",
    abstract: "Prints the articles of a page set as JSON lines, for the scorer of pages.",
    discussion: """
      A set is a folder with gold.jsonl and html/ID.html or html/ID.html.gz.

      EXAMPLES
        verbale-gold pages pages/aeb > aeb.jsonl
        verbale-gold pages --features pages/aeb > aeb.features.jsonl
        verbale-gold pages --folds models/folds pages/aeb > aeb.jsonl
      """)

  @Argument(help: "The folder of the set.") var set: String

  @Flag(
    help: "Print the blocks with the numbers that the model decides by, as training reads them.")
  var features = false

  @Option(
    help: """
      A folder with 0 to 4, each with class_words.tsv and block_model.tsv learned without that fifth \
      of the pages: each page is read with the model that hasn't seen it.
      """)
  var folds: String?

  func run() throws {
    let pages = try PageSet(set)
    if features { return try printFeatures(pages) }
    let readers = try (0..<5).map { fold in
      ArticleReader(pageModel: try folds.map { try model("\($0)/\(fold)") } ?? .shipped)
    }
    var spent = 0.0
    var bytes = 0
    for entry in pages.entries {
      let page = try PageSet.bytes(of: entry)
      let reader = readers[PageSet.fold(of: entry.id)]
      let start = clock()
      let article = reader.read(html: page, url: entry.url, marksForeign: false)
      spent += Double(clock() - start) / Double(CLOCKS_PER_SEC)
      bytes += page.count
      print(try JSONText.of(PageReading(entry.id, article)))
    }
    let rate = [Double(pages.entries.count) / spent, Double(bytes) / 1e6 / spent].map {
      String(format: "%.1f", $0)
    }
    let summary = "\(pages.entries.count) pages, \(rate[0]) pages/s, \(rate[1]) MB/s of one core\n"
    FileHandle.standardError.write(Data(summary.utf8))
  }

  private func model(_ folder: String) throws -> PageModel {
    func table(_ name: String) throws -> [UInt8] {
      [UInt8](try Data(contentsOf: URL(filePath: folder).appending(path: name)))
    }
    return PageModel(
      words: try table("class_words.tsv"), blocks: try table("block_model.tsv"))
  }

  private func printFeatures(_ pages: PageSet) throws {
    print(try JSONText.of(PageInspection.featureNames))
    for entry in pages.entries {
      let page = PageInspection(try PageSet.bytes(of: entry))
      let rows = try page.rows.map { row in
        let numbers = row.features.map { $0.isFinite ? "\($0)" : "0" }.joined(separator: ",")
        let (text, words) = (try JSONText.of(row.text), try JSONText.of(row.classWords))
        return "{\"t\":\(text),\"f\":[\(numbers)],\"w\":\(words)}"
      }
      print("{\"id\":\(try JSONText.of(entry.id)),\"rows\":[\(rows.joined(separator: ","))]}")
    }
  }
}

/// An article as the scorer of pages reads it, with what told its facts.
private struct PageReading: Encodable {
  let id: String
  let title: String?
  let byline: [String]
  let bylineBy: String?
  let published: String?
  let publishedBy: String?
  let text: String
  let blocks: [Block]
  let state: DocumentState
  let reasons: [String]

  init(_ id: String, _ article: Article) {
    self.id = id
    title = article.title
    (byline, bylineBy) = (article.byline, article.bylineBy)
    (published, publishedBy) = (article.published, article.publishedBy)
    text = article.text.string
    (blocks, state, reasons) = (article.blocks, article.state, article.reasons)
  }
}
