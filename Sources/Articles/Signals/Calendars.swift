/// Years and days of other calendars than the Gregorian.
enum Calendars {
  /// The Gregorian day of a date of the Iranian calendar (Solar Hijri), by its 33-year cycle, which
  /// agrees with the astronomical calendar from 1178 to 1633 (1799 to 2255).
  ///
  /// After: K. M. Borkowski, "The Persian calendar for 3000 years", Earth, Moon, and Planets 74 (1996).
  static func iranian(year: Int, month: Int, day: Int) -> (year: Int, month: Int, day: Int)? {
    guard (1178...1633).contains(year), (1...12).contains(month), day >= 1,
      day <= (month <= 6 ? 31 : 30)
    else { return nil }
    // Days since 1 Farvardin 1, then to the days since 1 January 1 in the Gregorian calendar.
    let past = year - 1
    let rest = past % 33
    let leaps = 8 * (past / 33) + (rest + (rest < 21 ? 3 : 2)) / 4
    let months = month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6
    return gregorian(365 * past + leaps + months + day - 1 + 226_894)
  }

  /// The time in UTC so many seconds after the beginning of 1970.
  static func iso(seconds: Int) -> String {
    let (day, rest) = (seconds / 86_400, seconds % 86_400)
    let date = gregorian(day + dayOfNewYear(1970))
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(date.year)-\(two(date.month))-\(two(date.day))T"
      + "\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
  }

  /// The day so many days behind 1 January of the year 1.
  private static func gregorian(_ days: Int) -> (year: Int, month: Int, day: Int) {
    var year = days / 366 + 1
    while dayOfNewYear(year + 1) <= days { year += 1 }
    var rest = days - dayOfNewYear(year)
    var month = 1
    while rest >= self.days(in: month, of: year) {
      rest -= self.days(in: month, of: year)
      month += 1
    }
    return (year, month, rest + 1)
  }

  /// How many days a month has.
  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func dayOfNewYear(_ year: Int) -> Int {
    let past = year - 1
    return 365 * past + past / 4 - past / 100 + past / 400
  }

  /// The first year of a Japanese era, or of the Republic of China's years, less one.
  static let eras: [String: Int] = [
    "令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911, "中華民國": 1911,
  ]
}
