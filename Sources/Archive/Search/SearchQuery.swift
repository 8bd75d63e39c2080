/// What an answer's items are.
public enum SearchUnit: String, CaseIterable, Codable, Sendable {
  case report, attribution, event
}

/// A query in the search language, read and checked.
///
/// ```swift
/// try SearchQuery(#"speaker:"Jen Psaki" form:direct about:ceasefire"#)
/// ```
///
/// Words, `"phrases"` and `prefix*` are looked for in the headline and text of reports; fields ask
/// for lines: `speaker: form: source: kind: channel:` for what is said, `type: mode: status: actor:
/// to: place: day:` for what is told as done, expected or denied; `about:` for words of the line
/// itself; `title: after: before: language: site: document:` for the report. Parts that stand side
/// by side hold of the same line; `speaker:` beside `status:` asks for events on that person's
/// word. `OR`, `-` and parentheses join and refuse. `after:2021-05-10` takes that day in,
/// `before:` leaves it out; both ask for the report's own date, `day:` for the event's.
public struct SearchQuery: Hashable, Sendable {
  /// The query as written.
  public let text: String
  /// What its answer's items are: events where it asks for one, else attributions where it asks
  /// for one, else reports.
  public let unit: SearchUnit
  let expression: QueryExpression

  /// Reads a query.
  ///
  /// - Throws: `QueryError` with the place of what is wrong.
  public init(_ text: String) throws(QueryError) {
    self.text = text
    expression = try QueryParser.parse(text)
    unit =
      switch expression.level {
      case .report: .report
      case .attribution: .attribution
      case .event: .event
      }
  }

  /// What the query asks to be in the text, for highlighting: the patterns that are not refused.
  var wanted: [WordPattern] { expression.wanted }
}

extension QueryExpression {
  /// The highest level that any of its fields speaks of.
  var level: QueryField.Level {
    switch self {
    case .words: .report
    case .field(let field, _, _): field.level
    case .not(let inner): inner.level
    case .all(let parts), .any(let parts): parts.map(\.level).max() ?? .report
    }
  }

  fileprivate var wanted: [WordPattern] {
    switch self {
    case .words(let pattern), .field(.about, let pattern, _), .field(.title, let pattern, _):
      [pattern]
    case .field, .not: []
    case .all(let parts), .any(let parts): parts.flatMap(\.wanted)
    }
  }
}
