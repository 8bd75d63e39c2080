import Text

/// A day of the calendar as a page writes it, "May 14, 2021 10:23 GMT".
///
/// Only what settles a day is taken: a date without its year, and figures that could be read with
/// the month or the day first, are left alone. A time is kept where its zone is UTC or an offset;
/// a zone's name such as "EST" or "IST" is used by more than one clock.
struct CalendarDate: Equatable {
  /// ISO 8601: the day, or the day and the time with its offset.
  let iso: String
  /// The tokens that told it.
  let tokens: Range<Int>

  /// The first date among tokens.
  ///
  /// - Parameters:
  ///   - tokens: the tokens.
  ///   - first: the one to begin with.
  ///   - order: which of two figures before a year comes first where the page's language
  ///   tells; nil leaves `04/05/2021` alone.
  static func first(
    in tokens: [DateToken], from first: Int = 0, order: FigureOrder? = nil
  ) -> CalendarDate? {
    for start in first..<max(first, tokens.count) {
      guard let match = match(tokens, start, order) else { continue }
      let time = time(tokens, from: match.end) ?? time(before: start, after: first, in: tokens)
      return CalendarDate(iso: match.day.iso + (time ?? ""), tokens: start..<match.end)
    }
    return nil
  }

  /// The date that begins with a token.
  private static func match(_ tokens: [DateToken], _ at: Int, _ order: FigureOrder?) -> Match? {
    if tokens[at].number == nil { return monthFirst(tokens, at) }
    return compact(tokens, at) ?? yearFirst(tokens, at, order) ?? yearAndMonth(tokens, at)
      ?? dayFirst(tokens, at) ?? figures(tokens, at, order)
  }

  /// The day in an address, `/2021/05/14/`, `/2021/may/14/` or `/2021-05-14-`.
  static func inAddress(_ url: String) -> String? {
    let tokens = DateToken.all(in: Array(url.utf8)[...])
    for start in tokens.indices.dropFirst() {
      guard tokens[start].gap == .slash || tokens[start].gap == .dash, tokens[start].digits != 3
      else { continue }
      if let (day, _) = yearFirst(tokens, start) ?? compact(tokens, start) { return day.iso }
      if start + 2 < tokens.count, [.slash, .dash].contains(tokens[start + 1].gap),
        let (day, _) = yearAndMonth(tokens, start)
      {
        return day.iso
      }
    }
    return nil
  }

  /// The number of the day with which an ISO 8601 date or time begins, counted from some day on.
  static func dayNumber(_ iso: String) -> Int? {
    let parts = iso.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    // Months from March on, so that the leap day comes last (Richards 2013).
    let (year, month) = parts[1] > 2 ? (parts[0], parts[1] - 3) : (parts[0] - 1, parts[1] + 9)
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + parts[2]
  }

  /// Whether a word is a month's name, in full or short.
  static func isMonth(_ word: String) -> Bool { DateWord.known(word[...])?.isMonth ?? false }

  /// Whether a word is a weekday's name, in full or short.
  static func isWeekday(_ word: String) -> Bool { DateWord.known(word[...])?.isWeekday ?? false }

  static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// English weekdays, in full and cut short.
  static let weekdayForms = weekdays.flatMap { day in
    [day] + (3...5).map { String(day.prefix($0)) }
  }

  private typealias Match = (day: Day, end: Int)

  private static func yearFirst(
    _ tokens: [DateToken], _ at: Int, _ order: FigureOrder? = nil
  ) -> Match? {
    // In other languages three figures number a version: "Firefox 115.1.1".
    let countsFromRepublic = order == .yearFirst || at > 0 && tokens[at - 1].word?.era == 1911
    guard at + 2 < tokens.count,
      let year = tokens[at].year ?? (countsFromRepublic ? taiwanese(tokens[at]) : nil),
      let month = tokens[at + 1].number,
      let day = tokens[at + 2].number, tokens[at + 1].gap == tokens[at + 2].gap,
      [.dash, .slash, .dot].contains(tokens[at + 1].gap)
    else { return eastAsian(tokens, at) }
    // Of Hijri years, which begin with 1420 in our days, figures alone don't tell the day.
    let found =
      Day(year, month, day)
      ?? (year < 1420 ? other(.iranian, year, month, day) : other(.nepali, year, month, day))
    return found.map { ($0, at + 3) }
  }

  /// The year that a figure of three digits tells, counted from the Republic of China's first.
  private static func taiwanese(_ token: DateToken) -> Int? {
    guard token.digits == 3, let number = token.number, (80...150).contains(number) else {
      return nil
    }
    return 1911 + number
  }

  /// `2021 May 14`, as catalogues have it, `2021 m. gegužės 14 d.`, `2021. gada 14. maijs`.
  private static func yearAndMonth(_ tokens: [DateToken], _ at: Int) -> Match? {
    if at + 4 <= tokens.count, let year = tokens[at].year, tokens[at + 1].isUsed(as: .yearUnit) {
      let next = min(tokens[at + 2].isUsed(as: .yearUnit) ? at + 3 : at + 2, tokens.count - 1)
      if let name = month(tokens, next), name.end < tokens.count,
        let day = tokens[name.end].number
      {
        return self.day(year, name, day).map { ($0, name.end + 1) }
      }
      if let day = tokens[next].number, let name = month(tokens, next + 1) {
        return self.day(year, name, day).map { ($0, name.end) }
      }
    }
    guard at + 2 < tokens.count, let year = tokens[at].year, let name = month(tokens, at + 1),
      name.end == at + 2, let day = tokens[at + 2].number, tokens[at + 2].digits <= 2
    else { return nil }
    // "In 2021 May 14" is rare; "14 January 2021 May 3, 2022" is two dates.
    guard at + 3 >= tokens.count || tokens[at + 3].year == nil else { return nil }
    return self.day(year, name, day).map { ($0, at + 3) }
  }

  /// `20210514`, as catalogues and scripts have it.
  private static func compact(_ tokens: [DateToken], _ at: Int) -> Match? {
    guard tokens[at].digits == 8, let number = tokens[at].number else { return nil }
    return Day(number / 10_000, number / 100 % 100, number % 100).map { ($0, at + 1) }
  }

  /// `2021年5月14日`, `2021년 5월 14일`, `令和3年5月14日`, `113年3月5日`: each figure has its unit behind it.
  private static func eastAsian(_ tokens: [DateToken], _ at: Int) -> Match? {
    guard at + 5 < tokens.count, var year = tokens[at].number, tokens[at + 1].isUsed(as: .year),
      let month = tokens[at + 2].number, tokens[at + 3].isUsed(as: .monthUnit),
      let day = tokens[at + 4].number, tokens[at + 5].opensWithDay
    else { return nil }
    if tokens[at].digits < 4 {
      if at > 0, let era = tokens[at - 1].word?.era, era > 0 {
        year += Int(era)
      } else if let counted = taiwanese(tokens[at]) {
        year = counted
      } else {
        return nil
      }
    }
    return Day(year, month, day).map { ($0, at + 6) }
  }

  private static func monthFirst(_ tokens: [DateToken], _ at: Int) -> Match? {
    guard let month = month(tokens, at), month.end < tokens.count,
      let day = tokens[month.end].number
    else { return nil }
    var next = month.end + 1
    if next < tokens.count, tokens[next].isOrdinalEnding || tokens[next].isUsed(as: .joint) {
      next += 1
    }
    // "May 14 10:32:00 IST 2021", as programs write it.
    if next + 1 < tokens.count, tokens[next].digits == 2, tokens[next + 1].gap == .colon {
      while next < tokens.count, tokens[next].digits == 2 { next += 1 }
      if next < tokens.count, tokens[next].digits == 0, tokens[next].isDating { next += 1 }
    }
    guard let year = year(tokens, next) else { return nil }
    return self.day(year, month, day).map { ($0, next + 1) }
  }

  /// A month by its name, and the token behind it.
  private typealias Month = (number: Int, calendar: Calendars.Other?, end: Int)

  /// The month that begins with a token.
  private static func month(_ tokens: [DateToken], _ at: Int) -> Month? {
    guard at < tokens.count, let word = tokens[at].word else { return nil }
    if word.uses.contains(.winterMonth) || word.uses.contains(.autumnMonth) {
      guard at + 1 < tokens.count, let half = tokens[at + 1].word,
        !half.uses.isDisjoint(with: [.first, .second])
      else { return nil }
      let isFirst = half.uses.contains(.first)
      let number = word.uses.contains(.winterMonth) ? (isFirst ? 12 : 1) : (isFirst ? 10 : 11)
      return (number, nil, at + 2)
    }
    if word.otherMonth > 0 { return (Int(word.otherMonth), word.calendar, at + 1) }
    let number = tokens[at].gap == .dot ? word.dottedMonth ?? word.month : word.month
    return number > 0 ? (Int(number), nil, at + 1) : nil
  }

  /// The day of a month with a name.
  private static func day(_ year: Int, _ month: Month, _ day: Int) -> Day? {
    guard let calendar = month.calendar else { return Day(year, month.number, day) }
    return other(calendar, year, month.number, day)
  }

  /// The year that a token writes; of "May 14, 20215:00 AM", where a page sets nothing between year and
  /// hour, its first four digits.
  private static func year(_ tokens: [DateToken], _ at: Int) -> Int? {
    guard at < tokens.count else { return nil }
    guard (5...6).contains(tokens[at].digits), let number = tokens[at].number,
      at + 1 < tokens.count, tokens[at + 1].gap == .colon, tokens[at + 1].digits == 2
    else { return tokens[at].year }
    return tokens[at].digits == 5 ? number / 10 : number / 100
  }

  private static func dayFirst(_ tokens: [DateToken], _ at: Int) -> Match? {
    guard let day = tokens[at].number, tokens[at].digits <= 2 else { return nil }
    var next = at + 1
    if next < tokens.count, tokens[next].isOrdinalEnding { next += 1 }
    if next < tokens.count, tokens[next].isUsed(as: .joint) { next += 1 }
    // "5 tháng 3, 2024": months that have numbers for names.
    if next + 2 < tokens.count, tokens[next].isUsed(as: .monthNumber),
      let month = tokens[next + 1].number
    {
      next += tokens[next + 2].isUsed(as: .yearNumber) ? 3 : 2
      guard next < tokens.count, let year = tokens[next].year else { return nil }
      return Day(year, month, day).map { ($0, next + 1) }
    }
    guard let name = month(tokens, next) else { return nil }
    next = name.end
    if next + 1 < tokens.count, tokens[next].isUsed(as: .joint) { next += 1 }
    // "le 5 mars/mai", "5 مارس/آذار 2024": the month by both of its names.
    if next + 1 < tokens.count, tokens[next].gap == .slash, tokens[next].isMonth { next += 1 }
    guard let year = year(tokens, next) else { return nil }
    return self.day(year, name, day).map { ($0, next + 1) }
  }

  /// `14.5.2021` has the day first everywhere; with slashes only a figure above 12 settles it.
  private static func figures(
    _ tokens: [DateToken], _ at: Int, _ order: FigureOrder?
  ) -> Match? {
    guard at + 2 < tokens.count, let first = tokens[at].number, tokens[at].digits <= 2,
      let second = tokens[at + 1].number, tokens[at + 1].digits <= 2,
      var year = tokens[at + 2].number, tokens[at + 1].gap == tokens[at + 2].gap
    else { return nil }
    let end = at + 3
    if tokens[at + 2].digits == 2, tokens[at + 1].gap == .dot, tokens[at].digits == 2,
      tokens[at + 1].digits == 2, year >= 10
    {
      // `14.05.21`, the short form of many countries.
      year += 2000
    } else if tokens[at + 2].digits == 2, tokens[at + 1].gap == .slash, year >= 10,
      second > 12 || order != nil || first > 12 && second <= 12
    {
      year += 2000
    } else if tokens[at + 2].digits != 4 {
      return nil
    }
    switch tokens[at + 1].gap {
    case .dot: return Day(year, second, first).map { ($0, end) }
    case .slash, .dash:
      let dayIsFirst =
        first > 12 || first == second ? true : second > 12 ? false : order.map { $0 != .monthFirst }
      guard let dayIsFirst else { return nil }
      let (day, month) = dayIsFirst ? (first, second) : (second, first)
      return Day(year, month, day).map { ($0, end) }
    default: return nil
    }
  }

  private static func other(
    _ calendar: Calendars.Other, _ year: Int, _ month: Int, _ day: Int
  ) -> Day? {
    Calendars.day(of: calendar, year: year, month: month, day: day)
      .flatMap { Day($0.year, $0.month, $0.day) }
  }

  /// A day that the calendar has.
  private struct Day {
    let (year, month, day): (Int, Int, Int)

    init?(_ year: Int, _ month: Int, _ day: Int) {
      // Thailand counts from the Buddha's death.
      let year = (2443...2643).contains(year) ? year - 543 : year
      // Later years are Nepal's.
      guard (1900...2056).contains(year), (1...12).contains(month), day >= 1,
        day <= Calendars.days(in: month, of: year)
      else { return nil }
      (self.year, self.month, self.day) = (year, month, day)
    }

    var iso: String { "\(year)-\(two(month))-\(two(day))" }
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
