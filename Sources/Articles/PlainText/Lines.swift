import Text

extension Unicode.Scalar {
  /// Whether it is white space; the byte order mark counts, since it shows nothing.
  var isBlank: Bool {
    isASCII
      ? value == 0x20 || (0x09...0x0D).contains(value)
      : properties.isWhitespace || self == "\u{FEFF}"
  }
  /// Whether it ends a line.
  var endsLine: Bool {
    switch self {
    case "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }
  /// Whether it is a letter of any script.
  var isLetter: Bool {
    isASCII ? (0x61...0x7A).contains(value | 0x20) : properties.isAlphabetic
  }
  /// Whether it is a capital letter.
  var isCapital: Bool { isASCII ? (0x41...0x5A).contains(value) : properties.isUppercase }
  /// Whether it is a small letter.
  var isSmall: Bool { isASCII ? (0x61...0x7A).contains(value) : properties.isLowercase }
  /// Whether it is a digit of any script.
  var isDigit: Bool { isASCII ? (0x30...0x39).contains(value) : properties.numericType != nil }
  /// Whether it may close a quotation or a bracket behind the last stop of a sentence.
  var isCloser: Bool {
    switch self {
    case "\"", "'", "”", "’", "»", ")", "]", "*", "_": true
    default: false
    }
  }
  /// Whether it is the last mark of a sentence.
  var endsSentence: Bool {
    switch self {
    case ".", "!", "?", "…", "。", "！", "？", "؟", "۔", "।": true
    default: false
    }
  }
}

/// A line of a text, white space at its edges left out.
struct Line {
  /// Where its words stand; empty for a blank line.
  var span: Span
  /// The number of white space characters before its words.
  var indent: Int

  /// The column behind the last word.
  var width: Int { indent + span.count }

  /// The lines of a text; `\r\n` ends one line.
  static func all(in scalars: [Unicode.Scalar]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    for (offset, scalar) in scalars.enumerated() where scalar.endsLine {
      if scalar == "\n", offset > 0, scalars[offset - 1] == "\r" {
        start = offset + 1
        continue
      }
      lines.append(line(scalars, start..<offset))
      start = offset + 1
    }
    lines.append(line(scalars, start..<scalars.count))
    return lines
  }

  private static func line(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Line {
    let span = scalars.trimmed(Span(range.lowerBound, range.upperBound))
    return Line(span: span, indent: span.start - range.lowerBound)
  }
}

extension [Unicode.Scalar] {
  /// A span without the white space at its edges.
  func trimmed(_ span: Span) -> Span {
    var start = span.start
    var end = span.end
    while start < end, self[start].isBlank { start += 1 }
    while end > start, self[end - 1].isBlank { end -= 1 }
    return Span(start, end)
  }

  /// The words of a span.
  func string(_ span: Span) -> String {
    var string = String.UnicodeScalarView()
    string.append(contentsOf: self[span.start..<span.end])
    return String(string)
  }
}
