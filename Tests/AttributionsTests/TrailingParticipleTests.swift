import Attributions
import Records
import Syntax
import Testing
import Text

@Suite struct TrailingParticipleTests {
  @Test func goesOnWithTheReportWhereverTheTreeHungIt() {
    let report = SmallReport([
      "Psaki|PROPN|2|nsubj said=say|VERB|0|root talks|NOUN|4|nsubj help|VERB|2|ccomp ,|PUNCT|6|punct adding=add|VERB|4|advcl that|SCONJ|9|mark they|PRON|9|nsubj continue|VERB|6|ccomp .|PUNCT|2|punct"
    ])
    let found = report.attributions()
    #expect(found.map { report.words($0.attribution.source) } == ["Psaki", "Psaki"])
    #expect(
      found.map { report.words($0.attribution.content) } == ["talks help", "that they continue"])
  }

  @Test func leavesAParticipleWithoutACommaInsideTheContent() {
    let report = SmallReport([
      "Psaki|PROPN|2|nsubj said=say|VERB|0|root envoys=envoy|NOUN|5|nsubj warning=warn|VERB|3|acl help|VERB|2|ccomp .|PUNCT|2|punct"
    ])
    let found = report.attributions()
    #expect(report.words(found[0].attribution.content) == "envoys warning help")
  }
}
