public import Text

/// A date as an interval of days, with what it rests on.
public struct DateInterval: Codable, Hashable, Sendable {
  /// What settles the interval.
  public enum Basis: String, CaseIterable, Codable, Sendable {
    /// The text gives the calendar date.
    case stated
    /// Reckoned from the publication date.
    case resolved
    /// The text doesn't settle it.
    case open
  }

  /// The words, "Friday".
  public var text: String
  /// Where they stand.
  public var span: Span
  /// The first day, ISO 8601 (`2021-05-14`), or nil while open.
  public var from: String?
  /// The last day, inclusive, or nil while open.
  public var to: String?
  /// What settles it.
  public var basis: Basis
  /// Why it is so, in a few words.
  public var why: String

  /// A date over the words at `span`.
  public init(text: String, span: Span, from: String?, to: String?, basis: Basis, why: String) {
    self.text = text
    self.span = span
    self.from = from
    self.to = to
    self.basis = basis
    self.why = why
  }
}
