/// Days in a row, either end of which may be open.
struct Days: Hashable {
  var from: CivilDay?
  var to: CivilDay?

  init(_ day: CivilDay) {
    from = day
    to = day
  }

  init(from: CivilDay?, to: CivilDay?) {
    self.from = from
    self.to = to
  }

  /// The months of a year from `first` to `last`; nil where the year is not of our calendar.
  init?(year: Int, months first: Int, _ last: Int) {
    guard let from = CivilDay(year, first, 1), (1...12).contains(last),
      let to = CivilDay(year, last, CivilDay.length(of: last, in: year))
    else { return nil }
    self.init(from: from, to: to)
  }

  init?(year: Int) { self.init(year: year, months: 1, 12) }

  /// The calendar unit, `count` units from the one that holds `day` (weeks begin on Monday).
  init?(_ unit: DateUnit, _ count: Int, from day: CivilDay) {
    guard abs(count) < 10_000 else { return nil }
    let (year, month, _) = day.parts
    switch unit {
    case .day: self.init(day + count)
    case .week:
      let monday = day - day.weekday + 7 * count
      self.init(from: monday, to: monday + 6)
    case .weekend:
      let saturday = day - day.weekday + 5 + 7 * count
      self.init(from: saturday, to: saturday + 1)
    case .month:
      let months = year * 12 + month - 1 + count
      guard months >= 12 else { return nil }
      self.init(year: months / 12, months: months % 12 + 1, months % 12 + 1)
    case .year: self.init(year: year + count)
    case .decade:
      let first = (year / 10 + count) * 10
      self.init(from: CivilDay(first, 1, 1), to: CivilDay(first + 9, 12, 31))
      if from == nil { return nil }
    }
  }
}

/// A unit of the calendar.
enum DateUnit: Hashable, Sendable {
  case day, week, weekend, month, year, decade

  /// The days in it, at most.
  var length: Int {
    switch self {
    case .day: 1
    case .weekend: 2
    case .week: 7
    case .month: 31
    case .year: 366
    case .decade: 3653
    }
  }

  /// The unit that a word names; hours count as nothing.
  init?(_ word: String) {
    switch word {
    case "day", "days", "night", "nights": self = .day
    case "week", "weeks", "fortnight": self = .week
    case "weekend", "weekends": self = .weekend
    case "month", "months": self = .month
    case "year", "years": self = .year
    case "decade", "decades": self = .decade
    default: return nil
    }
  }
}
