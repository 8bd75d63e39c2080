/// The words of a text, hashed and counted in letters and figures of ASCII and the spaces and marks
/// between them, which is what most texts are; all else is left to who reads with it.
struct WordHasher {
  /// Where to read on.
  var at = 0
  /// The characters of the word that is read, the hash of its bytes in lower case so far.
  private var length = 0
  private var hash = seed
  /// Letters and figures of ASCII.
  private(set) var characters = 0
  private(set) var spaces = 0
  /// All other characters of ASCII.
  private(set) var marks = 0
  /// Full stops, question and exclamation marks that end a sentence.
  private(set) var stops = 0
  /// The capitals among the characters, and above `countBits` the figures.
  private var counts: UInt64 = 0

  var upper: Int { Int(truncatingIfNeeded: counts & (1 << Self.countBits - 1)) }
  var digits: Int { Int(truncatingIfNeeded: counts >> Self.countBits) }

  /// Reads up to a byte beyond ASCII.
  @inline(never)
  mutating func read(_ text: Swift.Span<UInt8>, _ hashes: inout [UInt32]) {
    let table = Self.table.span
    var (at, hash, length, counts) = (self.at, self.hash, self.length, self.counts)
    while at < text.count {
      let start = at
      // Safe: `at` is less than the count, and the table has an entry for each byte.
      var entry = unsafe table[unchecked: Int(text[unchecked: at])]
      while entry != 0 {
        hash = (hash ^ UInt32(truncatingIfNeeded: entry & 0xFF)) &* Self.prime
        counts &+= entry >> 8
        at &+= 1
        guard at < text.count else { break }
        // Safe: as above.
        entry = unsafe table[unchecked: Int(text[unchecked: at])]
      }
      characters &+= at &- start
      length &+= at &- start
      guard at < text.count else { break }
      let byte = text[at]
      if byte >= 0x80 { break }
      at &+= 1
      if byte == 0x20 {
        spaces &+= 1
      } else {
        marks &+= 1
        if byte == 0x2E || byte == 0x3F || byte == 0x21 {
          let next = at < text.count ? text[at] : 0x20
          if next <= 0x20 || next == 0x22 || next == 0x29 || next == 0xE2 { stops &+= 1 }
        }
      }
      if length > 0 {
        hashes.append(hash)
        (hash, length) = (Self.seed, 0)
      }
    }
    (self.at, self.hash, self.length, self.counts) = (at, hash, length, counts)
  }

  /// Adds a character to the word, as its bytes stand.
  mutating func take(_ text: Swift.Span<UInt8>, _ range: Range<Int>) {
    for offset in range { hash = (hash ^ UInt32(text[offset])) &* Self.prime }
    length += 1
  }

  /// Ends the word, if there is one.
  mutating func end(_ hashes: inout [UInt32]) {
    if length > 0 { hashes.append(hash) }
    (hash, length) = (Self.seed, 0)
  }

  // The hash is FNV-1a.
  private static let seed: UInt32 = 2_166_136_261
  private static let prime: UInt32 = 16_777_619

  // A page has less bytes than can be counted so.
  private static let countBits: UInt64 = 28
  private static let capital: UInt64 = 1 << 8

  /// By byte: for letters and figures of ASCII the byte that the hash of a word takes in, and above it
  /// one for the count of capitals or of figures; zero for all else.
  private static let table: [UInt64] = (0..<256).map { byte in
    switch UInt8(byte) {
    case 0x41...0x5A: UInt64(byte | 0x20) | capital
    case 0x30...0x39: UInt64(byte) | capital << countBits
    case 0x61...0x7A: UInt64(byte)
    default: 0
    }
  }
}
