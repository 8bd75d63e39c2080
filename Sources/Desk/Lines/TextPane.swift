import Records
import Text

/// A report's text cut so that every stretch knows the lines that rest on it.
struct TextPane {
  /// A part of the page.
  struct Block: Sendable {
    let kind: String
    let kindWords: String
    let why: String
    let isFurniture: Bool
    let segments: [Segment]
  }

  /// A stretch within which no line begins or ends.
  struct Segment: Sendable {
    let text: String
    /// The ids of the lines that rest on it, parted by spaces; nil where none does.
    let lines: String?
    /// The line whose predicate it is, as a link; nil for other words.
    let href: String?
    let isLit: Bool
    /// Where a link to the lit words leads.
    let isFirstLit: Bool
  }

  private let text: SourceText
  private let marks: [(span: Span, line: String, isPredicate: Bool)]
  private let lit: String?

  init(text: SourceText, lines: [LineView], lit: String?) {
    self.text = text
    self.lit = lit
    marks = lines.flatMap { line in
      line.parts.map { ($0.span, line.id, $0.role == .predicate) }
    }
  }

  /// The blocks in the order of the text.
  func blocks(of record: Record) -> [Block] {
    var hasLit = false
    return record.blocks.map { block in
      Block(
        kind: block.kind.rawValue, kindWords: LineWords.block(block.kind), why: block.why,
        isFurniture: !block.kind.isRead && [.furniture, .otherLanguage].contains(block.kind),
        segments: segments(of: block.span, hasLit: &hasLit))
    }
  }

  private func segments(of block: Span, hasLit: inout Bool) -> [Segment] {
    let inside = marks.filter { $0.span.overlaps(block) }
    var cuts = Set([block.start, block.end])
    for mark in inside {
      cuts.insert(max(block.start, mark.span.start))
      cuts.insert(min(block.end, mark.span.end))
    }
    let edges = cuts.sorted()
    return zip(edges, edges.dropFirst()).map { start, end in
      let stretch = Span(start, end)
      let over = inside.filter { $0.span.contains(stretch) }
      var seen: Set<String> = []
      let ids = over.map(\.line).filter { seen.insert($0).inserted }
      let isLit = lit.map(ids.contains) ?? false
      defer { hasLit = hasLit || isLit }
      return Segment(
        text: text[stretch], lines: ids.isEmpty ? nil : ids.joined(separator: " "),
        href: over.first { $0.isPredicate }.map { "#\($0.line)" },
        isLit: isLit, isFirstLit: isLit && !hasLit)
    }
  }
}
