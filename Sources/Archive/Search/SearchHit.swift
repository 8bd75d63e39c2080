public import Text

/// One item of an answer: a report, or a line of one.
public struct SearchHit: Hashable, Codable, Sendable {
  /// What it is.
  public let unit: SearchUnit
  /// The report it stands in.
  public let document: DocumentSummary
  /// The line's id in the record, `a3` or `e1`; nil for a report.
  public let line: String?
  /// The words' place in the record's text, in code points; for a report, of the words around the
  /// first match.
  public let span: Span
  /// The words, on one line.
  public let words: String
  /// What in `words` the query asked for, in code points of `words`.
  public let matches: [Span]
  /// What a line says beside its words; nil for a report.
  public let facts: LineFacts?
}

/// A line in short; what is left out of it stands in the record.
public struct LineFacts: Hashable, Codable, Sendable {
  /// An actor of the archive.
  public struct Party: Hashable, Codable, Sendable {
    /// The archive's number for it, for good.
    public let actor: Int
    /// Its name.
    public let name: String
  }

  /// Who says it, of an attribution.
  public var speaker: Party?
  /// `direct`, `indirect` or `mixed`, of an attribution.
  public var form: String?
  /// `named`, `institution`, `anonymous` or `unwritten`, of an attribution.
  public var source: String?
  /// `speech` or `attitude`, of an attribution.
  public var kind: String?
  /// How it was said, of an attribution.
  public var channel: String?
  /// PLOVER's type, of an event.
  public var type: String?
  /// PLOVER's mode, of an event.
  public var mode: String?
  /// Whether it happened, of an event.
  public var status: String?
  /// Who does it.
  public var actors: [Party] = []
  /// To whom.
  public var recipients: [Party] = []
  /// The first day, ISO 8601, or nil while open.
  public var firstDay: String?
  /// The last day, inclusive.
  public var lastDay: String?
  /// Where.
  public var place: String?
  /// Degrees north.
  public var lat: Double?
  /// Degrees east.
  public var lon: Double?
  /// The attributions that vouch for it, by id in the record.
  public var authority: [String] = []
}

/// An answer with its count.
public struct SearchAnswer: Sendable {
  /// The items, the newest report first.
  public let page: Page<SearchHit>
  /// How many items there are from here on, as far as they were counted.
  public let count: Int
  /// Whether there are more than `count`.
  public let isMore: Bool
}
