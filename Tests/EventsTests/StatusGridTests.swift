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
    let score = try Self.score("Gold/status-grid")
    #expect(score.unrealToldAsFact < 1)
    #expect(score.right("happened") >= 97)
    for status in ["planned", "expected", "possible", "conditional", "requested", "denied"] {
      #expect(score.right(status) >= 90, "\(status): \(score.right(status)) %")
    }
  }

  /// The grid whose frames were written before any of its sentences was read. What is told only on
  /// somebody's word, `Reader` marks; here it counts as told.
  @Test func theSecondGridIsReadAboveItsFloors() throws {
    let score = try Self.score("Gold/status-grid/second")
    #expect(score.unrealToldAsFact < 5)
    #expect(score.right("happened") >= 95)
    for status in ["planned", "expected", "possible", "conditional", "requested", "denied"] {
      #expect(score.right(status) >= 90, "\(status): \(score.right(status)) %")
    }
  }

  /// The grid of other verbs, names and frames than both.
  @Test func theThirdGridIsReadAboveItsFloors() throws {
    let score = try Self.score("Gold/status-grid/third")
    #expect(score.unrealToldAsFact < 7)
    #expect(score.right("happened") >= 97)
    for status in ["planned", "expected", "possible", "conditional", "requested", "denied"] {
      #expect(score.right(status) >= 88, "\(status): \(score.right(status)) %")
    }
  }

  private static func score(_ folder: String) throws -> StatusScore {
    func table(_ name: String) throws -> String {
      let file = Repository.root.appending(path: folder).appending(path: name)
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
    return score
  }
}
