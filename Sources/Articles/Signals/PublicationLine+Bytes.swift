/// The look at a line's bytes that spares most lines the reading.
extension PublicationLine {
  /// False where a line in UTF-8 has a word that no publication line has.
  static func mayBe(_ text: ArraySlice<UInt8>) -> Bool {
    var hash = WordHash.seed
    var length = 0
    // Whether letters beyond ASCII may stand in the word, which only the whole reading tells.
    var isUnsure = false
    for byte in text {
      if (byte | 0x20) &- 0x61 < 26 {
        hash = WordHash.step(hash, byte | 0x20)
        length += 1
      } else if byte >= 0x80 {
        isUnsure = true
      } else {
        if length > 0, !isUnsure, !words.contains(hash) { return false }
        hash = WordHash.seed
        length = 0
        isUnsure = false
      }
    }
    return length == 0 || isUnsure || words.contains(hash)
  }

  /// The hashes of all words that a publication line may have.
  private static let words: HashNumbers = {
    var words = HashNumbers(capacity: 1024)
    for word in DatingWords.all + CalendarDate.monthNames + CalendarDate.weekdayForms
      + Calendars.eras.keys
    {
      _ = words.number(of: WordHash.of(word))
    }
    return words
  }()
}
