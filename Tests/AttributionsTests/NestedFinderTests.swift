import Attributions
import Records
import Syntax
import Testing
import Text

/// What stands within somebody's words.
@Suite struct NestedFinderTests {
  private let believed = SmallReport([
    "She|PRON|2|nsubj said=say|VERB|0|root he|PRON|4|nsubj believed=believe|VERB|2|ccomp talks=talk|NOUN|6|nsubj help|VERB|4|ccomp .|PUNCT|2|punct"
  ])

  @Test func wordsWithinWordsAreFoundWithTheirOwnSource() {
    let found = believed.attributions()
    #expect(found.map { believed.words($0.attribution.source) } == ["She", "he"])
    #expect(
      found.map { believed.words($0.attribution.content) } == [
        "he believed talks help", "talks help",
      ])
    #expect(found.map(\.within) == [nil, 0])
    #expect(found.map(\.attribution.by) == ["rule:verb", "rule:nested-verb"])
  }

  @Test func whatIsNotBelievedIsNoAttribution() {
    let report = SmallReport([
      "She|PRON|2|nsubj said=say|VERB|0|root he|PRON|5|nsubj never|ADV|5|advmod believed=believe|VERB|2|ccomp talks=talk|NOUN|7|nsubj help|VERB|5|ccomp .|PUNCT|2|punct"
    ])
    #expect(report.attributions().map(\.within) == [nil])
  }

  @Test func whatShallBeSaidIsNone() {
    let report = SmallReport([
      "She|PRON|2|nsubj said=say|VERB|0|root he|PRON|5|nsubj would|AUX|5|aux say|VERB|2|ccomp talks=talk|NOUN|7|nsubj help|VERB|5|ccomp .|PUNCT|2|punct"
    ])
    #expect(report.attributions().map(\.within) == [nil])
  }

  @Test func theOneWhoIsAskedBelongsToTheContent() {
    let report = SmallReport([
      "She|PRON|2|nsubj said=say|VERB|0|root Oslo|PROPN|4|nsubj urged=urge|VERB|2|ccomp both|DET|6|det sides=side|NOUN|4|obj to|PART|8|mark stop|VERB|4|xcomp .|PUNCT|2|punct"
    ])
    let inner = report.attributions().last
    #expect(inner.map { report.words($0.attribution.content) } == "both sides to stop")
  }

  @Test func theOneWhoIsToldDoesNot() {
    let report = SmallReport([
      "She|PRON|2|nsubj said=say|VERB|0|root Oslo|PROPN|4|nsubj told=tell|VERB|2|ccomp both|DET|6|det sides=side|NOUN|4|obj to|PART|8|mark stop|VERB|4|xcomp .|PUNCT|2|punct"
    ])
    let inner = report.attributions().last
    #expect(inner.map { report.words($0.attribution.content) } == "to stop")
  }

  @Test func aRelativeClauseIsReadToItsEndAndOnce() {
    let report = SmallReport([
      "She|PRON|2|nsubj denied=deny|VERB|0|root claims=claim|NOUN|2|obj ,|PUNCT|7|punct which|PRON|7|obj Oslo|PROPN|7|nsubj called=call|VERB|3|acl:relcl lies=lie|NOUN|7|xcomp .|PUNCT|2|punct"
    ])
    let inner = report.attributions().last
    #expect(inner.map { report.words($0.attribution.source) } == "Oslo")
    #expect(inner?.attribution.source.count == 1 && inner?.attribution.content.count == 1)
  }

  @Test func anActDoesNotSignal() {
    let report = SmallReport([
      "She|PRON|2|nsubj said=say|VERB|0|root the|DET|4|det arrival|NOUN|5|nsubj shows=show|VERB|2|ccomp that|SCONJ|8|mark talks=talk|NOUN|8|nsubj help|VERB|5|ccomp .|PUNCT|2|punct"
    ])
    #expect(report.attributions().map(\.within) == [nil])
  }

  @Test func directSpeechHidesItsOwnMarksFromTheFormWithin() {
    let report = SmallReport([
      "“|PUNCT|3|punct They|PRON|3|nsubj say|VERB|8|ccomp talks=talk|NOUN|5|nsubj help|VERB|3|ccomp ,|PUNCT|3|punct ”|PUNCT|3|punct said=say|VERB|0|root Rashid|PROPN|8|nsubj .|PUNCT|8|punct"
    ])
    let inner = report.attributions().first { $0.within != nil }
    #expect(inner?.attribution.form == .indirect)
    #expect(inner.map { report.words($0.attribution.source) } == "They")
  }
}
