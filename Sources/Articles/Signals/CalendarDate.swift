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
  /// - Parameter order: which of two figures before a year comes first where the page's language
  ///   tells; nil leaves `04/05/2021` alone.
  static func first(in tokens: [DateToken], order: FigureOrder? = nil) -> CalendarDate? {
    for start in tokens.indices {
      for pattern in [compact, yearFirst, yearAndMonth, monthFirst, dayFirst, figures] {
        guard let (day, end) = pattern(tokens, start, order) else { continue }
        let time = time(tokens, from: end) ?? time(before: start, in: tokens)
        return CalendarDate(iso: day + (time ?? ""), tokens: start..<end)
      }
    }
    return nil
  }

  /// The day in an address, `/2021/05/14/`, `/2021/may/14/` or `/2021-05-14-`.
  static func inAddress(_ url: String) -> String? {
    let tokens = DateToken.all(in: Array(url.unicodeScalars)[...])
    for start in tokens.indices {
      guard start > 0, tokens[start].gap == "/" || tokens[start].gap == "-" else { continue }
      if let (day, _) = yearFirst(tokens, start, nil) ?? compact(tokens, start, nil) { return day }
      if start + 2 < tokens.count, ["/", "-"].contains(tokens[start + 1].gap),
        let (day, _) = yearAndMonth(tokens, start, nil)
      {
        return day
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
  static func isMonth(_ word: String) -> Bool {
    months[word] != nil || iranianMonths[word] != nil
  }

  /// Whether a word is a weekday's name, in full or short.
  static func isWeekday(_ word: String) -> Bool {
    weekdays.contains {
      $0 == word || (word.count >= 3 && word.count <= 5 && $0.hasPrefix(word))
    }
  }

  static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// All words that `isWeekday` takes.
  static let weekdayForms = weekdays.flatMap { day in
    [day] + (3...5).map { String(day.prefix($0)) }
  }

  private typealias Match = (day: String, end: Int)

  private static func yearFirst(
    _ tokens: [DateToken], _ at: Int, _: FigureOrder?
  ) -> Match? {
    guard at + 2 < tokens.count, let year = tokens[at].number, tokens[at].text.count == 4,
      let month = tokens[at + 1].number, let day = tokens[at + 2].number,
      ["-", "/", "."].contains(tokens[at + 1].gap), tokens[at + 1].gap == tokens[at + 2].gap
    else { return eastAsian(tokens, at) }
    return (written(year, month, day) ?? writtenIranian(year, month, day)).map { ($0, at + 3) }
  }

  /// `2021 May 14`, as catalogues have it.
  private static func yearAndMonth(
    _ tokens: [DateToken], _ at: Int, _: FigureOrder?
  ) -> Match? {
    guard at + 2 < tokens.count, let year = tokens[at].number, tokens[at].text.count == 4,
      let month = month(tokens[at + 1].text), let day = tokens[at + 2].number,
      tokens[at + 2].text.count <= 2
    else { return nil }
    // "In 2021 May 14" is rare; "14 January 2021 May 3, 2022" is two dates.
    guard at + 3 >= tokens.count || tokens[at + 3].text.count != 4 || tokens[at + 3].number == nil
    else { return nil }
    return written(year, month, day).map { ($0, at + 3) }
  }

  /// `20210514`, as catalogues and scripts have it.
  private static func compact(_ tokens: [DateToken], _ at: Int, _: FigureOrder?) -> Match? {
    guard tokens[at].text.count == 8, let number = tokens[at].number else { return nil }
    return written(number / 10_000, number / 100 % 100, number % 100).map { ($0, at + 1) }
  }

  /// `2021年5月14日`, `2021년 5월 14일`, `令和3年5月14日`: each figure has its unit behind it.
  private static func eastAsian(_ tokens: [DateToken], _ at: Int) -> Match? {
    guard at + 5 < tokens.count, var year = tokens[at].number,
      ["年", "년"].contains(tokens[at + 1].text), let month = tokens[at + 2].number,
      ["月", "월"].contains(tokens[at + 3].text), let day = tokens[at + 4].number,
      ["日", "일"].contains(where: tokens[at + 5].text.hasPrefix)
    else { return nil }
    if tokens[at].text.count < 4 {
      guard at > 0, let era = Calendars.eras[tokens[at - 1].text] else { return nil }
      year += era
    }
    return written(year, month, day).map { ($0, at + 6) }
  }

  private static func monthFirst(
    _ tokens: [DateToken], _ at: Int, _: FigureOrder?
  ) -> Match? {
    guard let month = month(tokens[at].text), at + 1 < tokens.count,
      let day = tokens[at + 1].number
    else { return nil }
    var next = at + 2
    if next < tokens.count, tokens[next].isOrdinalEnding { next += 1 }
    guard next < tokens.count, tokens[next].text.count == 4, let year = tokens[next].number
    else { return nil }
    return written(year, month, day).map { ($0, next + 1) }
  }

  private static func dayFirst(
    _ tokens: [DateToken], _ at: Int, _: FigureOrder?
  ) -> Match? {
    guard let day = tokens[at].number, tokens[at].text.count <= 2 else { return nil }
    var next = at + 1
    if next < tokens.count, tokens[next].isOrdinalEnding { next += 1 }
    if next < tokens.count, joints.contains(tokens[next].text) { next += 1 }
    // "5 tháng 3, 2024": months that have numbers for names.
    if next + 2 < tokens.count, tokens[next].text == "tháng", let month = tokens[next + 1].number {
      next += tokens[next + 2].text == "năm" ? 3 : 2
      guard next < tokens.count, tokens[next].text.count == 4, let year = tokens[next].number
      else { return nil }
      return written(year, month, day).map { ($0, next + 1) }
    }
    guard next + 1 < tokens.count, isMonth(tokens[next].text) else { return nil }
    let name = tokens[next].text
    next += 1
    if next + 1 < tokens.count, joints.contains(tokens[next].text) { next += 1 }
    // "le 5 mars/mai", "5 مارس/آذار 2024": the month by both of its names.
    if next + 1 < tokens.count, tokens[next].gap == "/", isMonth(tokens[next].text) { next += 1 }
    guard tokens[next].text.count == 4, let year = tokens[next].number else { return nil }
    if let month = iranianMonths[name] {
      return writtenIranian(year, month, day).map { ($0, next + 1) }
    }
    return months[name].flatMap { written(year, $0, day) }.map { ($0, next + 1) }
  }

  /// `14.5.2021` has the day first everywhere; with slashes only a figure above 12 settles it.
  private static func figures(
    _ tokens: [DateToken], _ at: Int, _ order: FigureOrder?
  ) -> Match? {
    guard at + 2 < tokens.count, let first = tokens[at].number, tokens[at].text.count <= 2,
      let second = tokens[at + 1].number, tokens[at + 1].text.count <= 2,
      var year = tokens[at + 2].number, tokens[at + 1].gap == tokens[at + 2].gap
    else { return nil }
    let end = at + 3
    if tokens[at + 2].text.count == 2, tokens[at + 1].gap == ".", tokens[at].text.count == 2,
      tokens[at + 1].text.count == 2, year >= 10
    {
      // `14.05.21`, the short form of many countries.
      year += 2000
    } else if tokens[at + 2].text.count != 4 {
      return nil
    }
    switch tokens[at + 1].gap {
    case ".": return written(year, second, first).map { ($0, end) }
    case "/", "-":
      let dayIsFirst =
        first > 12 || first == second ? true : second > 12 ? false : order.map { $0 == .dayFirst }
      guard let dayIsFirst else { return nil }
      let (day, month) = dayIsFirst ? (first, second) : (second, first)
      return written(year, month, day).map { ($0, end) }
    default: return nil
    }
  }

  private static func time(before end: Int, in tokens: [DateToken]) -> String? {
    for start in max(0, end - 5)..<end {
      if let time = time(tokens, from: start) { return time }
    }
    return nil
  }

  private static func time(_ tokens: [DateToken], from start: Int) -> String? {
    var at = start
    if at < tokens.count, ["t", "at"].contains(tokens[at].text) { at += 1 }
    guard at + 1 < tokens.count, var hour = tokens[at].number, hour < 24,
      let minute = tokens[at + 1].number, minute < 60, [":", "."].contains(tokens[at + 1].gap),
      tokens[at + 1].text.count == 2
    else { return nil }
    at += 2
    var clock = two(minute)
    if at < tokens.count, tokens[at].gap == ":", let second = tokens[at].number, second < 60 {
      clock += ":" + two(second)
      at += 1
      if at < tokens.count, tokens[at].gap == ".", tokens[at].number != nil { at += 1 }
    }
    if at < tokens.count, ["pm", "am", "p", "a"].contains(tokens[at].text), hour <= 12 {
      hour = hour % 12 + (tokens[at].text.hasPrefix("p") ? 12 : 0)
      at += tokens[at].text.count == 1 ? 2 : 1
    }
    guard at < tokens.count else { return nil }
    let zone = tokens[at]
    if ["gmt", "utc", "z"].contains(zone.text) { return "T" + two(hour) + ":" + clock + "Z" }
    guard zone.gap == "+" || zone.gap == "-", zone.number != nil,
      zone.text.count == 2 || zone.text.count == 4
    else { return nil }
    let minutes =
      zone.text.count == 4
      ? String(zone.text.suffix(2))
      : (at + 1 < tokens.count && tokens[at + 1].gap == ":" ? tokens[at + 1].text : "00")
    return "T\(two(hour)):\(clock)\(zone.gap)\(zone.text.prefix(2)):\(minutes)"
  }

  /// What may stand between day, month and year: "14th of May", "14 de mayo de 2021".
  private static let joints: Set<String> = ["of", "de", "del", "den", "da", "d", "di", "ng"]

  private static func month(_ word: String) -> Int? { months[word] }

  private static let months = names(of: nil)
  private static let iranianMonths = names(of: "iranian")

  /// The names of all months, in all calendars.
  static var monthNames: [String] { Array(months.keys) + iranianMonths.keys }

  private static func names(of calendar: String?) -> [String: Int] {
    var months: [String: Int] = [:]
    for row in TSV.rows(PackageResources.months_tsv)
    where calendar == nil ? row.cells.count == 2 : row.cells.count == 3 && row[1] == calendar {
      for name in row[row.cells.count - 1].split(separator: " ") {
        months[String(name)] = Int(row[0])
      }
    }
    return months
  }

  private static func writtenIranian(_ year: Int, _ month: Int, _ day: Int) -> String? {
    Calendars.iranian(year: year, month: month, day: day)
      .flatMap { written($0.year, $0.month, $0.day) }
  }

  private static func written(_ year: Int, _ month: Int, _ day: Int) -> String? {
    // Thailand counts from the Buddha's death.
    let year = (2443...2643).contains(year) ? year - 543 : year
    guard (1900...2100).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= days[month - 1] ? "\(year)-\(two(month))-\(two(day))" : nil
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
