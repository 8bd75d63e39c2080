import Attributions
import Records
import Syntax
import Testing
import Text

@Suite struct ClosingReportTests {
  @Test func aClosingReportHoldsTheWholeSentence() {
    let report = SmallReport([
      "Police=police|NOUN|2|nsubj said=say|VERB|0|root shops=shop|NOUN|4|nsubj burn|VERB|2|ccomp ,|PUNCT|8|punct according|VERB|8|case to|ADP|6|fixed residents=resident|NOUN|2|obl .|PUNCT|2|punct"
    ])
    let found = report.attributions()
    #expect(
      found.map { report.words($0.attribution.content) } == [
        "shops burn", "Police said shops burn",
      ])
    #expect(found.map(\.within) == [1, nil])
  }
}
