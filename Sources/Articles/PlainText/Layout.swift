import Text

/// Joins lines to paragraphs.
///
/// A blank line always ends a paragraph. Within a run of lines, a break is soft, and the lines
/// belong together, where a typesetter who fills lines greedily would have broken just there: the
/// next line's first word didn't fit any more. The width is measured from the text itself. A line
/// that goes on in lower case after one without a last stop is joined in any text.
struct Layout {
  private let scalars: [Unicode.Scalar]
  private let lines: [Line]
  /// The column at which the text was wrapped; nil where a line is a paragraph.
  private let width: Int?

  /// The layout of a text.
  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    lines = Line.all(in: scalars)
    width = Self.wrapWidth(lines, scalars)
  }

  /// The paragraphs in order, with whether a blank line stands before each.
  func paragraphs() -> [(span: Span, standsOff: Bool)] {
    var paragraphs: [(span: Span, standsOff: Bool)] = []
    var last: Int?
    for (index, line) in lines.enumerated() where !line.span.isEmpty {
      if let previous = last, previous + 1 == index, isSoft(breakAfter: previous) {
        paragraphs[paragraphs.count - 1].span = paragraphs[paragraphs.count - 1].span.union(
          line.span)
      } else {
        paragraphs.append((line.span, last.map { $0 + 1 < index } ?? true))
      }
      last = index
    }
    return paragraphs
  }

  private func isSoft(breakAfter index: Int) -> Bool {
    let line = lines[index]
    let next = lines[index + 1]
    if next.indent > line.indent || ListMark.length(in: scalars, next.span) > 0 { return false }
    if scalars[line.span.start] == "#" || !hasWords(line) || !hasWords(next) { return false }
    if let width, Self.fills(line, next, width, scalars) { return true }
    return line.span.count >= 30 && scalars[next.span.start].isSmall
      && !scalars.endsSentence(line.span) && scalars[line.span.end - 1] != ":"
  }

  private func hasWords(_ line: Line) -> Bool {
    scalars[line.span.start..<line.span.end].contains { $0.isLetter || $0.isDigit }
  }

  /// Lines shorter than 40 or longer than 120 columns aren't taken for wrapped text; a twentieth
  /// of the lines (addresses, tables) may stand out.
  private static func wrapWidth(_ lines: [Line], _ scalars: [Unicode.Scalar]) -> Int? {
    let pairs = lines.indices.dropLast().filter {
      !lines[$0].span.isEmpty && !lines[$0 + 1].span.isEmpty
    }
    guard pairs.count >= 2 else { return nil }
    let widths = pairs.map { lines[$0].width }.sorted()
    let width = widths[widths.count - 1 - widths.count / 20]
    guard (40...120).contains(width) else { return nil }
    let filled = pairs.filter { fills(lines[$0], lines[$0 + 1], width, scalars) }
    return filled.count * 2 >= pairs.count ? width : nil
  }

  private static func fills(
    _ line: Line, _ next: Line, _ width: Int, _ scalars: [Unicode.Scalar]
  ) -> Bool {
    let word = scalars[next.span.start..<next.span.end].prefix { !$0.isBlank }
    return line.width + 1 + word.count > width
  }
}

extension [Unicode.Scalar] {
  /// Whether a span ends with the last stop of a sentence, closing marks aside.
  func endsSentence(_ span: Span) -> Bool {
    var end = span.end
    while end > span.start, self[end - 1].isCloser { end -= 1 }
    return end > span.start && self[end - 1].endsSentence
  }
}

/// The mark before an item of a list, a heading or a quotation.
enum ListMark {
  /// The length of a bullet, a number with its stop, `#` or `>` at the start of a span; 0 for none.
  static func length(in scalars: [Unicode.Scalar], _ span: Span) -> Int {
    guard span.count > 2 else { return 0 }
    let first = scalars[span.start]
    if "-*•▪●◦‣·>".unicodeScalars.contains(first), scalars[span.start + 1].isBlank { return 1 }
    let hashes = scalars[span.start..<span.end].prefix { $0 == "#" }.count
    if (1...6).contains(hashes), span.count > hashes + 1, scalars[span.start + hashes].isBlank {
      return hashes
    }
    let digits = scalars[span.start..<span.end].prefix { ("0"..."9").contains($0) }.count
    guard (1...2).contains(digits), span.count > digits + 2 else { return 0 }
    let stop = scalars[span.start + digits]
    return (stop == "." || stop == ")") && scalars[span.start + digits + 1].isBlank ? digits + 1 : 0
  }
}
