public import Records

/// What a text commits itself to about a predicate, before anybody's word is weighed: FactBank's
/// values, and the one status that follows from them. `claimed` stands here for hearsay alone
/// ("reportedly", "accused of"); what somebody's words vouch for, `Reader` marks.
public struct Factuality: Hashable, Sendable {
  /// How certain the last voice is.
  public var certainty: Certainty
  /// Positive, or negative where the voice says that it is not so.
  public var polarity: Polarity
  /// Past, ongoing or future.
  public var tense: Tense
  /// The one word that a person reads.
  public var status: EventStatus
  /// The rule that decided.
  public var by: String

  /// A judgement with the rule that made it.
  public init(
    certainty: Certainty, polarity: Polarity, tense: Tense, status: EventStatus, by: String
  ) {
    self.certainty = certainty
    self.polarity = polarity
    self.tense = tense
    self.status = status
    self.by = by
  }
}
