/// Words and phrases, found by the hashes of their small letters: a text is looked up as it stands in
/// the page, and nothing is made of it.
struct WordSet: Sendable {
  private var hashes: HashNumbers

  init(_ words: some Collection<String>) {
    hashes = HashNumbers(capacity: words.count)
    for word in words { _ = hashes.number(of: WordHash.lowercased(word[...])) }
  }

  func contains(hash: UInt64) -> Bool { hashes.contains(hash) }

  /// Whether it has a text, letters of either case alike.
  func contains(_ text: Substring) -> Bool { hashes.contains(WordHash.lowercased(text)) }
}

extension WordHash {
  /// The hash of a text in lower case, behind what a hash has taken in already.
  static func lowercased(_ text: Substring, behind hash: UInt64 = seed) -> UInt64 {
    let utf8 = text.utf8
    return lowercased(utf8.span, behind: hash)
  }

  /// The hash of UTF-8 in lower case.
  static func lowercased(_ text: ArraySlice<UInt8>) -> UInt64 {
    lowercased(text.span, behind: seed)
  }

  private static func lowercased(_ bytes: Span<UInt8>, behind hash: UInt64) -> UInt64 {
    var hash = hash
    var offset = 0
    while offset < bytes.count { hash = step(hash, lowercased: bytes.scalar(at: &offset)) }
    return hash
  }

  /// The hash with a character's small form behind it.
  @inline(__always)
  static func step(_ hash: UInt64, lowercased scalar: Unicode.Scalar) -> UInt64 {
    scalar.isASCII
      ? step(hash, UInt8(scalar.value) | (scalar.isCapital ? 0x20 : 0))
      : step(hash, beyondASCII: scalar)
  }

  private static func step(_ hash: UInt64, beyondASCII scalar: Unicode.Scalar) -> UInt64 {
    var hash = hash
    let (kind, small) = Letters.kind(scalar)
    if kind != .letter || small != scalar || scalar.value < 0x250 && scalar != "\u{130}" {
      for byte in UTF8.encode(small) ?? .init() { hash = step(hash, byte) }
      return hash
    }
    // Few capitals have more than one small letter.
    for byte in scalar.properties.lowercaseMapping.utf8 { hash = step(hash, byte) }
    return hash
  }
}
