import Records

/// The record's codes in words for a person.
enum LineWords {
  /// What a type covers, after PLOVER's codebook.
  static func help(_ type: EventType) -> String {
    switch type {
    case .agree: "agree, promise, express an intention"
    case .consult: "meet, visit, talk, consult"
    case .support: "support, praise, sign, diplomatic cooperation"
    case .concede: "yield, ease, release, resign"
    case .cooperate: "cooperate in material matters"
    case .aid: "provide aid"
    case .retreat: "retreat, withdraw, end fighting"
    case .request: "request, demand, appeal"
    case .accuse: "accuse, criticise, investigate"
    case .reject: "reject, refuse, veto"
    case .threaten: "threaten, warn"
    case .protest: "protest, strike, demonstrate"
    case .sanction: "sanction, reduce relations, expel"
    case .mobilize: "mobilize forces, raise readiness"
    case .coerce: "arrest, seize, restrict, coerce"
    case .assault: "attack with force"
    }
  }

  /// The groups in which a report's events are listed, the surest first.
  static let groups: [(title: String, anchor: String, statuses: Set<EventStatus>)] = [
    ("What happened", "happened", [.happened, .ongoing]),
    ("Only on somebody’s word", "claimed", [.claimed]),
    ("Planned, expected or possible", "ahead", [.planned, .expected, .possible, .conditional]),
    ("Asked for", "requested", [.requested]),
    ("Denied, refused or called off", "denied", [.denied, .cancelled]),
  ]

  /// What a block is.
  static func block(_ kind: BlockKind) -> String {
    switch kind {
    case .furniture: "left out"
    case .otherLanguage: "another language, kept unread"
    default: kind.rawValue
    }
  }
}
