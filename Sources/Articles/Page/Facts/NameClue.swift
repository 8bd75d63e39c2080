/// A word by which the texts that may hold a name are told from all others at a glance: by its bytes,
/// without the bit that tells capitals from small letters.
struct NameClue {
  /// With that bit set.
  private let word: [UInt8]

  /// The longest word of a name that is plain ASCII, which has two forms of each letter; nil where
  /// there is none.
  init?(_ name: String) {
    let words = name[...].words.filter { word in
      word.utf8.count > 2 && !word.holdsByte { $0 >= 0x80 || $0 | 0x20 < 0x61 }
    }
    guard let longest = words.max(by: { $0.utf8.count < $1.utf8.count }) else { return nil }
    word = longest.utf8.map { $0 | 0x20 }
  }

  /// All of a name.
  init(whole name: String) { word = name.utf8.map { $0 | 0x20 } }

  /// Whether the word stands in a text, letters of either case alike.
  func stands(in text: ArraySlice<UInt8>) -> Bool {
    let bytes = text.span
    guard bytes.count >= word.count else { return false }
    let first = word[0]
    for start in 0...bytes.count - word.count where bytes[start] | 0x20 == first {
      var length = 1
      while length < word.count, bytes[start + length] | 0x20 == word[length] { length += 1 }
      if length == word.count { return true }
    }
    return false
  }

  /// Whether the word stands in a piece of a mark's text.
  func stands(in pieces: [AuthorMarks.Piece]) -> Bool {
    pieces.contains { stands(in: Array($0.text.utf8)[...]) }
  }
}
