/// Text broken into lines of a width, with an indent; words are never cut.
enum Paragraph {
  /// The lines of `text`, the first without the indent.
  static func wrapped(_ text: String, indent: Int, width: Int) -> String {
    var lines = [""]
    var length = indent
    for word in text.split(whereSeparator: \.isWhitespace) {
      let size = visibleCount(word)
      if length + size + 1 > width && !lines[lines.count - 1].isEmpty {
        lines.append("")
        length = indent
      }
      if !lines[lines.count - 1].isEmpty {
        lines[lines.count - 1] += " "
        length += 1
      }
      lines[lines.count - 1] += word
      length += size
    }
    return lines.joined(separator: "\n" + String(repeating: " ", count: indent))
  }

  /// The number of characters that a terminal shows: escape sequences count nothing.
  private static func visibleCount(_ word: Substring) -> Int {
    var count = 0
    var inEscape = false
    for character in word {
      if character == "\u{1B}" { inEscape = true }
      if !inEscape { count += 1 }
      if inEscape && character == "m" { inEscape = false }
    }
    return count
  }
}
