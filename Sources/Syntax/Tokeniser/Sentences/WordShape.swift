/// What a word looks like to the model of sentence boundaries.
enum WordShape: UInt32 {
  case lower, capitalised, upper, letter, mixed, number, numberWithStop, initials, abbreviation
  case stop, exclamation, question, ellipsis, comma, colon, semicolon, dash, opener, closer
  case quote, openQuote, closeQuote, bullet, symbol, address, other

  /// The shape of a word of UTF-8 bytes.
  init(_ word: ArraySlice<UInt8>, isAbbreviation: Bool) {
    let first = word[word.startIndex]
    if isAbbreviation {
      let letters = word.count { $0 != 0x2E }
      self = letters == 1 || word.dropLast().contains(0x2E) ? .initials : .abbreviation
      return
    }
    switch first {
    case 0x61...0x7A: self = WordShape.worded(word, first: .lower)
    case 0x41...0x5A: self = WordShape.worded(word, first: .capitalised)
    case 0x30...0x39: self = .number
    case 0x2E: self = word.count == 1 ? .stop : .ellipsis
    case 0x21: self = .exclamation
    case 0x3F: self = .question
    case 0x2C: self = .comma
    case 0x3A: self = word.count == 1 ? .colon : .symbol
    case 0x3B: self = word.count == 1 ? .semicolon : .symbol
    case 0x2D: self = .dash
    case 0x28, 0x5B, 0x7B: self = .opener
    case 0x29, 0x5D, 0x7D: self = .closer
    case 0x22: self = .quote
    case 0x60: self = .openQuote
    case 0x27: self = word.count == 2 && word.last == 0x27 ? .closeQuote : .quote
    case 0x2A, 0x23, 0x3D, 0x5F, 0x7E, 0x3E, 0x3C, 0x7C: self = .bullet
    case 0x24, 0x25, 0x26, 0x2B, 0x2F, 0x40, 0x5C, 0x5E: self = .symbol
    default: self = WordShape.wide(word)
    }
  }

  private static func worded(_ word: ArraySlice<UInt8>, first: WordShape) -> WordShape {
    var capitals = 0
    for byte in word {
      switch byte {
      case 0x41...0x5A: capitals += 1
      case 0x40, 0x2F: return .address
      case 0x2E where first == .lower: return .address
      default: break
      }
    }
    if first == .lower { return capitals == 0 ? .lower : .mixed }
    if capitals == 1 { return word.count == 1 ? .letter : .capitalised }
    return capitals == word.count ? .upper : .mixed
  }

  /// Words that begin with a character beyond ASCII.
  private static func wide(_ word: ArraySlice<UInt8>) -> WordShape {
    guard word.count >= 3, word[word.startIndex] == 0xE2 else {
      return word.count >= 2 && word[word.startIndex] < 0xE0 ? .capitalised : .other
    }
    switch (word[word.startIndex + 1], word[word.startIndex + 2]) {
    case (0x80, 0x9C), (0x80, 0x98): return .openQuote
    case (0x80, 0x9D), (0x80, 0x99): return .closeQuote
    case (0x80, 0xA6): return .ellipsis
    case (0x80, 0x90...0x95): return .dash
    case (0x80, 0xA2), (0x96, _), (0x97, _): return .bullet
    default: return .other
    }
  }

  /// Whether a sentence often ends with it.
  var isTerminal: Bool {
    switch self {
    case .stop, .exclamation, .question, .ellipsis: true
    default: false
    }
  }

  /// Whether it may stand between a sentence's end mark and the next sentence.
  var closes: Bool {
    switch self {
    case .closer, .quote, .closeQuote: true
    default: false
    }
  }
}
