import Attributions
import Syntax
import Testing
import Text

@Suite struct SourcePhraseTests {
  /// The words of the source that is made of some tokens.
  private func whole(_ line: String, from tokens: [Int]) -> [String] {
    let report = SmallReport([line])
    let passage = Report(report.parsed, blocks: []).passages[0]
    var roles = [Role](repeating: .none, count: passage.sentence.count)
    for token in tokens { roles[token] = .source }
    return SourcePhrase.whole(tokens, roles: roles, passage: passage).map {
      passage.sentence[$0].form
    }
  }

  @Test func takesTheTitleBeforeAName() {
    #expect(
      whole(
        "Vice|PROPN|2|compound President|PROPN|4|nsubj Joe|PROPN|4|compound said=say|VERB|0|root",
        from: [2]) == ["Vice", "President", "Joe"])
  }

  @Test func takesThePhraseThatAPrepositionTiesToIt() {
    #expect(
      whole(
        "attorneys=attorney|NOUN|5|nsubj for|ADP|4|case the|DET|4|det family|NOUN|1|nmod said=say|VERB|0|root",
        from: [2, 3]) == ["attorneys", "for", "the", "family"])
  }

  @Test func leavesAWeekdayBeforeTheNameAlone() {
    #expect(
      whole(
        "Monday|PROPN|3|obl:unmarked Joe|PROPN|3|nsubj said=say|VERB|0|root", from: [1]) == ["Joe"])
  }
}
