import Attributions
import Mentions
import Records
import Syntax
import Testing
import Text

/// Printed conversations.
@Suite struct TranscriptTests {
  private static let turns = [
    "Ode|PROPN|0|root :|PUNCT|1|punct Ships=ship|NOUN|4|nsubj wait|VERB|1|parataxis .|PUNCT|1|punct",
    "¶",
    "Lund|PROPN|0|root :|PUNCT|1|punct Why|ADV|1|parataxis ?|PUNCT|1|punct",
    "¶",
    "Ode|PROPN|0|root :|PUNCT|1|punct Fog|NOUN|1|parataxis .|PUNCT|1|punct",
  ]

  @Test func everyTurnIsItsSpeakersDirectSpeech() {
    let report = SmallReport(
      [
        "The|DET|2|det hearing|NOUN|3|nsubj opened=open|VERB|0|root .|PUNCT|3|punct", "¶",
      ] + Self.turns, persons: ["Ode", "Lund"])
    let found = report.attributions()
    #expect(found.map { report.words($0.attribution.source) } == ["Ode", "Lund", "Ode"])
    #expect(found.map { report.words($0.attribution.content) } == ["Ships wait", "Why?", "Fog"])
    #expect(found.allSatisfy { $0.attribution.form == .direct })
    #expect(found.map(\.attribution.channel?.kind) == ["testimony", "testimony", "testimony"])
  }

  @Test func twoColonsAreNoConversation() {
    let report = SmallReport(Array(Self.turns.prefix(3)), persons: ["Ode", "Lund"])
    #expect(report.attributions().allSatisfy { $0.attribution.by != "rule:transcript" })
  }
}
