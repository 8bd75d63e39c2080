import Attributions
import Records
import Testing

@Suite struct StandAloneQuotationTests {
  private static let direct =
    "“|PUNCT|2|punct Talks=talk|NOUN|3|nsubj help|VERB|7|ccomp ,|PUNCT|3|punct ”|PUNCT|3|punct she|PRON|7|nsubj said=say|VERB|0|root .|PUNCT|7|punct"
  private static let indirect =
    "She|PRON|2|nsubj said=say|VERB|0|root talks|NOUN|4|nsubj help|VERB|2|ccomp .|PUNCT|2|punct"
  private static let alone =
    "“|PUNCT|4|punct They|PRON|4|nsubj always|ADV|4|advmod do|VERB|0|root .|PUNCT|4|punct ”|PUNCT|4|punct"

  @Test func goesOnWithDirectSpeechOfTheSameParagraph() {
    let report = SmallReport([Self.direct, Self.alone])
    let found = report.attributions()
    #expect(found.count == 1)
    #expect(report.words(found[0].attribution.content) == "Talks help, | They always do.")
  }

  @Test func infersTheSpeakerBehindIndirectSpeech() {
    let found = SmallReport([Self.indirect, Self.alone]).attributions()
    #expect(found.map(\.attribution.inferred) == [false, true])
    #expect(found[1].attribution.by == "rule:speaker-of-paragraph")
    #expect(found[1].attribution.source.isEmpty && found[1].attribution.cue.isEmpty)
  }

  @Test func infersTheSpeakerOfTheParagraphBefore() {
    let found = SmallReport([Self.direct, "¶", Self.alone]).attributions()
    #expect(found.map(\.attribution.by) == ["rule:verb", "rule:speaker-of-paragraph-before"])
  }

  @Test func leavesAQuotationWithoutASpeakerNearbyAlone() {
    #expect(SmallReport([Self.alone]).attributions().isEmpty)
  }
}
