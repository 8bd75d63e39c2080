/// What a person decided.
public struct Decision: Hashable, Codable, Sendable {
  /// The kinds of decisions.
  public enum Verdict: String, CaseIterable, Codable, Sendable {
    /// The line is right.
    case confirm
    /// One field of it is otherwise.
    case correct
    /// There is no such line.
    case reject
    /// Something to know about the line.
    case note
    /// Two actors are one.
    case merge
    /// The bearer of a name in one report is somebody else.
    case split
    /// An earlier decision is taken back.
    case undo
  }

  /// Its number, growing.
  public let id: Int
  /// What was decided.
  public let verdict: Verdict
  /// The report that it speaks of.
  public let document: Int?
  /// The line in the newest reading, `e1`; nil where no line has its words any more.
  public let line: String?
  /// The line as it was decided about; nil once the report was taken down.
  public let decided: RecordLine?
  /// The field that a correction speaks of.
  public let field: String?
  /// What the machine had there.
  public let machine: String?
  /// What stands there instead.
  public let value: String?
  /// The actor that is merged into another, or split off.
  public let actor: Int?
  /// The actor that it is merged into, or that it became.
  public let otherActor: Int?
  /// The decision that is taken back.
  public let undoes: Int?
  /// Whether a later decision took it back.
  public let isUndone: Bool
  /// Who decided.
  public let who: String
  /// Why, as given.
  public let why: String?
  /// When, ISO 8601 in UTC.
  public let at: String

  /// Whether it speaks of a line that the newest reading doesn't have.
  public var isOrphaned: Bool { decided != nil && line == nil }
}

/// How far reviewers and the machine agree, over lines with a decision that stands.
public struct Agreement: Hashable, Codable, Sendable {
  /// Lines that were looked at.
  public let decided: Int
  /// Lines that were confirmed and not corrected.
  public let confirmed: Int
  /// Lines with a corrected field.
  public let corrected: Int
  /// Lines that were rejected.
  public let rejected: Int
  /// How often each field was corrected.
  public let fields: [String: Int]

  /// The share of confirmed lines, 0 to 1; nil where none was looked at.
  public var share: Double? { decided == 0 ? nil : Double(confirmed) / Double(decided) }
}
