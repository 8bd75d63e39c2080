import Testing
import Text

import Syntax

@Suite("Any text is read, in bounds, with every character accounted for")
struct HostileTextTests {
  private func read(_ string: String) throws -> (SourceText, [Sentence]) {
    let text = SourceText(string)
    let words = Tokeniser.sentences(in: text, block: text.span)
    return (text, try EnglishParser.shared().parse(tokenised: words))
  }

  /// Tokens stand in order, hold what is not white space, and each sentence is a tree.
  private func check(_ string: String) throws {
    let (text, sentences) = try read(string)
    var offset = 0
    for sentence in sentences {
      #expect(SpanningTree.isTree([0] + sentence.tokens.map { $0.head + 1 }))
      for token in sentence.tokens {
        #expect(offset <= token.span.start && token.span.start < token.span.end)
        #expect(text[token.span] == token.form)
        #expect(isBlank(text[Span(offset, max(offset, token.span.start))]))
        offset = token.span.end
      }
    }
    #expect(isBlank(text[Span(offset, text.count)]))
  }

  private func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }

  @Test(arguments: [
    "", " \n\t ", "\u{0}", "a\u{0}b \u{1B}[31mred\u{1B}[0m \u{7}\u{8}", "\u{FEFF}He said.\u{200B}",
    "قال الوزير إن الاتفاق انتهى. وأضاف أنه لن يعود.", "השר אמר \"לא\" — (2021).",
    "He said \u{202E}sdrawkcab\u{202C} and left.", "习近平说。他走了！", "Ω≈ç√∫˜µ≤≥÷ ﷺ ﷽",
    "👩‍👩‍👧‍👦👍🏽🇵🇪🇪🇨 🏳️‍🌈 #️⃣ won! 😀😀😀", "Z̷̢̛a̵̡͝l̶̨͠g̷̛̫o̴̢͝ t̵e̷x̸t̶.",
    "\u{1F1F5}", "\u{200D}\u{200D}", "…!?!?…“”‘’«»", "a.b.c.d.e.f.g..........h",
    "http://", "@@@@ #### $$$$ 5%5%5%", "\u{10FFFF}\u{E000}",
  ])
  func oddCharacters(text: String) throws { try check(text) }

  @Test func bytesOfAllKinds() throws {
    var random = SplitMix(seed: 11)
    for _ in 0..<200 {
      let bytes = (0..<Int(random.next() % 80)).map { _ in
        // Half of them ASCII, so that words, marks and lines come about.
        UInt8(truncatingIfNeeded: random.next() % (random.next() % 2 == 0 ? 128 : 256))
      }
      try check(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func aTokenOfAHundredThousandCharactersIsCut() {
    for unit in ["x", "é", "👍🏽", ".", "-", "1,", "a'"] {
      let text = SourceText(String(repeating: unit, count: 100_000 / unit.utf8.count))
      let tokens = Tokeniser.sentences(in: text, block: text.span).flatMap(\.self)
      #expect(tokens.allSatisfy { $0.form.utf8.count <= Tokeniser.longestToken })
      #expect(tokens.reduce(0) { $0 + $1.span.count } == text.count)
    }
  }

  @Test func aSentenceOfFiveThousandWordsIsCut() throws {
    let (_, sentences) = try read(String(repeating: "and the dog barks ", count: 1_250))
    #expect(sentences.reduce(0) { $0 + $1.count } == 5_000)
    #expect(sentences.allSatisfy { $0.count <= Tokeniser.longestSentence })
  }

  @Test func aSentenceOfFiveThousandGivenWordsIsOneTree() throws {
    let words = (0..<5_000).map { Token(form: "dog", span: Span($0 * 4, $0 * 4 + 3)) }
    let sentence = try EnglishParser.shared().parse(tokenised: [words])[0]
    #expect(SpanningTree.isTree([0] + sentence.tokens.map { $0.head + 1 }))
  }
}
