/// The gender that words tell; unknown agrees with both.
enum Gender: Sendable {
  case unknown, masculine, feminine

  /// `m`, `f`, or anything else for unknown.
  init(_ letter: String) {
    switch letter {
    case "m": self = .masculine
    case "f": self = .feminine
    default: self = .unknown
    }
  }

  /// Whether both can be said of one person.
  func agrees(with other: Gender) -> Bool {
    self == other || self == .unknown || other == .unknown
  }
}
