public import Text

/// A text with its sentences: what the later rooms read.
public struct ParsedText: Sendable {
  /// The text that the spans point into.
  public let text: SourceText
  /// The sentences in text order; they don't overlap.
  public let sentences: [Sentence]

  /// A parsed text.
  public init(text: SourceText, sentences: [Sentence]) {
    self.text = text
    self.sentences = sentences
  }

  /// The token at an address.
  @inlinable
  public subscript(address: TokenAddress) -> Token {
    sentences[address.sentence].tokens[address.token]
  }

  /// The index of the sentence that holds a code point, or of the last one before it; nil where
  /// no sentence starts at or before it.
  ///
  /// - Complexity: O(log n).
  public func sentence(at offset: Int) -> Int? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].span.start <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : low - 1
  }
}

/// The place of a token in a parsed text.
public struct TokenAddress: Hashable, Comparable, Sendable {
  /// The sentence, counted from 0.
  public let sentence: Int
  /// The token in the sentence, counted from 0.
  public let token: Int

  /// The token `token` of sentence `sentence`.
  @inlinable
  public init(_ sentence: Int, _ token: Int) {
    self.sentence = sentence
    self.token = token
  }

  /// Text order.
  @inlinable
  public static func < (left: TokenAddress, right: TokenAddress) -> Bool {
    (left.sentence, left.token) < (right.sentence, right.token)
  }
}
