public import Syntax

/// Gives a verb of speech back to the clause that it goes on with: in "he said the president had no right
/// to it and *called* on citizens to march" parsers join "called" to "had", though he called.
///
/// In such sentences of news the verb nearly always shares the subject of the first verb of speech: where it
/// has none of its own, and the verb that it was joined to says nothing.
public enum SpeechConjuncts {
  /// The text with such verbs joined to the verb of speech above.
  public static func mended(_ parsed: ParsedText) -> ParsedText {
    ParsedText(text: parsed.text, sentences: parsed.sentences.map(mended))
  }

  private static func mended(_ sentence: Sentence) -> Sentence {
    var tokens = sentence.tokens
    var isChanged = false
    for index in tokens.indices {
      guard let speech = speechAbove(index, in: sentence) else { continue }
      tokens[index].head = speech
      isChanged = true
    }
    return isChanged ? Sentence(tokens: tokens, names: sentence.names) : sentence
  }

  /// The verb of speech in whose complement a verb of speech was joined to a verb that is none.
  private static func speechAbove(_ index: Int, in sentence: Sentence) -> Int? {
    let joined = sentence[index].head
    guard sentence[index].relation == .conj, joined >= 0, sentence[joined].relation == .ccomp,
      !speaks(joined, in: sentence), speaks(index, in: sentence)
    else { return nil }
    let speech = sentence[joined].head
    guard speech >= 0, speech < joined, speaks(speech, in: sentence),
      sentence[speech].xpos == sentence[index].xpos
        || sentence[speech].xpos == "VBD" && sentence[index].xpos == "VBN",
      !sentence.children(of: index).contains(where: {
        switch sentence[$0].relation.universal {
        case .nsubj, .csubj, .aux, .expl: true
        default: false
        }
      })
    else { return nil }
    return speech
  }

  private static let others: Set<String> = [
    "accuse", "blame", "call", "condemn", "criticise", "criticize", "praise", "thank", "urge",
    "warn",
  ]

  private static func speaks(_ index: Int, in sentence: Sentence) -> Bool {
    let token = sentence[index]
    guard token.upos == .verb else { return false }
    let lemma = token.plainLemma
    return others.contains(lemma)
      || FactualityLexicon.shared.signature(lemma, frame: "that", word: .verb)?.asserted == .own
  }
}
