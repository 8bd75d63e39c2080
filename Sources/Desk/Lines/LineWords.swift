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

  /// Why a document isn't whole, in words; a code without words stands for itself.
  static func reasons(_ codes: [String]) -> String {
    codes.map { code in
      let parts = code.split(separator: ":", maxSplits: 1).map(String.init)
      return switch parts.first ?? code {
      case "language": "partly in another language (\(parts.last ?? "?")), kept unread"
      case "encoding": "not UTF-8; read as \(parts.last ?? "?")"
      case "binary": "not a text (binary data)"
      case "empty": "nothing to read in it"
      case "no-article": "no report found on the page, only furniture"
      case "index": "a page of teasers, not a report"
      case "paywall": "the rest is for subscribers"
      case "cut": "the text breaks off"
      default: code
      }
    }.joined(separator: "; ")
  }
}
