import Testing
import Text

import Syntax

@Suite struct TokeniserTests {
  private func words(_ string: String) -> [String] {
    let text = SourceText(string)
    return Tokeniser.sentences(in: text, block: text.span).flatMap { $0.map(\.form) }
  }

  @Test(arguments: [
    ("Israel's army didn't", "Israel 's army did n't"),
    ("the parents’ house", "the parents ’ house"),
    ("They cannot and gonna", "They can not and gon na"),
    ("a 15-year, state-run term", "a 15 - year , state - run term"),
    ("non-stop anti-war e-mail", "non-stop anti-war e-mail"),
    ("$5m or 3.5% of 1,500 at 11am", "$ 5 m or 3.5 % of 1,500 at 11 am"),
    ("on 9/11 at 10:30 in the 1980s", "on 9/11 at 10:30 in the 1980s"),
    ("the U.S. Secretary, Gen. Lee and J. K. Hall", "the U.S. Secretary , Gen. Lee and J. K. Hall"),
    ("ask press@example.org, @desk or #news", "ask press@example.org , @desk or #news"),
    ("(see https://example.org/a_(b)).", "( see https://example.org/a_(b) ) ."),
    ("well... no -- yes!?", "well ... no -- yes !?"),
    ("``Yes,'' he said", "`` Yes , '' he said"),
    ("what lives.the loss", "what lives . the loss"),
    ("Centre.The end", "Centre . The end"),
    ("O'Connor and AT&T", "O'Connor and AT&T"),
    ("“It’s ‘done’,” she said", "“ It ’s ‘ done ’ , ” she said"),
  ])
  func followsTheTreebanks(text: String, tokens: String) {
    #expect(words(text) == tokens.split(separator: " ").map(String.init))
  }

  private func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
  }

  @Test func marksWordsThatGoOnAWrittenWord() {
    let text = SourceText("We don't. The dogs' bowl")
    let tokens = Tokeniser.sentences(in: text, block: text.span).flatMap(\.self)
    #expect(tokens.filter(\.continuesWord).map(\.form) == ["n't", "'"])
  }

  @Test func closesAQuotationWithAnApostrophe() {
    let text = SourceText("They said 'no more words' again")
    let tokens = Tokeniser.sentences(in: text, block: text.span).flatMap(\.self)
    #expect(tokens.filter(\.continuesWord).isEmpty)
  }

  @Test func countsOffsetsInCodePointsFromTheTextsStart() {
    let text = SourceText("— Grannò said “no”. 👩‍👩‍👧 left")
    let block = Span(2, text.count)
    for token in Tokeniser.sentences(in: text, block: block).flatMap(\.self) {
      #expect(text[token.span] == token.form)
    }
    #expect(words("👩‍👩‍👧🇮🇱 x") == ["👩‍👩‍👧", "🇮🇱", "x"])
  }

  @Test func holdsEveryCharacterInExactlyOneToken() {
    var random = SplitMix(seed: 7)
    let parts = [
      "a", "Word", "U.S.", "don't", "'", "’", "\"", ".", "...", " ", "\n", "\n\n", "5", "1,000",
      "-",
      "/", "@x", "#", "http://a.b/", ":)", "\u{0}", "\u{200D}", "é", "עברית", "中文", "👍🏽", "🇫🇷", "&",
      "$", "www.", "x@y.z", "_", "\u{301}", "\u{2028}", "\u{A0}", "cannot", "s'", "1.", "+", "`",
    ]
    for _ in 0..<2_000 {
      let string = (0..<Int(random.next() % 12)).map { _ in
        parts[Int(random.next() % UInt64(parts.count))]
      }.joined()
      let text = SourceText(string)
      let sentences = Tokeniser.sentences(in: text, block: text.span)
      #expect(sentences.allSatisfy { !$0.isEmpty })
      var offset = 0
      for token in sentences.flatMap(\.self) {
        #expect(offset <= token.span.start && !token.span.isEmpty, "\(string.debugDescription)")
        let between = text[Span(offset, max(offset, token.span.start))]
        #expect(isBlank(between))
        #expect(text[token.span] == token.form)
        offset = token.span.end
      }
      let rest = text[Span(offset, text.count)]
      #expect(isBlank(rest))
    }
  }

  @Test func cutsWhatIsTooLong() {
    let text = SourceText(String(repeating: "x", count: 100_000))
    let tokens = Tokeniser.sentences(in: text, block: text.span).flatMap(\.self)
    #expect(tokens.count == 100)
    #expect(tokens.allSatisfy { $0.span.count <= Tokeniser.longestToken })
    let list = SourceText(String(repeating: "word ", count: 5_000))
    let sentences = Tokeniser.sentences(in: list, block: list.span)
    #expect(sentences.allSatisfy { $0.count <= Tokeniser.longestSentence })
  }

  @Test(arguments: [
    "U.S. Secretary Ann Lee met Gen. Ho at 5 p.m. on Sept. 3.| She left.",
    "\"It is over,\" he said.| “We won.”| They cheered.",
    "Did he go?| No!| He stayed (at home).| It rained.",
    "A headline without a stop\n\n|The story begins here.",
    "J. K. Rowling wrote it.| It sold 3.5 million copies, i.e. a lot.",
    "He saw what lives.|The loss was great.",
  ])
  func endsSentences(text: String) {
    let source = SourceText(text.replacing("|", with: ""))
    let found = Tokeniser.sentences(in: source, block: source.span).map { sentence in
      source[Span(sentence[0].span.start, sentence[sentence.count - 1].span.end)]
    }
    let wanted = text.split(separator: "|").map {
      $0.trimmingPrefix { $0.isWhitespace }.split(separator: "\n")[0]
    }
    #expect(found == wanted.map(String.init))
  }
}

/// A small generator of random numbers that gives the same ones every time.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
