import Text

/// Walks over a block and cuts it into pieces.
struct PieceScanner {
  private let utf8: [UInt8]
  private let end: Int
  private var byte: Int
  private var point: Int
  private var gap = Piece.Gap.paragraph
  private var chunk = Chunk()
  private var isQuoteOpen = false
  private(set) var pieces: [Piece] = []

  init(text: SourceText, block: Span) {
    utf8 = text.utf8
    let range = text.bytes(of: block)
    byte = range.lowerBound
    end = range.upperBound
    point = block.start
    pieces.reserveCapacity(range.count / 5)
  }

  mutating func run() {
    while true {
      skipSpace()
      guard byte < end else { return }
      chunk.decode(utf8, from: byte, to: end, limit: Tokeniser.longestToken)
      split()
      byte = chunk.bytes[chunk.count]
      point += chunk.count
    }
  }

  /// Walks over white space and notes what it is.
  private mutating func skipSpace() {
    let first = byte
    var lines = 0
    while byte < end {
      let scalar = utf8[byte]
      if scalar < 0x80 {
        guard scalar == 32 || 9 <= scalar && scalar <= 13 else { break }
        lines += scalar == 10 ? 1 : scalar == 12 ? 2 : 0
        byte += 1
      } else {
        let (wide, length) = Chunk.scalar(utf8, at: byte)
        guard CharacterClass.of(wide) == .space else { break }
        lines += wide == 0x2029 ? 2 : wide == 0x2028 || wide == 0x85 ? 1 : 0
        byte += length
      }
      point += 1
    }
    if pieces.isEmpty { return }
    if lines > 1 { isQuoteOpen = false }
    gap = lines > 1 ? .paragraph : lines == 1 ? .line : byte > first ? .space : .none
  }

  /// Cuts the chunk into pieces.
  private mutating func split() {
    var index = 0
    while index < chunk.count {
      let end = chunk.tokenEnd(index)
      let kind = chunk.classes[index]
      if kind == .letter, let parts = chunk.parts(of: index..<end) {
        var start = index
        for (order, length) in parts.enumerated() {
          add(start..<start + length, continuesWord: order > 0)
          start += length
        }
      } else {
        add(index..<end, continuesWord: kind == .apostrophe && isPartOfWord(index..<end))
      }
      index = end
    }
  }

  /// Whether an apostrophe, or what it begins, goes on the word before: a clitic behind a number
  /// ("2008's"), or the genitive of a plural ("the parents' house") where no quotation is open.
  private mutating func isPartOfWord(_ range: Range<Int>) -> Bool {
    let index = range.lowerBound
    guard range.count == 1 else { return index > 0 && chunk.isClitic(range) }
    let opens = index == 0 || chunk.classes[index - 1] == .other
    if opens {
      if range.upperBound < chunk.count { isQuoteOpen = true }
      return false
    }
    if isQuoteOpen && chunk.at(index) != 0x2BC {
      isQuoteOpen = false
      return false
    }
    return chunk.classes[index - 1] == .letter && chunk.at(index - 1) | 0x20 == 0x73
  }

  private mutating func add(_ range: Range<Int>, continuesWord: Bool) {
    let isAbbreviation =
      chunk.at(range.upperBound - 1) == 0x2E && range.count > 1
      && chunk.classes[range.lowerBound] == .letter
    pieces.append(
      Piece(
        bytes: chunk.bytes[range.lowerBound]..<chunk.bytes[range.upperBound],
        start: point + range.lowerBound, end: point + range.upperBound,
        gap: range.lowerBound == 0 ? gap : .none, continuesWord: continuesWord,
        isAbbreviation: isAbbreviation))
  }
}
