import Mentions
import Syntax
import Testing

/// Which verb of speech goes on with which.
struct SpeechConjunctsTests {
  /// "They said the president had no right and … on citizens": the head of the last verb.
  private func head(of verb: String, in middle: String = "lacked") -> Int {
    let parsed = ParsedSketch.text(
      """
      They PRON 2 nsubj
      said VERB 0 root
      Vucic PROPN 4 nsubj
      \(middle) VERB 2 ccomp
      rights NOUN 4 obj
      and CCONJ 7 cc
      \(verb) VERB 4 conj
      citizens NOUN 7 obj
      . PUNCT 2 punct
      """)
    return SpeechConjuncts.mended(parsed).sentences[0][6].head
  }

  @Test func aVerbOfSpeechGoesOnWithTheOneAbove() { #expect(head(of: "urged") == 1) }

  @Test func anActStaysInWhatIsSaid() { #expect(head(of: "jailed") == 3) }

  @Test func aVerbOfSpeechStaysWithOneInsideWhatIsSaid() {
    #expect(head(of: "urged", in: "warned") == 3)
  }
}
