import Records
import Text

/// The page's parts: each found, and no line of the story taken for furniture.
enum PartsScore {
  static func lines(_ reading: SeedReading, _ record: Record) -> [SeedScore.Line] {
    let text = SourceText(record.text)
    let part = SeedScore.Line(
      "parts", reading.parts,
      passes: { part in
        let kinds =
          part.kind == "furniture" ? ["furniture", "other-language"] : [part.kind]
        let blocks = record.blocks.filter { kinds.contains($0.kind.rawValue) }
        return blocks.reduce(0) { $0 + ($1.span.intersection(part.span)?.count ?? 0) } * 10
          >= wordCount(part.span, text) * 9
      },
      called: { "\($0.kind) \($0.span) \(text[$0.span].prefix(50))" })
    let lost = record.blocks.filter { block in
      block.kind != .body && !reading.parts.contains { $0.span.touches(block.span) }
    }
    return [
      part,
      SeedScore.Line(
        faults: lost.map { "\($0.kind.rawValue) \($0.span) \(text[$0.span].prefix(60))" },
        "body lines taken for something else"),
    ]
  }

  /// The code points of a span without white space at its ends or between its lines.
  private static func wordCount(_ span: Span, _ text: SourceText) -> Int {
    text[span].split(whereSeparator: \.isNewline).reduce(0) { count, line in
      let trimmed = line.drop(while: \.isWhitespace)
      return count + trimmed.unicodeScalars.count
    }
  }
}

extension Span {
  /// Whether the spans overlap or stand beside each other, with at most a space between: the label
  /// of a credit, the dash of a dateline.
  fileprivate func touches(_ other: Span) -> Bool {
    start <= other.end + 1 && other.start <= end + 1
  }
}
