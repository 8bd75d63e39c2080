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
      A folder with 0 to 4, each with the tables of Sources/PageModel learned without that fifth of \
      the pages: each page is read with the model that hasn't seen it.
      """)
  var folds: String?

  func run() throws {
    let pages = try PageSet(set)
    let models = try (0..<5).map { fold in try folds.map { try model("\($0)/\(fold)") } ?? .shipped
    }
    if features { return try printFeatures(pages, models) }
    let readers = models.map(ArticleReader.init(pageModel:))
    var spent = 0.0
    var bytes = 0
    for entry in pages.entries {
      let page = try PageSet.bytes(of: entry)
      let reader = readers[PageSet.fold(of: entry.id)]
      let start = clock()
      let article = reader.read(html: page, url: entry.url, asRecord: false)
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

  /// A model from a folder's tables; what isn't learned yet is left out.
  private func model(_ folder: String) throws -> PageModel {
    try PageModel { table in
      let file = URL(filePath: folder).appending(path: table.rawValue + ".tsv")
      guard FileManager.default.fileExists(atPath: file.path) else { return [] }
      return [UInt8](try Data(contentsOf: file))
    }
  }

  private func printFeatures(_ pages: PageSet, _ models: [PageModel]) throws {
    print(try JSONText.of(PageInspection.featureNames))
    for entry in pages.entries {
      let model = models[PageSet.fold(of: entry.id)]
      let page = PageInspection(try PageSet.bytes(of: entry), model)
      let rows = try page.rows.map { row in
        let numbers = row.features.map(Self.number).joined(separator: ",")
        let (text, words) = (try JSONText.of(row.text), try JSONText.of(row.classWords))
        let hashes = row.hashes.map(String.init).joined(separator: ",")
        return "{\"t\":\(text),\"h\":[\(hashes)],\"f\":[\(numbers)],\"w\":\(words)}"
      }
      print("{\"id\":\(try JSONText.of(entry.id)),\"rows\":[\(rows.joined(separator: ","))]}")
    }
  }

  private static func number(_ value: Float) -> String {
    guard value.isFinite else { return "0" }
    return value == value.rounded() && abs(value) < 1e6 ? "\(Int(value))" : "\(value)"
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
