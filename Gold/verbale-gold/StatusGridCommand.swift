import ArgumentParser
import Foundation
import GoldScores
import Mentions
import Pages
import Reader
import Records
import Syntax
import Text

/// `verbale-gold status-grid`: the status of every sentence of the grid, by frame.
struct StatusGridCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status-grid",
    abstract: "Scores the status of acts in sentences that cross verbs with frames.")

  @Argument(help: "The folder with frames.tsv, verbs.tsv and nouns.tsv.") var folder: String
  @Flag(help: "Show each sentence that is read wrongly.") var wrong = false
  @Flag(help: "Show their trees too.") var trees = false
  @Flag(help: "Judge the events of the whole record, so that an act not found is a miss.")
  var record = false

  func run() throws {
    func table(_ name: String) throws -> String {
      try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
    }
    let grid = StatusGrid(
      frames: try table("frames.tsv"), verbs: try table("verbs.tsv"), nouns: try table("nouns.tsv"))
    let parser = try EnglishParser.shared()
    let reader = try ReportReader()
    var score = StatusScore()
    for item in grid.items {
      let parsed = parser.parse(SourceText(item.text))
      let reading =
        record ? Self.event(of: item, by: reader) : Self.reading(at: item.predicate, in: parsed)
      score.add(item, status: reading?.status)
      if wrong, !item.statuses.contains(reading?.status ?? "") {
        print(
          item.statuses.joined(separator: "|"), "<-", reading?.status ?? "nothing",
          "[\(reading?.by ?? "")]", item.text)
        if trees {
          for sentence in parsed.sentences {
            print(CoNLLU.write([CoNLLUSentence(sentence, in: parsed.text)]))
          }
        }
      }
    }
    print(score.table)
  }

  private typealias Reading = (status: String, by: String)

  /// What the record tells of the act, and on whose word.
  private static func event(of item: StatusGrid.Item, by reader: ReportReader) -> Reading? {
    let record = reader.read(
      Input(source: nil, bytes: Array(item.text.utf8), format: .text, isRaw: true, sha256: ""))
    return item.event(in: record).map { event in
      let voices = record.attributions.filter { event.authority.contains($0.id) }.map { voice in
        " on the word of: " + words(voice.cue, of: record)
      }
      return (event.status.rawValue, "\(event.type.rawValue) \(event.by)\(voices.joined())")
    }
  }

  private static func words(_ spans: [Span], of record: Record) -> String {
    let text = SourceText(record.text)
    return spans.map { text[$0] }.joined(separator: " ")
  }

  private static func reading(at offset: Int, in parsed: ParsedText) -> Reading? {
    let reader = FactualityReader()
    for sentence in parsed.sentences {
      for (index, token) in sentence.tokens.enumerated() where token.span.start == offset {
        let judged = reader.judge(index, in: sentence)
        return (judged.status.rawValue, judged.by)
      }
    }
    return nil
  }
}
