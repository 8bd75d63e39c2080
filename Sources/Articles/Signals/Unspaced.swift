/// Names in scripts that put no spaces between words: "记者：王小明", "홍길동기자".
enum Unspaced {
  /// Whether a character is an ideograph, kana or a Korean syllable.
  static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    return (0x3040...0x30FF).contains(value) || (0x3400...0x9FFF).contains(value)
      || (0xAC00...0xD7AF).contains(value) || (0x20000...0x3FFFF).contains(value)
  }

  /// Whether a text may begin with such a character, or with a mark of their width.
  static func mayBegin(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    return (0xE3...0xED).contains(first) || first == 0xEF
  }

  /// The text with spaces where such scripts have wide marks, and between names and the words for
  /// those who write.
  static func parted(_ text: Substring) -> Substring {
    // Marks and letters of these scripts begin with these bytes.
    guard text.holdsByte({ $0 >= 0xE3 }) else { return text }
    var apart = String.UnicodeScalarView()
    for character in text.unicodeScalars {
      switch character {
      case "：", "＝": apart += ": ".unicodeScalars
      case "、", "，": apart += " 、 ".unicodeScalars
      case "／", "｜", "丨": apart += " | ".unicodeScalars
      case "（", "）", "【", "】", "〔", "〕", "［", "］", "\u{3000}": apart.append(" ")
      default: apart.append(character)
      }
    }
    return String(apart)[...].words.map(partedWord).joined(separator: " ")[...]
  }

  /// The names in a line that signs with them, "홍길동 기자 hong@post.example", "山田太郎記者"; none where
  /// the line says more.
  static func signed(_ line: Substring) -> [String] {
    // Their letters begin with these bytes.
    guard line.holdsByte({ (0xE3...0xED).contains($0) }) else { return [] }
    // "서울=홍길동 기자": the place stands before.
    let own = line.split(at: equals).last ?? ""
    var words = parted(own).words(apartAt: joints).filter { !$0.contains("@") }
    // "기자명 홍길동 기자"; behind "記者王小明／台北報導" a place stands.
    if let first = words.first, !roleSet.contains(first) {
      words.removeFirst(CreditWords.opening(words[...]))
    }
    guard (2...6).contains(words.count), let role = words.firstIndex(where: roleSet.contains),
      (1...4).contains(role), words[(role + 1)...].allSatisfy(roleSet.contains),
      words[..<role].allSatisfy({ (2...5).contains($0.count) })
    else { return [] }
    return words[..<role].map(String.init).filter(AuthorNames.isPerson)
  }

  private static let equals: MarkSet = "=＝"
  private static let joints: MarkSet = "()[]·ㆍ/|,、"
  private static let roleSet = Set(unspaced(CreditWords.roleWords).map { Substring($0) })

  private static func partedWord(_ word: Substring) -> String {
    guard let first = word.unicodeScalars.first, isUnspaced(first) else { return String(word) }
    let bytes = Array(word.utf8)
    // "本报记者" names whose reporter follows, and isn't followed by a role.
    if word.ends(in: "记者") || (openings[bytes.prefix(3)]?.contains(bytes) ?? false) {
      return String(word)
    }
    let opening = openings[bytes.prefix(3)]?.first { bytes.starts(with: $0) }
    if let opening, bytes.count > opening.count {
      let rest = String(decoding: bytes.dropFirst(opening.count), as: UTF8.self)
      if rest.first?.isLetter == true {
        return String(decoding: opening, as: UTF8.self) + " " + rest
      }
    }
    if let role = roles[bytes.suffix(3)]?.first(where: {
      bytes.suffix($0.count).elementsEqual($0)
    }), bytes.count > role.count,
      String(decoding: bytes.dropLast(role.count), as: UTF8.self).count > 1
    {
      return String(decoding: bytes.dropLast(role.count), as: UTF8.self) + " "
        + String(decoding: role, as: UTF8.self)
    }
    return String(word)
  }

  /// Words before a name that stand glued to it, by their first character; one character may belong to the name.
  private static let openings = Dictionary(
    grouping: unspaced(CreditWords.openings).map { Array($0.utf8) }, by: { $0.prefix(3) })
  /// Words behind a name that stand glued to it, by their last character.
  private static let roles = Dictionary(
    grouping: unspaced(CreditWords.roleWords).map { Array($0.utf8) }, by: { $0.suffix(3) })

  private static func unspaced(_ words: [String]) -> [String] {
    Set(words).filter { $0.count > 1 && $0.unicodeScalars.allSatisfy(isUnspaced) }
      .sorted { ($1.count, $0) < ($0.count, $1) }
  }
}
