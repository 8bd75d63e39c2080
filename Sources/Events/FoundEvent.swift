public import Mentions
public import Records
public import Syntax
public import Text

/// One telling of an event: a predicate with the stretch that tells it.
public struct Telling: Hashable, Sendable {
  /// The predicate's head word.
  public var predicate: TokenAddress
  /// The predicate's own words.
  public var trigger: [Span]
  /// The stretch that tells it.
  public var words: Span
  /// What the text commits itself to, before anybody's word is weighed.
  public var factuality: Factuality
  /// When, as this telling says.
  public var date: DateInterval?

  /// A telling.
  public init(
    predicate: TokenAddress, trigger: [Span], words: Span, factuality: Factuality,
    date: DateInterval? = nil
  ) {
    self.predicate = predicate
    self.trigger = trigger
    self.words = words
    self.factuality = factuality
    self.date = date
  }
}

/// An event as this room finds it, with all its tellings; `Reader` weighs the voices, chooses the
/// strongest telling and gives out the ids.
public struct FoundEvent: Hashable, Sendable {
  /// The type.
  public var type: EventType
  /// PLOVER's mode, such as `visit`.
  public var mode: String?
  /// PLOVER's contexts.
  public var contexts: [String]
  /// The actors, as indices in the cast.
  public var actors: [Int]
  /// The recipients, as indices in the cast.
  public var recipients: [Int]
  /// The actors' words, in the first telling that has them.
  public var actorSpans: [Span]
  /// The recipients' words, in the first telling that has them.
  public var recipientSpans: [Span]
  /// The tellings in text order; at least one.
  public var tellings: [Telling]
  /// Where.
  public var place: Place?
  /// How many.
  public var size: EventSize
  /// The rule or model that decided the type.
  public var by: String

  /// An event.
  public init(
    type: EventType, mode: String? = nil, contexts: [String] = [], actors: [Int] = [],
    recipients: [Int] = [], actorSpans: [Span] = [], recipientSpans: [Span] = [],
    tellings: [Telling], place: Place? = nil, size: EventSize = EventSize(), by: String
  ) {
    self.type = type
    self.mode = mode
    self.contexts = contexts
    self.actors = actors
    self.recipients = recipients
    self.actorSpans = actorSpans
    self.recipientSpans = recipientSpans
    self.tellings = tellings
    self.place = place
    self.size = size
    self.by = by
  }
}
