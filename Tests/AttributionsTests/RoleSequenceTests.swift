import Attributions
import Testing

@Suite struct RoleSequenceTests {
  private let passage = Report(
    SmallReport([
      "They|PRON|2|nsubj said=say|VERB|0|root in|ADP|4|case Rome|PROPN|6|obl rain|NOUN|6|nsubj fell=fall|VERB|2|ccomp ,|PUNCT|6|punct hard|ADV|6|advmod"
    ]).parsed, blocks: []
  ).passages[0]

  /// The parts after mending, one letter a word; so are the phrases' and the network's.
  private func mended(_ phrases: String, network: String, odds: Float = 3) -> String {
    let letters: [Character: Role] = [".": .none, "s": .source, "q": .cue, "c": .content]
    var scores: [Float] = []
    for letter in network {
      for role in Role.allCases {
        scores.append(role == .none ? 0 : letters[letter] == role ? odds : -odds)
      }
    }
    let parts = PartScores(passages: 0..<1, starts: [0], scores: scores)
    let roles = RoleSequence.mended(
      phrases.compactMap { letters[$0] }, cue: 1, parts, in: passage)
    return String(roles.map { role in letters.first { $0.value == role }?.key ?? "?" })
  }

  @Test func edgesMoveWhereTheNetworkIsSure() {
    #expect(mended("sqcccccc", network: "sqqqcccc") == "sqqqcccc")
    #expect(mended("sq..cc.c", network: "sqqqcccc") == "sqqqcccc")
  }

  @Test func thePhraseDecidesWhereTheNetworkIsNotSure() {
    #expect(mended("sqcccccc", network: "sqqqcccc", odds: 0.2) == "sqcccccc")
  }

  @Test func marksGoWithTheWordsAround() {
    #expect(mended("sqcccc.c", network: "sqcccccc") == "sqcccccc")
  }

  @Test func theHeadOfTheCueStaysCue() {
    #expect(mended("sqcccccc", network: "sccccccc", odds: 50).dropFirst().first == "q")
  }
}
