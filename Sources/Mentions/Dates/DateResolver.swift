import Records

/// Reckons the days that a date means, from the publication date and the verb's tense.
struct DateResolver {
  let published: CivilDay?
  let tense: Tense

  typealias Result = (days: Days?, basis: DateInterval.Basis, why: String)

  private var looksAhead: Bool { tense == .future }
  private var direction: String { looksAhead ? "looks ahead" : "looks back" }

  /// The days, their basis and why; nil days are open.
  func resolve(_ expression: DateExpression, _ bound: DateBound) -> Result {
    let result = plain(expression)
    guard let days = result.days else { return result }
    return bounded(days, bound, result)
  }

  private func plain(_ expression: DateExpression) -> Result {
    switch expression {
    case .stated(let from, let to):
      return (Days(from: from, to: to), .stated, "the text gives the calendar date")
    case .open(let why): return (nil, .open, why)
    default: break
    }
    guard let published else { return (nil, .open, "no publication date to reckon from") }
    let (days, why) = relative(expression, to: published)
    return (days, .resolved, days == nil ? "the calendar has no such day" : why)
  }

  private func relative(_ expression: DateExpression, to day: CivilDay) -> (Days?, String) {
    switch expression {
    case .weekday(let weekday, let shift): return self.weekday(weekday, shift, day)
    case .monthDay(let month, let first, let last): return monthDay(month, first, last, day)
    case .unit(let unit, let count):
      return (units(unit, count, day), "counted from the publication date")
    case .stretch(let unit, let count):
      let length = unit.length * abs(count)
      return (
        count < 0 ? Days(from: day - length, to: day) : Days(from: day, to: day + length),
        "counted from the publication date"
      )
    case .ago(let unit, let count):
      return (Days(unit, -count, from: day), "counted back from the publication date")
    case .ahead(let unit, let count):
      return looksAhead
        ? (Days(unit, count, from: day), "counted from the publication date; the verb looks ahead")
        : (nil, "")
    case .overnight:
      return (Days(from: day - 1, to: day), "the night before the publication date")
    case .stated, .open: return (nil, "")
    }
  }

  private func units(_ unit: DateUnit, _ count: Int, _ day: CivilDay) -> Days? {
    // "the weekend" in a report of the past is the one behind, told on its days or after.
    if unit == .weekend && count == 0 {
      if looksAhead || day.weekday >= 5 { return Days(.weekend, 0, from: day) }
      return Days(.weekend, -1, from: day)
    }
    return Days(unit, count, from: day)
  }

  private func weekday(_ weekday: Int, _ shift: Int, _ day: CivilDay) -> (Days?, String) {
    let back = (day.weekday - weekday + 7) % 7
    let ahead = (weekday - day.weekday + 7) % 7
    if shift < 0 {
      return (Days(day - (back == 0 ? 7 : back)), "the one before the publication date")
    }
    if shift > 0 {
      return (Days(day + (ahead == 0 ? 7 : ahead)), "the one after the publication date")
    }
    return (
      Days(looksAhead ? day + ahead : day - back),
      "reckoned from the publication date; the verb \(direction)"
    )
  }

  private func monthDay(
    _ month: Int, _ first: Int?, _ last: Int?, _ day: CivilDay
  ) -> (Days?, String) {
    func days(_ year: Int) -> Days? {
      guard let first else { return Days(year: year, months: month, month) }
      guard let from = CivilDay(year, month, first), let to = CivilDay(year, month, last ?? first)
      else { return nil }
      return Days(from: from, to: to)
    }
    let year = day.parts.year
    // Eight years hold a leap day.
    let years = (0...8).map { looksAhead ? year - 1 + $0 : year + 1 - $0 }
    let found = years.lazy.compactMap(days).first { candidate in
      guard let from = candidate.from, let to = candidate.to else { return false }
      return looksAhead ? to >= day : from <= day
    }
    return (found, "the year follows from the publication date; the verb \(direction)")
  }

  private func bounded(_ days: Days, _ bound: DateBound, _ result: Result) -> Result {
    var days = days
    let until = published.map { looksAhead ? nil : $0 } ?? nil
    let from = published.map { looksAhead ? $0 : nil } ?? nil
    switch bound {
    case .none: return result
    case .upTo:
      days.from = from.flatMap { $0 <= days.to ?? $0 ? $0 : nil }
      return (days, result.basis, result.why + "; the last day")
    case .before:
      days = Days(
        from: from.flatMap { $0 < days.from ?? $0 ? $0 : nil }, to: days.from.map { $0 - 1 })
      return (days, result.basis, result.why + "; before it")
    case .since:
      days.to = until.flatMap { $0 >= days.from ?? $0 ? $0 : nil }
      return (days, result.basis, result.why + "; the first day")
    case .after:
      days = Days(from: days.to.map { $0 + 1 }, to: until.flatMap { $0 > days.to ?? $0 ? $0 : nil })
      return (days, result.basis, result.why + "; after it")
    case .earlier:
      guard let published, let start = days.from, start <= published else { return result }
      days.to = min(days.to ?? published, published)
      return (days, result.basis, result.why)
    case .later:
      guard let published, let end = days.to, end >= published else { return result }
      days.from = max(days.from ?? published, published)
      return (days, result.basis, result.why)
    }
  }
}
