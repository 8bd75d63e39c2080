/// Reporters whom East Asian papers name in the report's own lines: "（記者王小明／台北報導）",
/// "(서울=안셀뉴스) 홍길동 기자 =", "【ソウル＝山田太郎】".
enum ReporterBrackets {
  /// The names at the start of a report's first paragraph, or in the line that ends a report.
  static func names(in paragraph: ArraySlice<UInt8>) -> [String] {
    let start = paragraph.prefix(160)
    guard start.contains(where: { (0xE3...0xED).contains($0) }) else { return [] }
    // A character may be cut at the end.
    let text = String(decoding: start, as: UTF8.self)[...]
    let chinese = chineseReporters(text)
    if !chinese.isEmpty { return chinese }
    let korean = koreanReporters(text)
    return korean.isEmpty ? japaneseReporters(text) : korean
  }

  /// The names in a line that is nothing but brackets around them: "【山田太郎】", "（记者 王小明）".
  static func names(inLine line: ArraySlice<UInt8>) -> [String] {
    let text = String(decoding: line, as: UTF8.self)[...].trimmed
    guard let first = text.first, let last = text.last, opens.contains(first),
      closes.contains(last)
    else { return [] }
    let inner = text.dropFirst().dropLast()
    let signed = WrittenNames([inner], needsOpening: true).names
    return signed.isEmpty ? listed(inner) : signed
  }

  private static func chineseReporters(_ text: Substring) -> [String] {
    for word in ["記者", "记者"] {
      guard let at = text.firstRange(of: word),
        let open = text[..<at.lowerBound].last(where: {
          opens.contains($0) || closes.contains($0)
        }), opens.contains(open),
        let end = text[at.upperBound...].firstIndex(where: closes.contains)
      else { continue }
      let inner = text[at.upperBound..<end].trimmed
      // "记者 王小明 李文", "記者王小明／台北報導", "記者王小明台北14日電".
      let list = inner.prefix { !"／/:：|".contains($0) }
      let names = listed(list.drop { $0 == "：" || $0 == ":" }.trimmed)
      if !names.isEmpty { return names }
      let name = String(inner.prefix(3))
      if name.count == 3, inner.contains(where: \.isNumber) || inner.hasSuffix("電"),
        AuthorNames.isPerson(name)
      {
        return [name]
      }
    }
    return []
  }

  private static func koreanReporters(_ text: Substring) -> [String] {
    guard let at = text.firstRange(of: "기자"), at.upperBound < text.endIndex,
      " =".contains(text[at.upperBound]) || closes.contains(text[at.upperBound])
    else { return [] }
    let before = text[..<at.lowerBound].trimmed
    // A reporter stands behind the bracket of the place or the paper, or in it.
    guard before.contains(where: { opens.contains($0) || closes.contains($0) }) else { return [] }
    let word = before.split { $0 == " " || $0 == "=" || opens.contains($0) || closes.contains($0) }
      .last
    return word.map { listed($0) } ?? []
  }

  private static func japaneseReporters(_ text: Substring) -> [String] {
    guard text.first == "【", let end = text.firstIndex(of: "】"),
      let mark = text[..<end].firstIndex(where: { $0 == "＝" || $0 == "=" })
    else { return [] }
    return listed(text[text.index(after: mark)..<end])
  }

  /// Names of two to six characters with marks or spaces between them; none where anything else
  /// stands there.
  private static func listed(_ list: Substring) -> [String] {
    let names = list.split { "、·ㆍ・, \u{3000}，".contains($0) }
    guard !names.isEmpty, names.count <= 6,
      names.allSatisfy({ name in
        (2...6).contains(name.count) && name.unicodeScalars.allSatisfy(Unspaced.isUnspaced)
          && AuthorNames.isPerson(name)
      })
    else { return [] }
    return names.map(String.init)
  }

  private static let opens: Set<Character> = ["（", "(", "【", "〔", "[", "［"]
  private static let closes: Set<Character> = ["）", ")", "】", "〕", "]", "］"]
}
