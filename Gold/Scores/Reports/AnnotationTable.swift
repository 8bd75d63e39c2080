import Records

/// The table below an annotated report, a line an attribution, the columns parted by bars.
enum AnnotationTable {
  /// A line of the table.
  struct Row {
    let id: Int
    let form: Attribution.Form
    let kind: Attribution.Kind
    let sourceKind: Attribution.SourceKind
    let speaker: String?
    let channel: String?
    let isInferred: Bool
  }

  static let heading = ["id", "form", "kind", "source", "speaker", "channel", "inferred"]

  /// The channels that the guidelines name.
  static let channels: Set<String> = [
    "tweet", "post", "statement", "announcement", "briefing", "news conference", "interview",
    "speech", "testimony", "document", "call", "message", "told",
  ]

  /// Reads the table.
  ///
  /// - Throws: `AnnotationError` where a line lacks columns or a column holds another value.
  static func rows(_ table: String, report: String) throws -> [Row] {
    var lines = table.split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map(trimmed)
    }
    guard !lines.isEmpty, lines.removeFirst() == heading else {
      throw AnnotationError(report: report, "the table lacks its heading")
    }
    var seen: Set<Int> = []
    return try lines.map { columns in
      func failure(_ reason: String) -> AnnotationError {
        AnnotationError(report: report, reason + " in: " + columns.joined(separator: " | "))
      }
      guard (5...heading.count).contains(columns.count) else { throw failure("missing columns") }
      guard let id = Int(columns[0]), seen.insert(id).inserted else {
        throw failure("no number of its own")
      }
      guard let form = Attribution.Form(rawValue: columns[1]) else { throw failure("no form") }
      guard let kind = Attribution.Kind(rawValue: columns[2]) else { throw failure("no kind") }
      guard let source = Attribution.SourceKind(rawValue: columns[3]) else {
        throw failure("no kind of source")
      }
      let channel = columns.count > 5 && !columns[5].isEmpty ? columns[5] : nil
      if let channel, !channels.contains(channel) { throw failure("an unknown channel") }
      let inferred = columns.count > 6 ? columns[6] : ""
      guard ["", "inferred"].contains(inferred) else { throw failure("not “inferred”") }
      guard !columns[4].isEmpty else { throw failure("no speaker") }
      return Row(
        id: id, form: form, kind: kind, sourceKind: source,
        speaker: columns[4] == "-" ? nil : columns[4], channel: channel,
        isInferred: !inferred.isEmpty)
    }
  }

  /// The table with its columns aligned.
  static func written(_ attributions: [AnnotatedReport.Annotation]) -> String {
    let rows =
      [heading]
      + attributions.map { item in
        [
          String(item.id), item.form.rawValue, item.kind.rawValue, item.sourceKind.rawValue,
          item.speaker ?? "-", item.channel ?? "", item.isInferred ? "inferred" : "",
        ]
      }
    let widths = heading.indices.map { column in
      rows.map { $0[column].unicodeScalars.count }.max() ?? 0
    }
    return rows.map { row in
      let cells = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.unicodeScalars.count)
      }
      let line = cells.joined(separator: " | ")
      return String(line.dropLast(line.reversed().prefix { $0 == " " }.count)) + "\n"
    }.joined()
  }

  private static func trimmed(_ cell: Substring) -> String {
    let start = cell.prefix { $0 == " " }.count
    let end = cell.reversed().prefix { $0 == " " }.count
    return start == cell.count ? "" : String(cell.dropFirst(start).dropLast(end))
  }
}
