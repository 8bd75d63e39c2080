import Foundation
import GoldScores
import TestSupport
import Testing
import Text

/// The format of our annotated reports, and what must hold of every one that ships.
@Suite struct AnnotatedReportTests {
  static let folder = Repository.root.appending(path: "Gold/attributions")

  private static let annotated = Result {
    try ["reports", "twice/first", "twice/second"].flatMap {
      try AnnotatedReport.all(in: folder.appending(path: $0))
    }
  }

  private static func shipped() throws -> [AnnotatedReport] { try annotated.get() }

  private static func spans(of report: AnnotatedReport) -> [Span] {
    report.attributions.flatMap { $0.source + $0.cue + $0.content + $0.channelWords }
  }

  @Test func sixtyReportsShipAndTenOfThemTwice() throws {
    func ids(_ name: String) throws -> Set<String> {
      Set(try AnnotatedReport.all(in: Self.folder.appending(path: name)).map(\.id))
    }
    let (all, first, second) = (try ids("reports"), try ids("twice/first"), try ids("twice/second"))
    #expect(all.count >= 60)
    #expect(first.count == 10 && first == second && first.isSubset(of: all))
  }

  @Test func everyFileComesBackToTheByte() throws {
    for name in ["reports", "twice/first", "twice/second"] {
      let folder = Self.folder.appending(path: name)
      for report in try AnnotatedReport.all(in: folder) {
        let file = folder.appending(path: report.id + ".txt")
        #expect(try String(contentsOf: file, encoding: .utf8) == report.file, "\(file.path)")
      }
    }
  }

  @Test func everySpanHoldsWholeWordsWithoutBlankOrCommaAtItsEdges() throws {
    for report in try Self.shipped() {
      let text = SourceText(report.text)
      let scalars = Array(report.text.unicodeScalars)
      for span in Self.spans(of: report) {
        let words = text[span]
        #expect(words.first?.isWhitespace == false && words.last?.isWhitespace == false)
        #expect(words.last != "," && words.last != ";", "\(report.id): \(words)")
        for edge in [span.start, span.end] where edge > 0 && edge < scalars.count {
          let inWord = [edge - 1, edge].allSatisfy { scalars[$0].properties.isAlphabetic }
          #expect(!inWord, "\(report.id) cuts a word: \(words)")
        }
      }
    }
  }

  @Test func quotationMarksStandOutsideTheContentsTheyOpen() throws {
    for report in try Self.shipped() {
      let text = SourceText(report.text)
      for item in report.attributions {
        for span in item.content {
          #expect(!"\"“".contains(text[span].first ?? " "), "\(report.id) \(item.id)")
        }
      }
    }
  }

  @Test func rolesOfOneAttributionDoNotOverlap() throws {
    for report in try Self.shipped() {
      for item in report.attributions {
        let pieces = (item.source + item.cue + item.content).sorted()
        for (left, right) in zip(pieces, pieces.dropFirst()) {
          #expect(!left.overlaps(right), "\(report.id) \(item.id)")
        }
      }
    }
  }

  @Test func nobodyStandsWithinHimself() throws {
    for report in try Self.shipped() {
      let within = Dictionary(
        uniqueKeysWithValues: report.attributions.map { ($0.id, $0.within) })
      for item in report.attributions {
        var chain = [item.id]
        while chain.count <= within.count, let outer = within[chain[chain.count - 1]] ?? nil {
          chain.append(outer)
        }
        #expect(Set(chain).count == chain.count, "\(report.id) \(chain)")
      }
    }
  }

  @Test func aSpeakerWithANameIsNamedInTheReport() throws {
    for report in try Self.shipped() {
      let words = report.text.split { $0.isWhitespace }.joined(separator: " ")
      for item in report.attributions {
        guard let speaker = item.speaker, !speaker.hasPrefix("@") else { continue }
        #expect(words.contains(speaker), "\(report.id) \(item.id): \(speaker)")
      }
    }
  }

  @Test func marksAreReadAsTheGuidelinesSay() throws {
    let report = try AnnotatedReport(
      id: "small",
      file: """
        {s1,2 She} {q1 said} that {c1 {s3 he} {q3 called} {c3 it "a farce}}," {q2 adding}: {c2 No}.
        =====
        id | form     | kind   | source    | speaker  | channel | inferred
        1  | mixed    | speech | named     | Ane Bork | told    |
        2  | indirect | speech | named     | Ane Bork |         |
        3  | mixed    | speech | anonymous | @he
        """)
    #expect(report.text == "She said that he called it \"a farce,\" adding: No.\n")
    #expect(report.attributions.map(\.source) == [[Span(0, 3)], [Span(0, 3)], [Span(14, 16)]])
    #expect(report.attributions.map(\.content)[0] == [Span(14, 35)])
    #expect(report.attributions.map(\.within) == [nil, nil, 1])
    #expect(report.attributions.map(\.channel) == ["told", nil, nil])
  }

  @Test(arguments: [
    "{s1 She said.\n", "She} said.\n", "{x1 She} said.\n", "{s1 } said.\n", "{s1,a She} said.\n",
    "{s1 She} {q1 said}.\n", "{s2 She} {q1 said} {c1 so}.\n", "{q1 said} {c1 so}.\n",
  ])
  func aBrokenReportIsRefusedWithTheReason(marked: String) {
    let table = "=====\nid | form | kind | source | speaker | channel | inferred\n"
    let row = "1 | indirect | speech | named | She |  |\n"
    let whole = "{s1 She} {q1 said} {c1 so}.\n" + table + row
    #expect(throws: Never.self) { try AnnotatedReport(id: "whole", file: whole) }
    #expect(throws: AnnotationError.self) {
      try AnnotatedReport(id: "broken", file: marked + table + row)
    }
  }

  @Test(arguments: [
    "1 | spoken | speech | named | She", "1 | direct | talk | named | She",
    "1 | direct | speech | nobody | She", "1 | direct | speech | named | ",
    "1 | direct | speech | named | She | pigeon", "1 | direct | speech | named",
    "1 | direct | speech | anonymous | She", "1 | direct | speech | unwritten | -",
    "1 | direct | speech | named | She | | guessed", "one | direct | speech | named | She",
    "1 | direct | speech | named | She | | inferred",
    "1 | direct | speech | named | She\n1 | direct | speech | named | She",
  ])
  func aBrokenTableIsRefusedWithTheReason(rows: String) {
    let head = "{s1 She} {q1 said} {c1 so}.\n=====\n"
    let table = head + "id | form | kind | source | speaker | channel | inferred\n" + rows
    #expect(throws: AnnotationError.self) { try AnnotatedReport(id: "broken", file: table) }
  }
}
