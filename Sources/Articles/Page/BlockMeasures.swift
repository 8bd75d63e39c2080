/// What can be counted in a block's words, alike for scripts that put spaces between words and
/// scripts that don't.
struct BlockMeasures {
  /// Bytes of UTF-8.
  var bytes = 0
  /// How much is written: characters, where an ideograph or a syllable of kana counts as three.
  var size = 0
  /// Words; where no spaces part them, as many as their characters would make.
  var words = 0
  /// Full stops, question and exclamation marks that end a sentence.
  var stops = 0
  var digits = 0
  /// Letters from A to Z, and those from a to z.
  var upper = 0
  var lower = 0
  var endsSentence = false
  /// Whether it ends in "…" or "...".
  var endsOpen = false
  var linkDensity: Float = 0
  /// Running text: some length, an end of a sentence, few links.
  var isProse = false

  /// Measures a block's text in UTF-8.
  ///
  /// - Parameters:
  ///   - text: the block's text.
  ///   - linked: how many of its bytes stand in links.
  ///   - hashes: gets the hashes of its words.
  init(_ text: Swift.Span<UInt8>, linked: Int, hashes: inout [UInt32]) {
    bytes = text.count
    let known = hashes.count
    var words = WordHasher()
    var ideographs = 0
    var unspaced = 0
    while true {
      words.read(text, &hashes)
      var at = words.at
      guard at < text.count else { break }
      let byte = text[at]
      at += 1
      // The rest of the character.
      let width = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      let end = min(text.count, at + width - 1)
      let second = at < text.count ? text[at] : 0
      let third = at + 1 < end ? text[at + 1] : 0
      let mark = Mark(byte, second, third)
      size += mark == .ideograph ? 3 : 1
      switch mark {
      case .stop, .comma, .other:
        if mark == .stop { stops += 1 }
        words.end(&hashes)
      case .ideograph:
        ideographs += 1
        words.end(&hashes)
        words.take(text, at - 1..<end)
        words.end(&hashes)
      case .letter, .unspaced:
        if mark == .unspaced { unspaced += 1 }
        words.take(text, at - 1..<end)
      }
      words.at = end
    }
    words.end(&hashes)
    size += words.characters + words.spaces + words.marks
    stops += words.stops
    (upper, digits) = (words.upper, words.digits)
    lower = words.characters - upper - digits
    self.words = hashes.count - known - ideographs / 2 + unspaced / 5
    readEnd(text)
    linkDensity = bytes == 0 ? 0 : Float(linked) / Float(bytes)
    // Where words are long, as in Georgian or Tamil, fewer of them make a sentence.
    let extent = max(self.words, size / 7)
    isProse = extent >= 12 && (stops > 0 || extent >= 25) && linkDensity < 0.5
  }

  private mutating func readEnd(_ text: Span<UInt8>) {
    var end = text.count
    while end > 0 {
      // The start of the last character.
      var start = end - 1
      while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
      let byte = text[start]
      if byte < 0x80 {
        if byte == 0x22 || byte == 0x27 || byte == 0x29 || byte == 0x5D || byte <= 0x20 {
          end = start
          continue
        }
        endsSentence = byte == 0x2E || byte == 0x3F || byte == 0x21
        endsOpen = byte == 0x2E && end > 2 && text[end - 2] == 0x2E
        return
      }
      let second = start + 1 < end ? text[start + 1] : 0
      let third = start + 2 < end ? text[start + 2] : 0
      if byte == 0xE2, second == 0x80, third == 0xA6 {
        endsOpen = true
        return
      }
      switch Mark(byte, second, third) {
      case .stop:
        endsSentence = true
        return
      case .other: end = start
      default: return
      }
    }
  }

  /// What a character beyond ASCII is, by its first bytes.
  private enum Mark {
    case stop, comma, other, ideograph, letter, unspaced

    @inline(__always)
    init(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
      switch (first, second) {
      case (0xC2, _): self = .other
      // Armenian, Arabic, Urdu, Devanagari, Ethiopic, Burmese, Khmer.
      case (0xD6, 0x89), (0xD8, 0x9F), (0xDB, 0x94): self = .stop
      case (0xD8, 0x8C): self = .comma
      case (0xE0, 0xA5) where third == 0xA4: self = .stop
      case (0xE1, 0x8D) where third == 0xA2 || third == 0xA7: self = .stop
      case (0xE1, 0x81) where third == 0x8B: self = .stop
      case (0xE1, 0x9F) where third == 0x94: self = .stop
      // Thai and Lao; Burmese; Khmer.
      case (0xE0, 0xB8...0xBB), (0xE1, 0x80...0x81), (0xE1, 0x9E...0x9F): self = .unspaced
      case (0xE2, ..<0xB0): self = .other
      case (0xE3, 0x80): self = third == 0x82 ? .stop : third == 0x81 ? .comma : .other
      case (0xE3...0xE9, _), (0xF0, 0xA0...): self = .ideograph
      // The marks in full width.
      case (0xEF, 0xBC):
        self =
          third == 0x81 || third == 0x9F || third == 0x8E ? .stop : third == 0x8C ? .comma : .other
      case (0xF0, 0x9F): self = .other
      default: self = .letter
      }
    }
  }
}
