/// What a word is made of, seen in one pass over its bytes.
struct WordShape {
  /// Characters; marks on letters belong to these.
  private(set) var length = 0
  /// The first character.
  private(set) var first = CharacterTraits()
  private(set) var firstScalar: Unicode.Scalar = " "
  /// Whether a letter of it is a capital or a small one.
  private(set) var hasCase = false
  /// Whether it has only letters and the marks that names have.
  private(set) var isSpelledAsName = true
  /// The same, with the dots that part the names of scripts without capitals.
  private(set) var isSpelledAsCaselessName = true
  /// Whether it has such a dot.
  private(set) var hasNameDot = false
  /// The hash of its small letters, and of those before its first hyphen.
  private(set) var hash = WordHash.seed
  private(set) var hashBeforeHyphen: UInt64?

  init(_ word: Substring) {
    let utf8 = word.utf8
    let bytes = utf8.span
    var offset = 0
    while offset < bytes.count {
      let start = offset
      let scalar = bytes.scalar(at: &offset)
      let traits = CharacterTraits(scalar)
      if start == 0 { (first, firstScalar) = (traits, scalar) }
      if scalar == "-", hashBeforeHyphen == nil { hashBeforeHyphen = hash }
      hash = WordHash.step(hash, lowercased: scalar)
      if traits.contains(.extending), start > 0 { continue }
      length += 1
      if !traits.isDisjoint(with: [.capital, .small]) { hasCase = true }
      if traits.contains(.letter) { continue }
      switch scalar {
      case ".", "'", "’", "-": break
      case "\u{5F3}": isSpelledAsName = false
      case "·", "・":
        isSpelledAsName = false
        hasNameDot = true
      default: (isSpelledAsName, isSpelledAsCaselessName) = (false, false)
      }
    }
  }
}
