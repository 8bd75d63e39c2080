import Foundation
import GoldScores
import Pages
import Reader
import Records
import TestSupport
import Testing

/// The example report, scored against a careful reader's reading. Floors only ever rise.
@Suite struct SeedTests {
  private static func score() throws -> SeedScore? {
    guard let page = Repository.shared("seed/article.txt"),
      let reading = Repository.shared("seed/reading.json"),
      case .input(let input) = IntakeSource.file(page.path).load()
    else { return nil }
    let reader = try ExamplesTests.reader.get()
    return SeedScore(
      reading: try SeedReading(json: Data(contentsOf: reading)),
      undated: reader.read(input), dated: reader.read(input, published: "2021-05-14"))
  }

  /// At least so many right.
  private static let floors: [String: Int] = [
    "parts": 9,
    "attributions: content": 29,
    "attributions: content and source": 29,
    "attributions: content and cue": 29,
    "attributions: content and speaker": 28,
    "attributions: content and form": 29,
    "events: type and words": 9,
    "events: type, words, status": 9,
    "events: type, words, status, actors": 9,
    "actors": 11,
    "actors with roles": 11,
    "actors with state": 11,
    "dates with a publication date": 3,
  ]

  /// At most so many faults.
  private static let ceilings: [String: Int] = [
    "body lines taken for something else": 0,
    "attributions told that the reading lacks": 3,
    "unfinished events told as done": 0,
    "names that must never appear": 0,
    "dates invented without one": 0,
  ]

  @Test func theExampleReportIsReadNoWorseThanBefore() throws {
    guard let score = try Self.score() else { return }
    print(score.table(details: false))
    for (name, floor) in Self.floors.sorted(by: { $0.key < $1.key }) {
      let line = try #require(score[name], "no line \(name)")
      #expect(line.right >= floor, "\(name): \(line.right), floor \(floor); \(line.details)")
    }
    for (name, ceiling) in Self.ceilings.sorted(by: { $0.key < $1.key }) {
      let line = try #require(score[name], "no line \(name)")
      #expect(line.right <= ceiling, "\(name): \(line.right) over \(ceiling); \(line.details)")
    }
  }
}
