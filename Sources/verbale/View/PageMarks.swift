import Articles
import Records
import Text

/// Words of a report that are to be marked in its page: by their place, as they are written, or by
/// the line of the record that they stand under.
struct PageMarks {
  /// Places (`120-160`, in code points, the second one exclusive) and words.
  let words: [String]
  /// Lines of the record (`e3`, `a1`, `x2`).
  let lines: [String]

  /// The marks in an article.
  ///
  /// - Parameter record: what was read from it; needed for lines.
  /// - Throws: `Complaint` where nothing has such a place, word or line.
  func marks(in article: Article, record: @autoclosure () -> Record) throws
    -> [PageHighlighter.Mark]
  {
    let named = try words.flatMap { try Self.marks(of: $0, in: article.text) }
    if lines.isEmpty { return named }
    let record = record()
    return try named + lines.flatMap { try Self.marks(line: $0, record) }
  }

  private static func marks(
    of words: String, in text: SourceText
  ) throws -> [PageHighlighter.Mark] {
    let ends = words.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    if ends.count == 2, let start = ends[0], let end = ends[1] {
      guard start < end, end <= text.span.end else {
        throw Complaint("--mark \(words): the text has the places 0-\(text.span.end).")
      }
      return [PageHighlighter.Mark(Span(start, end), label: words)]
    }
    let found = places(of: words, in: text)
    guard !found.isEmpty else { throw Complaint("--mark: the report has no ‘\(words)’.") }
    return found.map { PageHighlighter.Mark($0, label: words) }
  }

  /// Where words stand, whatever white space is between them.
  private static func places(of words: String, in text: SourceText) -> [Span] {
    let wanted = words.split { $0.isWhitespace }.flatMap { $0.unicodeScalars + [" "] }.dropLast()
    guard let first = wanted.first else { return [] }
    let scalars = Array(text.string.unicodeScalars)
    var found: [Span] = []
    var start = 0
    while start < scalars.count {
      if scalars[start] == first, let end = end(of: Array(wanted), in: scalars, from: start) {
        found.append(Span(start, end))
        start = end
      } else {
        start += 1
      }
    }
    return found
  }

  private static func end(
    of wanted: [Unicode.Scalar], in scalars: [Unicode.Scalar], from start: Int
  ) -> Int? {
    var at = start
    for scalar in wanted {
      guard at < scalars.count else { return nil }
      if scalar == " " {
        guard scalars[at].properties.isWhitespace else { return nil }
        while at < scalars.count, scalars[at].properties.isWhitespace { at += 1 }
      } else {
        guard scalars[at] == scalar else { return nil }
        at += 1
      }
    }
    return at
  }

  private static func marks(line: String, _ record: Record) throws -> [PageHighlighter.Mark] {
    if let event = record.events.first(where: { $0.id == line }) {
      let label = "\(line): \(event.status.rawValue) \(event.type.rawValue)"
      let tellings = [event.words] + event.mentions.map(\.words)
      return tellings.map { PageHighlighter.Mark($0, label: label) }
    }
    if let attribution = record.attributions.first(where: { $0.id == line }) {
      return [
        (attribution.source, "source"), (attribution.cue, "cue"), (attribution.content, "content"),
      ].flatMap { spans, part in
        spans.map { PageHighlighter.Mark($0, label: "\(line): \(part)") }
      }
    }
    if let actor = record.actors.first(where: { $0.id == line }) {
      return actor.mentions.map { PageHighlighter.Mark($0, label: "\(line): \(actor.name)") }
    }
    throw Complaint(
      "--line: the record has no line \(line); `verbale read --format json` shows its lines.")
  }
}
