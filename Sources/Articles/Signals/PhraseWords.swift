/// The words of a text as the phrasebook knows them, in lower case: letters, figures, hyphens and
/// apostrophes.
struct PhraseWords {
  /// A word by its number.
  struct Word {
    /// -1 for a word that no phrase has.
    var number: Int32
    /// Whether it begins with a figure.
    var isFigure: Bool
  }

  private(set) var words: [Word] = []

  init(_ words: some Sequence<String>) {
    for word in words {
      add(WordHash.of(word), isFigure: word.unicodeScalars.first?.isDigit ?? false)
    }
  }

  /// The words of a text in UTF-8.
  init(utf8 text: ArraySlice<UInt8>) {
    words.reserveCapacity(16)
    let bytes = text.span
    var offset = 0
    while offset < bytes.count {
      // One word, and the character that ends it.
      var hash = WordHash.seed
      var length = 0
      var isFigure = false
      while offset < bytes.count {
        let byte = bytes[offset]
        if byte < 0x80 {
          offset += 1
          let isDigit = byte &- 0x30 < 10
          guard (byte | 0x20) &- 0x61 < 26 || isDigit || byte == 0x2D || byte == 0x27 else { break }
          if length == 0 { isFigure = isDigit }
          hash = WordHash.step(hash, byte &- 0x41 < 26 ? byte | 0x20 : byte)
        } else {
          let (scalar, width) = Letters.scalar(text, at: text.startIndex + offset)
          let (kind, small) = Letters.kind(scalar)
          offset += width
          guard kind == .letter || kind == .number || kind == .mark && length > 0 else { break }
          if length == 0 { isFigure = scalar.isDigit }
          for byte in UTF8.encode(small)! { hash = WordHash.step(hash, byte) }
        }
        length += 1
      }
      if length > 0 { add(hash, isFigure: isFigure) }
    }
  }

  private mutating func add(_ hash: UInt64, isFigure: Bool) {
    words.append(Word(number: Phrasebook.number(of: hash), isFigure: isFigure))
  }
}
