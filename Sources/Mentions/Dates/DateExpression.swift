/// What the words of a date mean, before it is reckoned.
enum DateExpression: Hashable, Sendable {
  /// The text gives year and all: the days from the first to the last.
  case stated(from: CivilDay, to: CivilDay)
  /// A day without a year, or with `day` nil a month.
  case monthDay(month: Int, first: Int?, last: Int?)
  /// A weekday: the `shift` is -1 for "last Friday", 1 for "next Friday", 0 for "Friday".
  case weekday(Int, shift: Int)
  /// A unit counted from the one of publication: 0 "this week", -1 "yesterday".
  case unit(DateUnit, Int)
  /// "the past two weeks", "the next three days": up to or from the day of publication.
  case stretch(DateUnit, Int)
  /// "two weeks ago" and the like, told only to the unit.
  case ago(DateUnit, Int)
  /// "in two days": ahead where the verb looks ahead.
  case ahead(DateUnit, Int)
  /// The night before publication.
  case overnight
  /// The text doesn't settle it, for this reason.
  case open(String)
}

/// How a date bounds: "by Sunday", "since Monday".
enum DateBound: Hashable, Sendable {
  case none
  /// Up to its last day: by, until, till.
  case upTo
  /// Up to the day before: before.
  case before
  /// From its first day on: since, from.
  case since
  /// From the day behind it on: after.
  case after
  /// "earlier this week": up to the day of publication.
  case earlier
  /// "later this week": from the day of publication.
  case later
}
