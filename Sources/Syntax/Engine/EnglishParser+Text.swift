public import Text

extension EnglishParser {
  /// Finds the sentences of a text and parses them.
  ///
  /// - Parameters:
  ///   - text: the text that the spans point into.
  ///   - blocks: the stretches to read, in text order; no sentence crosses a block's edge. Nil
  ///     reads the whole text.
  public func parse(_ text: SourceText, blocks: [Span]? = nil) -> ParsedText {
    let sentences = (blocks ?? [text.span]).flatMap { Tokeniser.sentences(in: text, block: $0) }
    return ParsedText(text: text, sentences: parse(tokenised: sentences))
  }
}
