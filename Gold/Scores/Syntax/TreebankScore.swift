public import Syntax
import Text

/// The measures of the CoNLL 2018 shared task, on a treebank or a part of one.
public struct TreebankScore: Sendable {
  /// What the parser is given.
  public enum Input: Sendable {
    /// The text: words and sentences are found as well.
    case text(RawText.Layout)
    /// The treebank's own words and sentences.
    case words
  }

  /// What can go wrong.
  public enum Failure: Error {
    /// The two sides don't hold the same characters.
    case otherCharacters
  }

  /// The measures, tokens and sentences first.
  public let agreements: [Agreement]
  /// What was found.
  package let found: Annotation
  /// What is right.
  package let gold: Annotation

  /// The measure of this name.
  public subscript(name: String) -> Agreement? { agreements.first { $0.name == name } }

  /// Reads a treebank's documents and compares; without a parser words and sentences alone.
  ///
  /// - Throws: `Failure.otherCharacters`.
  public init(
    _ documents: [[CoNLLUSentence]], given input: Input, parser: EnglishParser?
  ) throws(Failure) {
    var found = Annotation()
    var gold = Annotation()
    for document in documents {
      gold.append(gold: document)
      let (text, words) = Self.words(of: document, given: input)
      found.append(
        parser?.parse(tokenised: words) ?? words.map { Sentence(tokens: $0) }, in: text)
    }
    guard found.characters == gold.characters else { throw .otherCharacters }
    self.found = found
    self.gold = gold
    agreements =
      [
        Agreement("Tokens", found.tokens, gold.tokens),
        Agreement("Sentences", found.sentences, gold.sentences),
      ] + (parser == nil ? [] : WordScores.agreements(found, gold))
  }

  /// A document's text and the words in it that the parser is to read, bare of all else.
  private static func words(
    of document: [CoNLLUSentence], given input: Input
  ) -> (SourceText, [[Token]]) {
    switch input {
    case .text(let layout):
      let text = SourceText(RawText.text(of: document, layout: layout))
      return (text, Tokeniser.sentences(in: text, block: text.span))
    case .words:
      let given = CoNLLU.text(of: document)
      let words = given.sentences.map { sentence in
        sentence.tokens.map {
          Token(form: $0.form, span: $0.span, continuesWord: $0.continuesWord)
        }
      }
      return (given.text, words)
    }
  }
}
