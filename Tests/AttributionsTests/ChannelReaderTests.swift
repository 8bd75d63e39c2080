import Attributions
import Mentions
import Records
import Syntax
import Testing
import Text

@Suite struct ChannelReaderTests {
  private func channels(_ lines: [String], cast: Cast = Cast(entities: [])) -> [String?] {
    SmallReport(lines).attributions(cast: cast).map(\.attribution.channel?.kind)
  }

  @Test func readsTheCuesOwnVerb() {
    #expect(
      channels([
        "She|PRON|2|nsubj tweeted=tweet|VERB|0|root that|SCONJ|5|mark talks|NOUN|5|nsubj help|VERB|2|ccomp"
      ]) == ["tweet"])
  }

  @Test func readsAPhraseThatNamesTheOccasion() {
    let report = SmallReport([
      "In|ADP|3|case a|DET|3|det statement|NOUN|6|obl ,|PUNCT|3|punct she|PRON|6|nsubj said=say|VERB|0|root talks|NOUN|8|nsubj help|VERB|6|ccomp"
    ])
    let channel = report.attributions().first?.attribution.channel
    #expect(channel?.kind == "statement")
    #expect(channel?.name == "a statement")
  }

  @Test func readsWhomItWasToldTo() {
    #expect(
      channels([
        "She|PRON|2|nsubj told=tell|VERB|0|root reporters=reporter|NOUN|2|iobj talks|NOUN|5|nsubj help|VERB|2|ccomp"
      ]) == ["told"])
    #expect(
      channels([
        "She|PRON|2|nsubj told=tell|VERB|0|root friends=friend|NOUN|2|iobj talks|NOUN|5|nsubj help|VERB|2|ccomp"
      ]) == [nil])
  }

  @Test func aDocumentSpeaksForItself() {
    #expect(
      channels([
        "The|DET|2|det report|NOUN|3|nsubj says=say|VERB|0|root talks|NOUN|5|nsubj help|VERB|3|ccomp"
      ]) == ["document"])
  }

  @Test func holdsWhileTheSameSpeakerGoesOn() {
    let lines = [
      "Psaki|PROPN|2|nsubj tweeted=tweet|VERB|0|root that|SCONJ|5|mark talks|NOUN|5|nsubj help|VERB|2|ccomp .|PUNCT|2|punct",
      "She|PRON|2|nsubj said=say|VERB|0|root talks|NOUN|4|nsubj go|VERB|2|ccomp .|PUNCT|2|punct",
      "Amr|PROPN|2|nsubj said=say|VERB|0|root talks|NOUN|4|nsubj end|VERB|2|ccomp .|PUNCT|2|punct",
    ]
    func person(_ name: String, _ sentences: [Int]) -> Entity {
      Entity(
        name: name, kind: .person, isNamed: true,
        mentions: sentences.map {
          Mention(kind: .name, sentence: $0, tokens: 0..<1, head: 0, span: .init(0, 1))
        })
    }
    let cast = Cast(entities: [person("Psaki", [0, 1]), person("Amr", [2])])
    #expect(channels(lines, cast: cast) == ["tweet", "tweet", nil])
  }
}
