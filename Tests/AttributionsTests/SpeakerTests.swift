import Attributions
import Mentions
import Records
import Syntax
import Testing
import Text

/// Who speaks where the head of the source names nobody, and who only listens.
@Suite struct SpeakerTests {
  private let luna = Entity(
    name: "Luna", kind: .person, isNamed: true,
    mentions: [Mention(kind: .name, sentence: 0, tokens: 4..<5, head: 4, span: Span(13, 17))])

  @Test func whoStandsInAppositionSpeaks() {
    let report = SmallReport([
      "One|NUM|7|nsubj of|ADP|3|case them=they|PRON|1|nmod ,|PUNCT|5|punct Luna|PROPN|1|appos ,|PUNCT|1|punct said=say|VERB|0|root talks=talk|NOUN|9|nsubj help|VERB|7|ccomp"
    ])
    let found = report.attributions(cast: Cast(entities: [luna]))
    #expect(found.first?.entity == 0)
    #expect(found.first?.attribution.sourceKind == .named)
  }

  @Test func anOccasionBesideTheSourceIsTheChannel() {
    let report = SmallReport([
      "Luna|PROPN|5|nsubj reached=reach|VERB|1|acl by|ADP|4|case phone|NOUN|2|obl said=say|VERB|0|root talks=talk|NOUN|7|nsubj help|VERB|5|ccomp"
    ])
    #expect(report.attributions().first?.attribution.channel?.kind == "call")
  }

  @Test func whatIsSaidInAStatementIsSpeechWhateverTheVerb() {
    let report = SmallReport([
      "Luna|PROPN|2|nsubj hoped=hope|VERB|0|root in|ADP|5|case a|DET|5|det statement|NOUN|2|obl that|SCONJ|8|mark talks=talk|NOUN|8|nsubj help|VERB|2|ccomp"
    ])
    let found = report.attributions().first?.attribution
    #expect(found?.channel?.kind == "statement" && found?.kind == .speech)
  }
}
