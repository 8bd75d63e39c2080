import Foundation
import GoldScores
import Mentions
import Records
import Syntax
import TestSupport
import Testing
import Text

/// The floors of the status grid; see `Gold/status-grid`. A floor is only ever raised.
@Suite struct StatusGridTests {
  @Test func theGridIsReadAboveItsFloors() throws {
    func table(_ name: String) throws -> String {
      let file = Repository.root.appending(path: "Gold/status-grid").appending(path: name)
      return try String(contentsOf: file, encoding: .utf8)
    }
    let grid = StatusGrid(
      frames: try table("frames.tsv"), verbs: try table("verbs.tsv"),
      nouns: try table("nouns.tsv"))
    let parser = try EnglishParser.shared()
    let reader = FactualityReader()
    var score = StatusScore()
    for item in grid.items {
      var status: String?
      for sentence in parser.parse(SourceText(item.text)).sentences {
        for (index, token) in sentence.tokens.enumerated()
        where token.span.start == item.predicate {
          status = reader.judge(index, in: sentence).status.rawValue
        }
      }
      score.add(item, status: status)
    }
    #expect(score.unrealToldAsFact < 3)
    #expect(score.right("happened") >= 97)
    for status in ["planned", "expected", "possible", "conditional", "requested", "denied"] {
      #expect(score.right(status) >= 85, "\(status): \(score.right(status)) %")
    }
  }
}
