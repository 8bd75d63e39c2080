import Attributions
import Records
import Syntax
import Testing
import Text

@Suite struct RuleDeciderTests {
  @Test func readsAComplementClause() {
    let report = SmallReport([
      "Psaki|PROPN|2|nsubj said=say|VERB|0|root that|SCONJ|6|mark talks|NOUN|6|nsubj will|AUX|6|aux go=go|VERB|2|ccomp on|ADP|6|compound:prt .|PUNCT|2|punct"
    ])
    let found = report.attributions()
    #expect(found.count == 1)
    #expect(report.words(found[0].attribution.source) == "Psaki")
    #expect(report.words(found[0].attribution.cue) == "said")
    #expect(report.words(found[0].attribution.content) == "that talks will go on")
    #expect(found[0].attribution.form == .indirect)
    #expect(found[0].attribution.by == "rule:verb")
  }

  @Test func readsAQuotationBeforeItsCueAcrossSentences() {
    let report = SmallReport([
      "“|PUNCT|2|punct Talks=talk|NOUN|3|nsubj help|VERB|0|root .|PUNCT|3|punct",
      "They|PRON|2|nsubj go|VERB|6|ccomp ,|PUNCT|2|punct ”|PUNCT|2|punct she|PRON|6|nsubj said=say|VERB|0|root .|PUNCT|6|punct",
    ])
    let found = report.attributions()
    #expect(found.count == 1)
    #expect(report.words(found[0].attribution.source) == "she")
    #expect(report.words(found[0].attribution.content) == "Talks help. They go,")
    #expect(found[0].attribution.form == .direct)
  }

  @Test func sharesTheSourceWithAParticiple() {
    let report = SmallReport([
      "Psaki|PROPN|2|nsubj said=say|VERB|0|root talks|NOUN|4|nsubj help|VERB|2|ccomp ,|PUNCT|6|punct adding=add|VERB|2|advcl that|SCONJ|9|mark they|PRON|9|nsubj continue|VERB|6|ccomp .|PUNCT|2|punct"
    ])
    let found = report.attributions()
    #expect(found.map { report.words($0.attribution.source) } == ["Psaki", "Psaki"])
    #expect(
      found.map { report.words($0.attribution.content) } == ["talks help", "that they continue"])
  }

  @Test func readsAccordingTo() {
    let report = SmallReport([
      "Prices=price|NOUN|2|nsubj rose=rise|VERB|0|root ,|PUNCT|7|punct according|VERB|7|case to|ADP|4|fixed the|DET|7|det bank|NOUN|2|obl .|PUNCT|2|punct"
    ])
    let found = report.attributions()
    #expect(found.count == 1)
    #expect(report.words(found[0].attribution.source) == "the bank")
    #expect(report.words(found[0].attribution.cue) == "according to")
    #expect(report.words(found[0].attribution.content) == "Prices rose")
    #expect(found[0].attribution.sourceKind == .institution)
  }

  @Test func leavesTheSourceOfAnAdverbAndOfAPassiveUnwritten() {
    let adverb = SmallReport([
      "He|PRON|3|nsubj reportedly|ADV|3|advmod left=leave|VERB|0|root .|PUNCT|3|punct"
    ]).attributions()
    #expect(adverb.map(\.attribution.sourceKind) == [.unwritten])
    let passive = SmallReport([
      "It|PRON|3|nsubj:pass is=be|AUX|3|aux:pass believed=believe|VERB|0|root that|SCONJ|6|mark he|PRON|6|nsubj left=leave|VERB|3|ccomp .|PUNCT|3|punct"
    ]).attributions()
    #expect(passive.map(\.attribution.sourceKind) == [.unwritten])
    #expect(passive.map(\.attribution.kind) == [.attitude])
  }

  @Test func marksAnAttributionWithinAnother() {
    let report = SmallReport([
      "She|PRON|2|nsubj said=say|VERB|0|root that|SCONJ|5|mark she|PRON|5|nsubj believes=believe|VERB|2|ccomp talks|NOUN|7|nsubj help|VERB|5|ccomp .|PUNCT|2|punct"
    ])
    let found = report.attributions()
    #expect(found.map(\.within) == [nil, 0])
    #expect(report.words(found[1].attribution.content) == "talks help")
  }

  @Test func readsARelativeClauseWithWho() {
    let report = SmallReport([
      "Officials=official|NOUN|6|nsubj who|PRON|3|nsubj said=say|VERB|1|acl:relcl talks|NOUN|5|nsubj help|VERB|3|ccomp left=leave|VERB|0|root .|PUNCT|6|punct"
    ])
    let found = report.attributions()
    #expect(found.count == 1)
    #expect(report.words(found[0].attribution.source) == "who")
    #expect(found[0].attribution.sourceKind == .anonymous)
  }

  @Test func readsAHeadlineWithAColon() {
    let report = SmallReport(
      [
        "Biden|PROPN|4|nsubj :|PUNCT|1|punct Talks=talk|NOUN|4|nsubj help|VERB|0|root Gaza|PROPN|4|obj"
      ], persons: ["Biden"])
    let headline = Block(kind: .headline, span: report.parsed.text.span, why: "test")
    let found = report.attributions(blocks: [headline])
    #expect(found.map { report.words($0.attribution.source) } == ["Biden"])
    #expect(found.map { report.words($0.attribution.content) } == ["Talks help Gaza"])
    #expect(report.attributions().isEmpty, "a colon in the body names no speaker by itself")
  }
}
