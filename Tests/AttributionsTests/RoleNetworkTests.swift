import Attributions
import Records
import Syntax
import Testing

@Suite struct RoleNetworkTests {
  private static let lines = [
    "Officials=official|NOUN|2|nsubj said=say|VERB|0|root on|ADP|4|case Monday|PROPN|2|obl the|DET|6|det talks=talk|NOUN|8|nsubj would|AUX|8|aux resume|VERB|2|ccomp .|PUNCT|2|punct",
    "They|PRON|2|nsubj ended=end|VERB|0|root in|ADP|4|case May|PROPN|2|obl .|PUNCT|2|punct",
    "¶", "It|PRON|2|nsubj rained=rain|VERB|0|root .|PUNCT|2|punct",
  ]

  @Test(.enabled(if: RoleNetwork.shipped != nil))
  func tellsCueSourceAndContent() throws {
    let report = Report(SmallReport(Self.lines).parsed, blocks: [], network: RoleNetwork.shipped)
    let reading = try #require(report.reading)
    for (passage, token) in [(0, 0), (0, 5), (0, 7), (1, 1), (2, 1)] {
      #expect(reading.cueHead(token, in: passage) < reading.cueHead(1, in: 0))
    }
    let parts = reading.parts(beside: 1, in: report.passages[0])
    #expect(parts.best(0, in: 0) == .source)
    #expect(parts.best(1, in: 0) == .cue)
    #expect(parts.best(7, in: 0) == .content)
    #expect(parts.score(.content, 1, in: 1) != nil)
    #expect(parts.score(.content, 1, in: 2) == nil)
  }

  @Test(.enabled(if: RoleNetwork.shipped != nil))
  func saysTheSameEachTime() throws {
    let parsed = SmallReport(Self.lines).parsed
    let readings = try (0..<2).map { _ in
      try #require(Report(parsed, blocks: [], network: RoleNetwork.shipped).reading)
    }
    for (index, sentence) in parsed.sentences.enumerated() {
      for token in sentence.tokens.indices {
        #expect(readings[0].cueHead(token, in: index) == readings[1].cueHead(token, in: index))
      }
    }
  }

  @Test func isRefusedWhereItsBytesAreNone() {
    #expect(throws: SyntaxError.self) { try RoleNetwork([]) }
    #expect(throws: SyntaxError.self) { try RoleNetwork(Array("VRBLMDL1".utf8)) }
  }

  @Test func aStretchIsWhatOfAParagraphFits() {
    let report = Report(SmallReport(Self.lines).parsed, blocks: [])
    let stretches = Stretch.all(in: report.passages)
    #expect(stretches.map(\.passages) == [0..<2, 2..<3])
    #expect(stretches[0].starts == [0, 9])
    #expect(stretches[0].count == 14)
    let long = Array(repeating: Self.lines[0], count: 20)
    let pieces = Stretch.all(in: Report(SmallReport(long).parsed, blocks: []).passages)
    #expect(pieces.count > 1)
    #expect(pieces.allSatisfy { $0.count <= 120 })
    #expect(pieces.reduce(0) { $0 + $1.count } == 180)
  }

  @Test func everyWordHasItsRows() {
    let report = Report(SmallReport(Self.lines).parsed, blocks: [])
    for passage in report.passages {
      var rows: [Int32] = []
      WordBuckets.append(passage, place: 0, of: report, lexicon: .standard, to: &rows)
      #expect(rows.count == passage.sentence.count * WordBuckets.sizes.count)
      for (place, row) in rows.enumerated() {
        let kind = place % WordBuckets.sizes.count
        let first = WordBuckets.sizes.prefix(kind).reduce(0, +)
        #expect((first..<first + WordBuckets.sizes[kind]).contains(Int(row)))
      }
    }
  }

  @Test func wordsOfOnePhraseLieTheSameWay() {
    let report = Report(SmallReport(Self.lines).parsed, blocks: [])
    let stretch = Stretch.all(in: report.passages)[0]
    let ways = PairPath.ways(from: 1, in: report.passages[0], of: stretch)
    #expect(ways.count == stretch.count)
    #expect(ways[4] == ways[5])  // both below the verb of the clause
    #expect(ways[5] != ways[7])  // the verb itself
    #expect(ways[0] != ways[7])
    #expect(Set(ways[9...]).count == 1)
    #expect(PairPath.distance(-1) != PairPath.distance(1))
    for apart in -200...200 {
      #expect((0..<PairPath.distances).contains(PairPath.distance(apart)))
    }
  }
}
