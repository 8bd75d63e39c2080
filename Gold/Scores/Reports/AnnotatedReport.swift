public import Records
public import Text

/// A report with its attributions as a person marked them, read from the inline mark-up that
/// `Gold/attributions/GUIDELINES.md` describes.
public struct AnnotatedReport: Hashable, Sendable {
  /// An attribution of the report.
  public struct Annotation: Hashable, Sendable {
    /// Its number in the marks and the table.
    public let id: Int
    /// The pieces of each role, in text order; spans in code points of `text`.
    public let source, cue, content, channelWords: [Span]
    /// Direct, indirect or mixed.
    public let form: Attribution.Form
    /// Speech or attitude.
    public let kind: Attribution.Kind
    /// What the source is.
    public let sourceKind: Attribution.SourceKind
    /// A name, a label of an unnamed source (`@…`), or nil where nobody is written.
    public let speaker: String?
    /// The kind of channel, where the report tells it.
    public let channel: String?
    /// Whether no source is written and the report still shows who speaks.
    public let isInferred: Bool
    /// The number of the attribution whose content holds this one.
    public let within: Int?
  }

  /// A marked stretch: one role of one or several attributions.
  struct Mark: Hashable, Sendable {
    let role: Role
    let ids: [Int]
    let span: Span
  }

  /// What a stretch is to its attribution, with the letter of its mark.
  enum Role: Character, Sendable {
    case source = "s"
    case cue = "q"
    case content = "c"
    case channel = "h"
  }

  /// The name of the report's file, its ending left out.
  public let id: String
  /// The report without its marks.
  public let text: String
  /// The attributions in the order of the table.
  public let attributions: [Annotation]
  /// The marks in the order in which they open, the outer before the inner.
  let marks: [Mark]

  /// The line between the report and its table.
  static let rule = "====="

  /// Reads a report with marks and table.
  ///
  /// - Throws: `AnnotationError` where the file breaks the format.
  public init(id: String, file: String) throws {
    guard let cut = file.firstRange(of: "\n" + Self.rule + "\n") else {
      throw AnnotationError(report: id, "no line \(Self.rule) before the table")
    }
    let marked = String(file[..<cut.lowerBound]) + "\n"
    let (text, marks) = try Self.unmarked(marked, report: id)
    let rows = try AnnotationTable.rows(String(file[cut.upperBound...]), report: id)
    let spans = Dictionary(
      grouping: marks.flatMap { mark in mark.ids.map { (id: $0, mark: mark) } }, by: \.id
    ).mapValues { $0.map(\.mark) }
    for unlisted in spans.keys.sorted() where !rows.contains(where: { $0.id == unlisted }) {
      throw AnnotationError(report: id, "\(unlisted) is marked but not in the table")
    }
    func pieces(_ number: Int, _ role: Role) -> [Span] {
      (spans[number] ?? []).filter { $0.role == role }.map(\.span).sorted()
    }
    let contents = rows.map { (id: $0.id, spans: pieces($0.id, .content)) }
    self.id = id
    self.text = text
    self.marks = marks
    attributions = try rows.map { row in
      let content = pieces(row.id, .content)
      let cue = pieces(row.id, .cue)
      guard let place = cue.first?.start ?? content.first?.start, !content.isEmpty else {
        throw AnnotationError(report: id, "\(row.id) has no content")
      }
      return Annotation(
        id: row.id, source: pieces(row.id, .source), cue: cue, content: content,
        channelWords: pieces(row.id, .channel), form: row.form, kind: row.kind,
        sourceKind: row.sourceKind, speaker: row.speaker, channel: row.channel,
        isInferred: row.isInferred,
        within: Self.innermost(holding: place, among: contents.filter { $0.id != row.id }))
    }
    try checkSources()
  }

  /// The attribution with the smallest content that holds a place.
  private static func innermost(
    holding place: Int, among contents: [(id: Int, spans: [Span])]
  ) -> Int? {
    contents.filter { $0.spans.contains { $0.contains(place) } }
      .min { left, right in
        let sizes = [left, right].map { $0.spans.reduce(0) { $0 + $1.count } }
        return (sizes[0], left.id) < (sizes[1], right.id)
      }?.id
  }

  /// Holds the columns to the marks: who is inferred has no written source, who is unwritten has
  /// neither source nor speaker, and an unnamed source has a label.
  private func checkSources() throws {
    for item in attributions {
      let isUnwritten = item.sourceKind == .unwritten
      if item.isInferred != (item.source.isEmpty && !isUnwritten) {
        throw AnnotationError(report: id, "\(item.id): a source is either marked or inferred")
      }
      if isUnwritten != (item.speaker == nil) || (isUnwritten && !item.source.isEmpty) {
        throw AnnotationError(report: id, "\(item.id): unwritten means no source, no speaker")
      }
      if (item.sourceKind == .anonymous) != (item.speaker?.hasPrefix("@") ?? false) {
        throw AnnotationError(report: id, "\(item.id): an unnamed source has a label with @")
      }
    }
  }
}
