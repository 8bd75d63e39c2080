package import Syntax
import Text

/// One side of a comparison: sentences, tokens and words over the characters that are not white
/// space, so that both sides count alike.
package struct Annotation: Sendable {
  /// A syntactic word.
  package struct Word: Sendable {
    package var span: Range<Int>
    /// The written word that it is, or is part of.
    package var surface: Range<Int>
    package var token: Token
    /// The index of the head among all words, or -1.
    package var head: Int
    /// Whether it is part of a multiword token.
    package var isPart: Bool
  }

  package private(set) var characters: [Character] = []
  package private(set) var sentences: [Range<Int>] = []
  package private(set) var tokens: [Range<Int>] = []
  package private(set) var words: [Word] = []

  /// Adds the sentences of a treebank.
  mutating func append(gold document: [CoNLLUSentence]) {
    for sentence in document {
      let text = SourceText(sentence.text)
      append([Sentence(tokens: sentence.tokens)], in: text)
    }
  }

  /// Adds sentences over a text.
  mutating func append(_ parsed: [Sentence], in text: SourceText) {
    for sentence in parsed {
      let start = characters.count
      let first = words.count
      for (index, token) in sentence.tokens.enumerated() {
        let goesOn = token.continuesWord
        let isPart =
          goesOn || index + 1 < sentence.count && sentence.tokens[index + 1].continuesWord
        // Words that share the span of what is written add its characters once.
        let repeats = goesOn && sentence.tokens[index - 1].span == token.span
        let begin = repeats ? words[words.count - 1].span.lowerBound : characters.count
        if !repeats { append(text[token.span]) }
        let span = begin..<characters.count
        if goesOn, let last = tokens.popLast() {
          tokens.append(last.lowerBound..<span.upperBound)
        } else {
          tokens.append(span)
        }
        words.append(
          Word(
            span: span, surface: span, token: token, head: token.head < 0 ? -1 : first + token.head,
            isPart: isPart))
      }
      widenSurfaces(from: first)
      sentences.append(start..<characters.count)
    }
  }

  /// Gives the parts of multiword tokens the span of the whole.
  private mutating func widenSurfaces(from first: Int) {
    var start = first
    while start < words.count {
      var end = start + 1
      while end < words.count && words[end].token.continuesWord { end += 1 }
      let whole = words[start].span.lowerBound..<words[end - 1].span.upperBound
      for index in start..<end { words[index].surface = whole }
      start = end
    }
  }

  private mutating func append(_ form: String) {
    for scalar in form.unicodeScalars where !scalar.properties.isWhitespace {
      characters.append(Character(scalar))
    }
  }
}
