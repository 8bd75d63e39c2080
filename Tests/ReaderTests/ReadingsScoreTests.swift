import Foundation
import GoldScores
import Testing

/// The score that compares two readings of a report.
@Suite struct ReadingsScoreTests {
  private static let head = """
    =====
    id | form | kind | source | speaker | channel | inferred

    """

  private static func report(_ marked: String, _ rows: [String]) throws -> AnnotatedReport {
    try AnnotatedReport(id: "small", file: marked + "\n" + head + rows.joined(separator: "\n"))
  }

  private static func score(_ gold: AnnotatedReport, _ found: AnnotatedReport) -> ReadingsScore {
    var score = ReadingsScore()
    score.add(gold: ReportReading(gold), found: ReportReading(found), text: gold.text)
    return score
  }

  @Test func aReadingAgreesWithItselfInEverything() throws {
    for report in try AnnotatedReport.all(
      in: AnnotatedReportTests.folder.appending(path: "reports"))
    {
      for line in Self.score(report, report).lines where line.count > 0 {
        #expect(line.score == 100, "\(report.id): \(line.name) \(line.score)")
      }
    }
  }

  @Test func contentCountsByHalfItsWordsAndSourcesByTheirHeads() throws {
    let gold = try Self.report(
      "{s1 A senior official in Oslo} {q1 said} {c1 the talks would go on all night}.",
      ["1 | indirect | speech | anonymous | @official"])
    let shorter = try Self.report(
      "A senior {s1 official} {q1 said} {c1 the talks would go} on all night.".replacing(
        "official}", with: "official} in Oslo"),
      ["1 | indirect | speech | anonymous | @official"])
    #expect(Self.score(gold, shorter)["attribution (content and source)"]?.score == 100)
    let other = try Self.report(
      "A senior official in {s1 Oslo} {q1 said} {c1 the talks would go on all night}.",
      ["1 | indirect | speech | institution | Oslo"])
    let score = Self.score(gold, other)
    #expect(score["content overlaps by half"]?.score == 100)
    #expect(score["attribution (content and source)"]?.score == 0)
    #expect(score["of pairs: kind of source"]?.score == 0)
    let scrap = try Self.report(
      "{s1 A senior official in Oslo} {q1 said} {c1 the talks} would go on all night.",
      ["1 | indirect | speech | anonymous | @official"])
    #expect(Self.score(gold, scrap)["content overlaps by half"]?.score == 0)
  }

  @Test func twoUnnamedSourcesTakenForOneAreHalfRight() throws {
    let marked = "{s1 One official} {q1 said} {c1 yes}. {s2 Another} {q2 said} {c2 no}."
    func rows(_ first: String, _ second: String) -> [String] {
      [first, second].enumerated().map { "\($0 + 1) | indirect | speech | anonymous | \($1)" }
    }
    let apart = try Self.report(marked, rows("@one", "@another"))
    let together = try Self.report(marked, rows("@one", "@one"))
    let name = "of pairs: speaker, unnamed sources"
    #expect(Self.score(apart, apart)[name]?.score == 100)
    #expect(Self.score(apart, together)[name]?.score == 50)
    #expect(Self.score(together, apart)[name]?.score == 50)
  }

  @Test func whatIsFoundTwiceCountsOnce() throws {
    let gold = try Self.report(
      "{s1 She} {q1 said} {c1 yes and no}.", ["1 | indirect | speech | named | She"])
    let twice = try Self.report(
      "{s1,2 She} {q1 said} {c1 {c2 yes and no}}.",
      ["1 | indirect | speech | named | She", "2 | indirect | speech | named | She | | "])
    let line = Self.score(gold, twice)["attribution (content and source)"]
    #expect(line?.recall == 100 && line?.precision == 50)
  }
}
