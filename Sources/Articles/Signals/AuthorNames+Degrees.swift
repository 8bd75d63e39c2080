/// Degrees and licences behind names.
extension AuthorNames {
  /// A name without the degrees that stand behind it: "Jane Roe" of "Jane Roe, MD, FACP".
  static func withoutDegrees(_ name: Substring) -> Substring {
    guard name.holds(byte: 0x2C) else { return name }
    let parts = name.split(at: comma)
    guard parts.count > 1,
      parts.dropFirst().allSatisfy({ isDegree($0.trimmed) || isCredential($0.trimmed) }),
      isDegree(parts[1].trimmed)
    else { return name }
    return parts[0].trimmed
  }

  /// Whether a word is a degree or licence, "MD" or "Ph.D.".
  static func isDegree(_ word: Substring) -> Bool {
    guard (2...12).contains(word.utf8.count) else { return false }
    // "Ph.D.", "CFP®", "E-RYT 200"
    let letters = word.unicodeScalars.filter { $0 == "-" || CharacterTraits($0).contains(.letter) }
    return CreditWords.degrees.contains(String(letters))
  }

  /// Whether what stands behind a name and a comma is its degree, or a further one.
  static func takesDegree(_ name: Substring, _ word: Substring) -> Bool {
    guard word.utf8.count <= 12 else { return false }
    if isDegree(word) { return isPerson(name) }
    return name.holds(byte: 0x2C) && isCredential(word) && withoutDegrees(name) != name
  }

  static func isCredential(_ word: Substring) -> Bool {
    guard word.utf8.count <= 12 else { return false }
    var (letters, capitals) = (0, 0)
    for scalar in word.unicodeScalars {
      let traits = CharacterTraits(scalar)
      if traits.contains(.letter) { letters += 1 }
      if traits.contains(.capital) { capitals += 1 }
    }
    return (2...5).contains(letters) && letters == capitals
      || ["PhD", "Ph.D", "Ph.D.", "MSc", "BSc", "Jr.", "Dr"].contains(word)
  }
}
