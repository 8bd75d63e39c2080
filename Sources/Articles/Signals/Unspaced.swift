/// Names in scripts that put no spaces between words: "记者：王小明", "홍길동기자".
enum Unspaced {
  /// Whether a character is an ideograph, kana or a Korean syllable.
  static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    return (0x3040...0x30FF).contains(value) || (0x3400...0x9FFF).contains(value)
      || (0xAC00...0xD7AF).contains(value) || (0x20000...0x3FFFF).contains(value)
  }

  /// The text with spaces where such scripts have wide marks, and between names and the words for
  /// those who write.
  static func parted(_ text: Substring) -> Substring {
    // Marks and letters of these scripts begin with these bytes.
    guard text.utf8.contains(where: { $0 >= 0xE3 }) else { return text }
    var apart = ""
    for character in text {
      switch character {
      case "：", "＝": apart += ": "
      case "／", "｜", "丨": apart += " | "
      case "（", "）", "【", "】", "〔", "〕", "［", "］", "\u{3000}": apart += " "
      default: apart.append(character)
      }
    }
    return apart[...].words.map(partedWord).joined(separator: " ")[...]
  }

  /// The names in a line that signs with them, "홍길동 기자 hong@post.example", "山田太郎記者"; none where
  /// the line says more.
  static func signed(_ line: Substring) -> [String] {
    // Their letters begin with these bytes.
    guard line.utf8.contains(where: { $0 >= 0xE3 }) else { return [] }
    // "서울=홍길동 기자": the place stands before.
    let own = line.split(at: equals).last ?? ""
    let words = parted(own).words(apartAt: joints).filter { !$0.contains("@") }
    guard (2...6).contains(words.count), let role = words.firstIndex(where: roleSet.contains),
      (1...4).contains(role), words[(role + 1)...].allSatisfy(roleSet.contains),
      words[..<role].allSatisfy({ (2...5).contains($0.count) })
    else { return [] }
    return words[..<role].map(String.init).filter(AuthorNames.isPerson)
  }

  private static let equals: MarkSet = "=＝"
  private static let joints: MarkSet = "()[]·ㆍ/|,、"
  private static let roleSet = Set(roles.map { Substring($0) })

  private static func partedWord(_ word: Substring) -> String {
    guard let first = word.unicodeScalars.first, isUnspaced(first) else { return String(word) }
    // "本报记者" names whose reporter follows, and isn't followed by a role.
    if word.hasSuffix("记者") || openings.contains(where: { word == $0 }) { return String(word) }
    if let opening = openings.first(where: word.hasPrefix), word.count > opening.count,
      word.dropFirst(opening.count).first?.isLetter == true
    {
      return opening + " " + word.dropFirst(opening.count)
    }
    if let role = roles.first(where: word.hasSuffix), word.count > role.count + 1 {
      return word.dropLast(role.count) + " " + role
    }
    return String(word)
  }

  /// Words before a name that stand glued to it; one character may belong to the name.
  private static let openings = unspaced(CreditWords.openings)
  /// Words behind a name that stand glued to it.
  private static let roles = unspaced(CreditWords.roleWords)

  private static func unspaced(_ words: [String]) -> [String] {
    Set(words).filter { $0.count > 1 && $0.unicodeScalars.allSatisfy(isUnspaced) }
      .sorted { ($1.count, $0) < ($0.count, $1) }
  }
}
