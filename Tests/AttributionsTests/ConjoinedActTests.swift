import Attributions
import Records
import Testing

@Suite struct ConjoinedActTests {
  @Test func whatTheSourceDoesBesidesIsNotSaid() {
    let report = SmallReport([
      "Ruto|PROPN|2|nsubj said=say|VERB|0|root troops=troop|NOUN|4|nsubj help|VERB|2|ccomp and|CCONJ|6|cc cancelled=cancel|VERB|2|conj trips=trip|NOUN|6|obj .|PUNCT|2|punct"
    ])
    #expect(report.attributions().map { report.words($0.attribution.content) } == ["troops help"])
  }

  @Test func aJoinedClauseWithASubjectOfItsOwnGoesOnWithTheReport() {
    let report = SmallReport([
      "Ruto|PROPN|2|nsubj said=say|VERB|0|root troops=troop|NOUN|4|nsubj help|VERB|2|ccomp and|CCONJ|7|cc trips=trip|NOUN|7|nsubj end|VERB|4|conj .|PUNCT|2|punct"
    ])
    #expect(
      report.attributions().map { report.words($0.attribution.content) }
        == ["troops help and trips end"])
  }
}
