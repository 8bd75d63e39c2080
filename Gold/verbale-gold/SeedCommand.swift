import ArgumentParser
import Foundation
import GoldScores
import Records

/// Scores two records of the example report: one made without a publication date, one with.
struct SeedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seed", abstract: "Scores records of the example report against its reading.",
    discussion: "`Gold/score-seed` makes both records and calls this.")

  @Argument(help: "The reading, reading.json.") var reading: String
  @Argument(help: "The record made without a publication date.") var undated: String
  @Argument(help: "The record made with --published 2021-05-14.") var dated: String
  @Flag(help: "Tell under each line what was missed.") var details = false

  func run() throws {
    func json(_ path: String) throws -> Data { try Data(contentsOf: URL(filePath: path)) }
    let score = SeedScore(
      reading: try SeedReading(json: json(reading)),
      undated: try JSONDecoder().decode(Record.self, from: json(undated)),
      dated: try JSONDecoder().decode(Record.self, from: json(dated)))
    print(score.table(details: details))
  }
}
