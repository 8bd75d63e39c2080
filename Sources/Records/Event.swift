public import Text

/// The event types of PLOVER (Open Event Data Alliance, CC BY-SA 4.0).
public enum EventType: String, CaseIterable, Codable, Sendable {
  case agree = "AGREE"
  case consult = "CONSULT"
  case support = "SUPPORT"
  case concede = "CONCEDE"
  case cooperate = "COOPERATE"
  case aid = "AID"
  case retreat = "RETREAT"
  case request = "REQUEST"
  case accuse = "ACCUSE"
  case reject = "REJECT"
  case threaten = "THREATEN"
  case protest = "PROTEST"
  case sanction = "SANCTION"
  case mobilize = "MOBILIZE"
  case coerce = "COERCE"
  case assault = "ASSAULT"
}

/// Whether it happened, in the one word that a person reads.
public enum EventStatus: String, CaseIterable, Codable, Sendable {
  case happened, ongoing, planned, expected, possible, conditional, requested, denied, cancelled
  case claimed

  /// Whether the report tells it as done or under way; never true of the future or the possible.
  @inlinable public var isFact: Bool { self == .happened || self == .ongoing }
}

/// FactBank's degrees of certainty (Saurí and Pustejovsky 2009).
public enum Certainty: String, CaseIterable, Codable, Sendable {
  case certain, probable, possible, underspecified
}

/// FactBank's polarity.
public enum Polarity: String, CaseIterable, Codable, Sendable { case positive, negative }

/// When an event lies, seen from the telling.
public enum Tense: String, CaseIterable, Codable, Sendable { case past, ongoing, future }

/// A number of people or things, as the text gives it.
public struct Quantity: Codable, Hashable, Sendable {
  /// The number; for "dozens" the least that it means.
  public var number: Int
  /// What is counted, "rockets".
  public var unit: String
  /// `exact`, `at least`, `at most` or `about`.
  public var bound: String
  /// Where the words stand.
  public var span: Span

  /// A count over the words at `span`.
  public init(number: Int, unit: String, bound: String, span: Span) {
    self.number = number
    self.unit = unit
    self.bound = bound
    self.span = span
  }
}

/// How large an event was.
public struct EventSize: Codable, Hashable, Sendable {
  /// Persons killed.
  public var dead: Quantity?
  /// Persons hurt.
  public var injured: Quantity?
  /// Persons arrested or held.
  public var arrested: Quantity?
  /// Anything else that is counted.
  public var other: Quantity?

  /// A size; nothing is counted unless given.
  public init(
    dead: Quantity? = nil, injured: Quantity? = nil, arrested: Quantity? = nil,
    other: Quantity? = nil
  ) {
    self.dead = dead
    self.injured = injured
    self.arrested = arrested
    self.other = other
  }
}

/// A further telling of the same event.
public struct EventMention: Codable, Hashable, Sendable {
  /// The words of the telling.
  public var words: Span
  /// The attributions that vouch for it, outermost first; empty for the report's own voice.
  public var authority: [String]

  /// A telling.
  public init(words: Span, authority: [String]) {
    self.words = words
    self.authority = authority
  }
}

/// Who did what to whom, and whether it happened.
public struct Event: Codable, Hashable, Sendable {
  /// `e1`, `e2`, … in text order.
  public var id: String
  /// The type.
  public var type: EventType
  /// PLOVER's mode, such as `visit`, where one is told.
  public var mode: String?
  /// PLOVER's contexts.
  public var contexts: [String]
  /// The actors who do it, by id.
  public var actors: [String]
  /// Those to whom it is done, by id.
  public var recipients: [String]
  /// The actors' words.
  public var actorSpans: [Span]
  /// The recipients' words.
  public var recipientSpans: [Span]
  /// The predicate's own words.
  public var trigger: [Span]
  /// The stretch that tells it.
  public var words: Span
  /// Whether it happened.
  public var status: EventStatus
  /// How certain the last voice is.
  public var certainty: Certainty
  /// Positive, or negative where the voice says that it is not so.
  public var polarity: Polarity
  /// Past, ongoing or future.
  public var tense: Tense
  /// When, where the text says so.
  public var date: DateInterval?
  /// Where, where the text says so.
  public var place: Place?
  /// How many.
  public var size: EventSize
  /// The attributions that vouch for it, outermost first; empty for the report's own voice.
  public var authority: [String]
  /// Further tellings.
  public var mentions: [EventMention]
  /// The rule or model that decided.
  public var by: String

  /// The keys in the order of the record.
  enum CodingKeys: String, CodingKey {
    case id, type, mode, contexts, actors, recipients
    case actorSpans = "actor_spans"
    case recipientSpans = "recipient_spans"
    case trigger, words, status, certainty, polarity, tense, date, place, size, authority, mentions
    case by
  }

  /// An event.
  public init(
    id: String = "", type: EventType, mode: String? = nil, contexts: [String] = [],
    actors: [String] = [], recipients: [String] = [], actorSpans: [Span] = [],
    recipientSpans: [Span] = [], trigger: [Span], words: Span, status: EventStatus,
    certainty: Certainty, polarity: Polarity, tense: Tense, date: DateInterval? = nil,
    place: Place? = nil, size: EventSize = EventSize(), authority: [String] = [],
    mentions: [EventMention] = [], by: String
  ) {
    self.id = id
    self.type = type
    self.mode = mode
    self.contexts = contexts
    self.actors = actors
    self.recipients = recipients
    self.actorSpans = actorSpans
    self.recipientSpans = recipientSpans
    self.trigger = trigger
    self.words = words
    self.status = status
    self.certainty = certainty
    self.polarity = polarity
    self.tense = tense
    self.date = date
    self.place = place
    self.size = size
    self.authority = authority
    self.mentions = mentions
    self.by = by
  }
}
