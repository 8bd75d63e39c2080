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
    var hash = WordHash.seed
    var length = 0
    var isFigure = false
    var offset = text.startIndex
    while offset < text.endIndex {
      let byte = text[offset]
      let isDigit = byte &- 0x30 < 10
      if (byte | 0x20) &- 0x61 < 26 || isDigit || byte == 0x2D || byte == 0x27 {
        if length == 0 { isFigure = isDigit }
        hash = WordHash.step(hash, byte &- 0x41 < 26 ? byte | 0x20 : byte)
        length += 1
        offset += 1
        continue
      }
      if byte >= 0x80 {
        let (scalar, width) = Letters.scalar(text, at: offset)
        let (kind, small) = Letters.kind(scalar)
        if kind == .letter || kind == .number || kind == .mark && length > 0 {
          if length == 0 { isFigure = scalar.isDigit }
          for byte in UTF8.encode(small)! { hash = WordHash.step(hash, byte) }
          length += 1
          offset += width
          continue
        }
        offset += width
      } else {
        offset += 1
      }
      if length > 0 { add(hash, isFigure: isFigure) }
      hash = WordHash.seed
      length = 0
    }
    if length > 0 { add(hash, isFigure: isFigure) }
  }

  private mutating func add(_ hash: UInt64, isFigure: Bool) {
    words.append(Word(number: Phrasebook.number(of: hash), isFigure: isFigure))
  }
}
