import Testing
import Text

import Syntax

@Suite("The engine reads a sentence the same way whatever stands around it")
struct EngineParserTests {
  private static let model: [UInt8] = {
    var random = RandomModel(seed: 21)
    return random.bytes()
  }()
  private static let words = [
    "The", "dog", "Barks", "they", "went", "2,000", "Zürich", "naïve", "U.S.", "“", "…", "’s",
  ]

  private static func sentences(_ count: Int, seed: UInt64) -> [[Token]] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      (0..<Int.random(in: 1...40, using: &generator)).map { place in
        let word = words.randomElement(using: &generator) ?? ""
        let form = word + (Bool.random(using: &generator) ? "" : String(place))
        return Token(form: form, span: Span(place * 20, place * 20 + 9))
      }
    }
  }

  @Test("A sentence alone and in a batch has one reading")
  func batchMates() throws {
    let parser = try EnglishParser(model: Self.model)
    let sentences = Self.sentences(150, seed: 1)
    let together = parser.parse(tokenised: sentences)
    #expect(together.count == sentences.count)
    for (sentence, found) in zip(sentences, together) {
      let alone = parser.parse(tokenised: [sentence])
      #expect(alone.map(\.tokens) == [found.tokens])
      #expect(alone.map(\.names) == [found.names])
    }
  }

  @Test("Threads that share a parser find what one thread finds")
  func threads() async throws {
    let parser = try EnglishParser(model: Self.model)
    let texts = (0..<12).map { Self.sentences(20, seed: UInt64($0 % 4)) }
    let found = await withTaskGroup(of: (Int, [[Token]]).self) { group in
      for (index, text) in texts.enumerated() {
        group.addTask { (index, parser.parse(tokenised: text).map(\.tokens)) }
      }
      return await group.reduce(into: [[[Token]]](repeating: [], count: 12)) { $0[$1.0] = $1.1 }
    }
    for (text, tokens) in zip(texts, found) {
      #expect(parser.parse(tokenised: text).map(\.tokens) == tokens)
    }
  }

  @Test("Every instruction set gives the same tags and trees")
  func instructionSets() throws {
    let sentences = Self.sentences(40, seed: 3)
    let bytes = ModelBytes(copying: Self.model)
    let readings = try Kernels.available.map {
      try EnglishParser(model: bytes, kernels: $0).parse(tokenised: sentences).map(\.tokens)
    }
    for reading in readings { #expect(reading == readings[0]) }
  }

  @Test("Each sentence has one root, and only the root has the relation root")
  func wellFormed() throws {
    let parser = try EnglishParser(model: Self.model)
    for sentence in parser.parse(tokenised: Self.sentences(200, seed: 4)) {
      let heads = [0] + sentence.tokens.map { $0.head + 1 }
      #expect(SpanningTree.isTree(heads))
      for token in sentence.tokens { #expect((token.head < 0) == (token.relation == .root)) }
    }
  }

  @Test("5,000 words and a word of 100,000 letters are read, with every word kept")
  func bounds() throws {
    let parser = try EnglishParser(model: Self.model)
    let long = (0..<5000).map { Token(form: $0 % 97 == 0 ? "," : "dog", span: Span($0, $0 + 1)) }
    let huge = [Token(form: String(repeating: "a", count: 100_000), span: Span(0, 100_000))]
    let found = parser.parse(tokenised: [long, [], huge])
    #expect(found.map(\.count) == [5000, 1])
    #expect(SpanningTree.isTree([0] + found[0].tokens.map { $0.head + 1 }))
    #expect(found[0].tokens.filter { $0.relation == .parataxis }.count >= 12)
  }

  @Test("Windows hold at most 400 words and end after a clause mark of their second half")
  func windows() {
    var tokens = (0..<1000).map { Token(form: "w", span: Span($0, $0 + 1)) }
    tokens[310].form = ","
    tokens[350].form = ";"
    #expect(Windows.cut(tokens) == [0..<351, 351..<751, 751..<1000])
    #expect(Windows.cut(Array(tokens[..<400])) == [0..<400])
  }

  @Test("A head has one subject, one object, one agent, and the tree stays a tree")
  func slots() throws {
    // One in thirty such sentences comes out of the scores alone with a slot that is filled twice.
    let text = """
      US President Joe Biden spoke by phone with the emir of Qatar on Saturday, the White House said.
      Green Party presidential candidate Jill Stein was escorted off the premises on Monday.
      India, China agree to pull back troops from two more points on disputed border
      The New York state attorney general is confirming that the fund is not registered.
      "One of the things I am surprised about is how much the health issue has affected this," he said.
      Obama Power Plant Rules Face Key Test In Court.
      How did we get this low? - Jacklyn Ashley "Trump must stop portraying us as gangsters."
      """
    let parser = try EnglishParser.shared()
    var filled: Set<[Int]> = []
    for (number, sentence) in parser.parse(SourceText(text)).sentences.enumerated() {
      for token in sentence.tokens {
        let slot: Int
        switch token.relation {
        case .nsubj, .nsubjPass, .csubj, .csubjPass: slot = 0
        case .obj: slot = 1
        case .iobj: slot = 2
        case .xcomp: slot = 3
        case .oblAgent: slot = 4
        case .nmodPoss: slot = 5
        default: continue
        }
        #expect(filled.insert([number, token.head, slot]).inserted)
      }
      #expect(SpanningTree.isTree([0] + sentence.tokens.map { $0.head + 1 }))
    }
    #expect(filled.count > 10)
  }
}
