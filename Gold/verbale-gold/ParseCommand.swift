import ArgumentParser
import Foundation
import Syntax
import Text

/// `verbale-gold parse`: the measures of the CoNLL 2018 shared task.
struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Scores tokens, sentences, tags and trees on a CoNLL-U file (CoNLL 2018 measures).")

  @Argument(help: "The gold file in CoNLL-U.") var gold: String

  @Option(help: "How paragraphs reach the reader: \(RawText.Layout.allCases.map(\.rawValue)).")
  var layout = RawText.Layout.paragraphs

  @Option(help: "Only documents whose id has this in it.") var documents: String?

  @Flag(help: "Keep the gold words and sentences.") var tokenised = false
  @Flag(help: "Find words and sentences only.") var unparsed = false
  @Flag(help: "List the sentence boundaries that differ.") var boundaries = false
  @Flag(help: "List the tokens that differ.") var differences = false

  func run() throws {
    let sentences = try CoNLLU.read(Array(Data(contentsOf: URL(fileURLWithPath: gold))))
    var system = Annotation()
    var right = Annotation()
    for document in RawText.documents(sentences) {
      if let documents, !(document.first?.comments.contains { $0.contains(documents) } ?? false) {
        continue
      }
      right.append(gold: document)
      if tokenised {
        let given = CoNLLU.text(of: document)
        let words = given.sentences.map { $0.tokens.map(ParseCommand.bare) }
        system.append(try EnglishParser.shared().parse(tokenised: words), in: given.text)
        continue
      }
      let text = SourceText(RawText.text(of: document, layout: layout))
      let words = Tokeniser.sentences(in: text, block: text.span)
      let found =
        unparsed
        ? words.map { Sentence(tokens: $0) }
        : try EnglishParser.shared().parse(tokenised: words)
      system.append(found, in: text)
    }
    guard system.characters == right.characters else {
      throw GoldError(description: "the two sides don't hold the same characters")
    }
    print(ParseScore.spans("Tokens", system.tokens, right.tokens))
    print(ParseScore.spans("Sentences", system.sentences, right.sentences))
    if !unparsed { WordScores.lines(system, right).forEach { print($0) } }
    if boundaries { listBoundaries(system, right) }
    if differences { listTokens(system, right) }
  }

  /// A word as a tokeniser knows it.
  private static func bare(_ token: Token) -> Token {
    Token(form: token.form, span: token.span, continuesWord: token.continuesWord)
  }

  private func listBoundaries(_ system: Annotation, _ right: Annotation) {
    let found = Set(system.sentences.map(\.upperBound))
    let wanted = Set(right.sentences.map(\.upperBound))
    for end in found.symmetricDifference(wanted).sorted() {
      let before = right.characters[max(0, end - 50)..<end]
      let after = right.characters[end..<min(end + 30, right.characters.count)]
      print(found.contains(end) ? "+" : "-", String(before), "‖", String(after))
    }
  }

  private func listTokens(_ system: Annotation, _ right: Annotation) {
    let found = Set(system.tokens)
    for token in right.tokens where !found.contains(token) {
      let others = system.tokens.filter { $0.overlaps(token) }
      print(String(right.characters[token]), "<-", others.map { String(right.characters[$0]) })
    }
  }
}
