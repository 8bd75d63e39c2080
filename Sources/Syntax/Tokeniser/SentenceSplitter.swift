/// Finds where sentences end.
enum SentenceSplitter {
  /// The sentences' ends, as indices behind their last pieces.
  static func ends(of pieces: [Piece], in utf8: [UInt8]) -> [Int] {
    var ends: [Int] = []
    var start = 0
    for index in pieces.indices.dropFirst() {
      let isFull = index - start >= Tokeniser.longestSentence
      if isFull || pieces[index].gap == .paragraph || isEnd(before: index, pieces, utf8) {
        ends.append(index)
        start = index
      }
    }
    if !pieces.isEmpty { ends.append(pieces.count) }
    return ends
  }

  /// A full stop, with what closes behind it, before a word that doesn't begin in lower case.
  private static func isEnd(before index: Int, _ pieces: [Piece], _ utf8: [UInt8]) -> Bool {
    let next = utf8[pieces[index].bytes.lowerBound]
    guard !(0x61...0x7A ~= next), next != 0x2C, next != 0x29 else { return false }
    if pieces[index].gap == .none && !(0x41...0x5A ~= next) { return false }
    var last = index - 1
    while last > 0, pieces[last].gap == .none, isCloser(utf8[pieces[last].bytes]) { last -= 1 }
    if pieces[last].isAbbreviation { return false }
    let mark = utf8[pieces[last].bytes.lowerBound]
    return mark == 0x2E || mark == 0x21 || mark == 0x3F
  }

  private static func isCloser(_ word: ArraySlice<UInt8>) -> Bool {
    switch word.count {
    case 1: [0x22, 0x27, 0x29, 0x5D].contains(word[word.startIndex])
    case 2: word.elementsEqual([0x27, 0x27])
    case 3: word.elementsEqual([0xE2, 0x80, 0x9D]) || word.elementsEqual([0xE2, 0x80, 0x99])
    default: false
    }
  }
}
