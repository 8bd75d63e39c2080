import Text

/// The CoNLL-U format (universaldependencies.org/format), version 2.
///
/// Multiword tokens ("don't") are kept as ranges over their words; empty nodes are skipped.
///
/// ```swift
/// let sentences = try CoNLLU.read(Array(text.utf8))
/// let parsed = CoNLLU.text(of: sentences)
/// let again = CoNLLU.write(sentences)
/// ```
public enum CoNLLU {
  /// Reads all sentences of a file.
  ///
  /// - Throws: `CoNLLUError` with the number of the first bad line.
  public static func read(_ bytes: [UInt8]) throws(CoNLLUError) -> [CoNLLUSentence] {
    var reader = CoNLLUReader(bytes)
    var sentences: [CoNLLUSentence] = []
    while let sentence = try reader.next() { sentences.append(sentence) }
    return sentences
  }

  /// Reads all sentences of a string.
  ///
  /// - Throws: `CoNLLUError` with the number of the first bad line.
  public static func read(_ string: String) throws(CoNLLUError) -> [CoNLLUSentence] {
    try read(Array(string.utf8))
  }

  /// The running text of sentences, with their tokens' spans moved to it.
  ///
  /// A new paragraph or document stands behind a blank line; other sentences are joined by one
  /// space, or by nothing where the last word has `SpaceAfter=No`.
  public static func text(of sentences: [CoNLLUSentence]) -> ParsedText {
    var bytes: [UInt8] = []
    var offset = 0
    var parsed: [Sentence] = []
    var spaced = true
    for sentence in sentences where !sentence.tokens.isEmpty {
      if !bytes.isEmpty {
        if sentence.startsParagraph {
          bytes += [10, 10]
          offset += 2
        } else if spaced {
          bytes.append(32)
          offset += 1
        }
      }
      var tokens = sentence.tokens
      for index in tokens.indices { tokens[index].span = tokens[index].span.shifted(by: offset) }
      parsed.append(Sentence(tokens: tokens, names: sentence.names))
      bytes += sentence.text.utf8
      offset += sentence.text.unicodeScalars.count
      spaced = sentence.spaceAfter
    }
    return ParsedText(text: SourceText(validUTF8: bytes), sentences: parsed)
  }
}

/// What is wrong with a CoNLL-U file, and on which line, counted from 1.
public enum CoNLLUError: Error, Hashable, CustomStringConvertible {
  /// A word's line without the ten columns.
  case columns(line: Int, found: Int)
  /// A word's number that doesn't follow the one before.
  case number(line: Int, found: String)
  /// A head that is not a word of the sentence.
  case head(line: Int, found: String)
  /// An empty FORM.
  case form(line: Int)

  /// The line, counted from 1.
  public var line: Int {
    switch self {
    case .columns(let line, _), .number(let line, _), .head(let line, _), .form(let line): line
    }
  }

  /// The error in words.
  public var description: String {
    switch self {
    case .columns(let line, let found):
      "line \(line): \(found) columns where CoNLL-U has 10"
    case .number(let line, let found):
      "line \(line): the word's number \"\(found)\" doesn't follow the one before"
    case .head(let line, let found):
      "line \(line): the head \"\(found)\" is not a word of the sentence"
    case .form(let line):
      "line \(line): the word has no form"
    }
  }
}
