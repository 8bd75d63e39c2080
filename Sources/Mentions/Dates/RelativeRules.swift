import Syntax

/// Dates that are told from the day of the report or from an event.
extension DateWords {
  private static let times: Set<String> = [
    "morning", "afternoon", "evening", "night", "noon", "midday", "lunchtime",
  ]

  /// "Friday", "last Friday", "Friday night", "next Tuesday evening".
  func weekdayAlone(_ index: Int) -> Match? {
    var shift = 0
    var at = index
    switch self[index] {
    case "last", "previous": shift = -1
    case "next": shift = 1
    case "this", "coming": shift = 0
    default: at = index - 1
    }
    at += 1
    guard let weekday = weekday(at) else { return nil }
    if self[index - 1] == "every" || self[index - 1] == "each" {
      return (at + 1, .open("told of every week"))
    }
    let end = DateWords.times.contains(self[at + 1]) ? at + 2 : at + 1
    return (end, .weekday(weekday, shift: shift))
  }

  /// "today", "yesterday", "tomorrow night", "tonight", "overnight", "this morning", "last night".
  func near(_ index: Int) -> Match? {
    let timed = DateWords.times.contains(self[index + 1]) ? index + 2 : index + 1
    switch self[index] {
    case "today": return (index + 1, .unit(.day, 0))
    case "tonight": return (index + 1, .unit(.day, 0))
    case "yesterday": return (timed, .unit(.day, -1))
    case "tomorrow": return (timed, .unit(.day, 1))
    case "overnight": return (index + 1, .overnight)
    case "this" where timed == index + 2: return (timed, .unit(.day, 0))
    case "last" where self[index + 1] == "night" || self[index + 1] == "evening":
      return (index + 2, .unit(.day, -1))
    default: return nil
    }
  }

  /// "last week", "this month", "next year", "the past two weeks", "the weekend".
  func unit(_ index: Int) -> Match? {
    let shift: Int
    switch self[index] {
    case "last", "past", "previous": shift = -1
    case "next", "coming", "following": shift = 1
    case "this", "current": shift = 0
    case "weekend" where self[index - 1] == "the": return (index + 1, .unit(.weekend, 0))
    default: return nil
    }
    let anaphoric = self[index] == "previous" || self[index] == "following"
    if let number = NumberWords.read(words, at: index + 1), shift != 0,
      let unit = DateUnit(self[number.end]), number.value < 1_000
    {
      if anaphoric { return (number.end + 1, .open("counted from another date in the text")) }
      return (number.end + 1, .stretch(unit, shift * Int(number.value)))
    }
    let few = ["few", "several", "couple", "recent"].contains(self[index + 1])
    if few, DateUnit(self[index + 2]) != nil { return (index + 3, .open("a vague number")) }
    if self[index + 1] == "month" || self[index + 1] == "year" || self[index + 1] == "week"
      || self[index + 1] == "weekend" || self[index + 1] == "decade",
      let unit = DateUnit(self[index + 1])
    {
      if anaphoric { return (index + 2, .open("counted from another date in the text")) }
      if self[index] == "past" || self[index - 1] == "the" && self[index] == "last" {
        return (index + 2, .stretch(unit, -1))
      }
      return (index + 2, .unit(unit, shift))
    }
    if let month = month(index + 1), ["last", "next", "this"].contains(self[index]) {
      return (index + 2, .monthDay(month: month, first: nil, last: nil))
    }
    if ["summer", "spring", "autumn", "fall", "winter"].contains(self[index + 1]),
      ["last", "next", "this"].contains(self[index])
    {
      return (index + 2, .open("a season, told to no day"))
    }
    return nil
  }

  /// "three days ago", "two weeks before the vote", "a day after", "in two days".
  func counted(_ index: Int) -> Match? {
    let start = self[index] == "a" || self[index] == "an" || self[index] == "one"
    let number = NumberWords.read(words, at: index)
    let at: Int
    let count: Int
    if start, DateUnit(self[index + 1]) != nil {
      (at, count) = (index + 1, 1)
    } else if let number, number.value < 5_000, !number.isVague {
      (at, count) = (number.end, Int(number.value))
    } else if ["days", "weeks", "months", "years", "hours"].contains(self[index]) {
      return self[index + 1] == "ago" || self[index + 1] == "before" || self[index + 1] == "after"
        || self[index + 1] == "later" || self[index + 1] == "earlier"
        ? (index + 2, .open("a vague number")) : nil
    } else if ["the"].contains(self[index]), self[index + 1] == "day",
      ["before", "after"].contains(self[index + 2])
    {
      return openEnd(index + 2)
    } else {
      return nil
    }
    let hours = self[at] == "hours" || self[at] == "hour" || self[at].hasPrefix("minute")
    guard hours || DateUnit(self[at]) != nil else { return nil }
    switch self[at + 1] {
    case "ago":
      if hours { return (at + 2, .stretch(.day, -max(1, count / 24))) }
      return DateUnit(self[at]).map { (at + 2, .ago($0, count)) }
    case _ where hours: return nil
    case "before", "after": return openEnd(at + 1)
    case "later", "earlier": return (at + 2, .open("counted from another date in the text"))
    case "from" where self[at + 2] == "now" || self[at + 2] == "today":
      return DateUnit(self[at]).map { (at + 3, .unit($0, count)) }
    default: break
    }
    if self[index - 1] == "in" || self[index - 1] == "within", !hours,
      !isDuration(before: index - 1),
      let unit = DateUnit(self[at])
    {
      return (at + 1, self[index - 1] == "within" ? .stretch(unit, count) : .ahead(unit, count))
    }
    return nil
  }

  /// Whether "in four decades" tells how long nothing like it has been: behind a superlative, an
  /// ordinal or a denial ("the worst drought in four decades", "the first visit in ten years").
  private func isDuration(before preposition: Int) -> Bool {
    for index in stride(from: preposition - 1, through: max(0, preposition - 8), by: -1) {
      let token = sentence.tokens[index]
      if token.upos == .punct || token.xpos == "MD" { return false }
      if token.xpos == "JJS" || token.xpos == "RBS" { return true }
      switch self[index] {
      case "first", "second", "third", "only", "not", "n't", "never", "no", "record", "times",
        "twice", "once":
        return true
      default: break
      }
    }
    return false
  }

  /// The end of "before the vote": the phrase that the preposition governs.
  private func openEnd(_ at: Int) -> Match {
    (at + 1, .open("counted from an event whose day the text doesn't give here"))
  }

  /// "the first quarter of 2020", "the summer of 2014", "winter 2019": the year is stated, its
  /// part told to no day.
  func season(_ index: Int) -> Match? {
    guard ["summer", "spring", "autumn", "fall", "winter"].contains(self[index]) else { return nil }
    let next = self[index + 1] == "of" ? index + 2 : index + 1
    guard let year = year(next), let days = Days(year: year), let from = days.from, let to = days.to
    else { return nil }
    return (next + 1, .stated(from: from, to: to))
  }

  /// Feasts: those with a fixed day, and those that move and stay open.
  func feast(_ index: Int) -> Match? {
    guard isCapitalised(index) else { return nil }
    switch (self[index], self[index + 1]) {
    case ("christmas", "eve"): return fixed(index + 2, 12, 24)
    case ("christmas", "day"): return fixed(index + 2, 12, 25)
    case ("new", "year") where self[index + 2] == "'s" || self[index + 2] == "’s":
      if self[index + 3] == "day" { return fixed(index + 4, 1, 1) }
      if self[index + 3] == "eve" { return fixed(index + 4, 12, 31) }
      return nil
    case ("ramadan", _), ("eid", _), ("easter", _), ("passover", _), ("hanukkah", _),
      ("diwali", _), ("nowruz", _), ("ashura", _), ("thanksgiving", _):
      let leads: Set<String> = [
        "during", "on", "at", "before", "after", "since", "of", "by", "for",
      ]
      guard leads.contains(self[index - 1]) else { return nil }
      return (index + 1, .open("a feast whose day moves"))
    default: return nil
    }
  }

  private func fixed(_ end: Int, _ month: Int, _ day: Int) -> Match {
    let next = self[end] == "," ? end + 1 : end
    if let year = year(next), let stated = CivilDay(year, month, day) {
      return (next + 1, .stated(from: stated, to: stated))
    }
    return (end, .monthDay(month: month, first: day, last: nil))
  }
}
