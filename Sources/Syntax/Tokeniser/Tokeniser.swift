public import Text

/// Finds tokens and sentences in raw English text.
///
/// Tokens follow the UD English treebanks: contractions are words of their own ("do" + "n't",
/// marked `continuesWord`), hyphens are split off but for prefixes ("non-stop"), abbreviations
/// keep their full stop. Every character that is not white space is in exactly one token.
///
/// Bounds: a stretch without white space is cut every `longestToken` bytes; a sentence every
/// `longestSentence` tokens.
public enum Tokeniser {
  /// The most bytes of a token.
  public static let longestToken = 1_000
  /// The most tokens of a sentence.
  public static let longestSentence = 500

  /// The sentences of a stretch of a text, each as its tokens with form and span.
  ///
  /// - Complexity: O(n).
  public static func sentences(in text: SourceText, block: Span) -> [[Token]] {
    let pieces = pieces(in: text, block: block)
    let ends = SentenceSplitter.ends(of: pieces, in: text.utf8, model: .shared)
    var sentences: [[Token]] = []
    sentences.reserveCapacity(ends.count)
    var start = 0
    for end in ends {
      sentences.append(tokens(pieces[start..<end], in: text.utf8))
      start = end
    }
    return sentences
  }

  /// The tokens of a stretch of a text, before sentences are told apart.
  package static func pieces(in text: SourceText, block: Span) -> [Piece] {
    var scanner = PieceScanner(text: text, block: block)
    scanner.run()
    return scanner.pieces
  }

  /// Tokens from pieces; the last full stop of a sentence is split off an abbreviation, as the
  /// treebanks do ("etc" + "."), but not off initials ("U.S.").
  private static func tokens(_ pieces: ArraySlice<Piece>, in utf8: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(pieces.count + 1)
    for piece in pieces {
      let form = String(decoding: utf8[piece.bytes], as: UTF8.self)
      tokens.append(
        Token(
          form: form, span: Span(piece.start, piece.end), continuesWord: piece.continuesWord))
    }
    if let last = pieces.last, last.isAbbreviation, last.bytes.count > 2,
      !isInitials(utf8[last.bytes])
    {
      var word = tokens.removeLast()
      word.form.removeLast()
      word.span = Span(last.start, last.end - 1)
      tokens.append(word)
      tokens.append(Token(form: ".", span: Span(last.end - 1, last.end)))
    }
    return tokens
  }

  /// Whether a word is capitals with full stops, "U.S.".
  private static func isInitials(_ word: ArraySlice<UInt8>) -> Bool {
    word.allSatisfy { $0 == 0x2E || 0x41 <= $0 && $0 <= 0x5A } && word.dropLast().contains(0x2E)
  }
}

/// A token while sentences are not yet told apart.
package struct Piece: Sendable {
  /// What stands before a token.
  package enum Gap: UInt8, Sendable {
    /// Nothing: the token before ends where this one starts.
    case none
    /// White space within a line.
    case space
    /// A line's end. The numbers are part of what the sentence model was trained on.
    case line = 3
    /// A blank line, or the start of the block.
    case paragraph
  }

  /// The token's bytes in the text.
  package var bytes: Range<Int>
  /// Its first code point.
  package var start: Int
  /// Behind its last code point.
  package var end: Int
  /// What stands before it.
  package var gap: Gap
  /// Whether it goes on the written word of the token before.
  package var continuesWord: Bool
  /// Whether it is a word with its full stop.
  package var isAbbreviation: Bool
}
