import Text

extension EnglishParser {
  /// Parses a stretch of raw text to sentences of CoNLL-U; `# newpar` stands where a paragraph
  /// begins. Bytes that are not UTF-8 become U+FFFD.
  public func sentences(ofText bytes: [UInt8]) -> [CoNLLUSentence] {
    let text = SourceText(String(decoding: bytes, as: UTF8.self))
    var end = 0
    return parse(text).sentences.map { sentence in
      let between = text.bytes(of: Span(end, sentence.span.start))
      let isParagraph = end == 0 || text.utf8[between].count { $0 == 10 } > 1
      end = sentence.span.end
      return CoNLLUSentence(sentence, in: text, comments: isParagraph ? ["# newpar"] : [])
    }
  }

  /// Parses a stretch of CoNLL-U anew: words, sentences, comments and MISC stay, all else is ours.
  ///
  /// - Parameter line: The lines before the stretch, so that errors tell the file's line.
  /// - Throws: `CoNLLUError` for the first line that can't be read.
  public func sentences(
    ofCoNLLU bytes: [UInt8], line: Int = 0
  ) throws(CoNLLUError) -> [CoNLLUSentence] {
    var reader = CoNLLUReader(bytes, line: line)
    var sentences: [CoNLLUSentence] = []
    while let sentence = try reader.next() {
      if !sentence.tokens.isEmpty { sentences.append(sentence) }
    }
    for (index, parsed) in parse(tokenised: sentences.map(\.tokens)).enumerated() {
      sentences[index].tokens = parsed.tokens
      sentences[index].names = parsed.names
    }
    return sentences
  }
}
