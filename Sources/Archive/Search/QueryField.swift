import Records

/// The fields of the search language.
enum QueryField: String, CaseIterable, Sendable {
  case speaker, form, source, kind, channel, about
  case type, mode, status, actor, to, place, day
  case title, after, before, language, site, document

  /// What a field speaks of.
  enum Level: Int, Comparable, Sendable {
    case report, attribution, event
    static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  var level: Level {
    switch self {
    case .title, .after, .before, .language, .site, .document: .report
    case .speaker, .form, .source, .kind, .channel: .attribution
    case .type, .mode, .status, .actor, .to, .place, .day: .event
    // The words of whatever line the rest of the query asks for.
    case .about: .attribution
    }
  }

  /// The values that the field takes, where they are counted.
  var values: [String]? {
    switch self {
    case .form: Attribution.Form.allCases.map(\.rawValue)
    case .source: Attribution.SourceKind.allCases.map(\.rawValue)
    case .kind: Attribution.Kind.allCases.map(\.rawValue)
    case .type: EventType.allCases.map(\.rawValue)
    case .status: EventStatus.allCases.map(\.rawValue)
    default: nil
    }
  }

  /// The vocabulary of its values, where the archive numbers them.
  var vocabulary: Vocabulary? {
    switch self {
    case .form: .form
    case .source: .source
    case .kind: .kind
    case .channel: .channel
    case .type: .type
    case .mode: .mode
    case .status: .status
    default: nil
    }
  }
}
