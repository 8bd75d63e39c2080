/// Which words can be a person's name.
extension AuthorNames {
  /// Whether a name can be a person's: two to five words in capitals, none of them a role's; fewer
  /// where the script has no case.
  static func isPerson(_ name: String) -> Bool { isPerson(name[...]) }

  static func isPerson(_ name: Substring) -> Bool { isPerson(withoutDegrees(name).words) }

  static func isPerson(_ words: [Substring]) -> Bool {
    guard (1...5).contains(words.count) else { return false }
    let shapes = words.map(WordShape.init)
    let hasCase = shapes.contains(where: \.hasCase)
    guard words.count >= (hasCase ? 2 : 1),
      words.count > 1 || shapes[0].length >= 2 && !isPartOfDate(shapes[0]),
      zip(words, shapes).allSatisfy(isNameWord)
    else { return false }
    if hasCase {
      let names = zip(words, shapes).count {
        !$0.1.first.contains(.small) || $0.0.hasPrefix("al-")
      }
      guard names > 1 else { return false }
    }
    var hash = WordHash.seed
    for (index, word) in words.enumerated() {
      if index > 0 { hash = WordHash.step(hash, 0x20) }
      hash = WordHash.lowercased(word, behind: hash)
    }
    return !CreditWords.agencies.contains(hash: hash)
  }

  /// Whether a word is a weekday or a month.
  private static func isPartOfDate(_ shape: WordShape) -> Bool {
    DateWord.known(shape.hash).map { $0.isWeekday || $0.isMonth } ?? false
  }

  static func isNameWord(_ word: Substring) -> Bool { isNameWord(word, WordShape(word)) }

  static func isNameWord(_ word: Substring, _ shape: WordShape) -> Bool {
    guard shape.length > 0, shape.length < 30 else { return false }
    guard shape.first.isCaseless else {
      return Byline.isNameWord(word, shape) && !word.ends(in: "'s") && !word.ends(in: "’s")
    }
    guard shape.isSpelledAsCaselessName else { return false }
    if Unspaced.isUnspaced(shape.firstScalar), shape.length > 6, !shape.hasNameDot { return false }
    return !CreditWords.roles.contains(hash: shape.hash)
  }

  /// Whether a text is one word of a script that has no capitals, but spaces between words.
  static func isCaselessWord(_ text: Substring) -> Bool {
    let shape = WordShape(text)
    return shape.first.isCaseless && !Unspaced.isUnspaced(shape.firstScalar)
      && !text.holds(byte: 0x20)
  }

  static func isPlausible(_ name: Substring) -> Bool {
    let bytes = name.utf8
    return bytes.count > (bytes.first ?? 0 >= 0xE3 ? 3 : 2) && bytes.count < 80
      && !name.holds(code.contains) && !bytes.starts(with: "www.".utf8)
      && name.holds { CharacterTraits($0).contains(.letter) }
      && (!name.holds(byte: 0x3A) || !name.contains("://"))
  }

  static func isJoint(_ word: Substring) -> Bool {
    word.utf8.count <= 12 && joints.contains(WordHash.of(word))
  }

  /// They stand as they are: in capitals "E" and "Y" are initials.
  private static let joints: HashNumbers = {
    var joints = HashNumbers()
    for word in [
      "and", "with", "und", "et", "y", "e", "og", "och", "en", "i", "dan", "ve", "и", "та", "і",
      "й", "και", "ja", "és", "și", "şi", "a", "và", "و", "और", "এবং", "และ", "AND", "And", "avec",
      "mit", "con", "com", "met", "med",
    ] { _ = joints.number(of: WordHash.of(word)) }
    return joints
  }()

  /// What stands in code, and in no name.
  private static let code: MarkSet = "{}[]<>=@\\"
}
