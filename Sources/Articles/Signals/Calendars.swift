/// Years and days of other calendars than the Gregorian.
enum Calendars {
  /// Calendars whose months have names of their own.
  enum Other: String { case iranian, ethiopian, nepali }

  /// The Gregorian day of a date of another calendar.
  static func day(
    of calendar: Other, year: Int, month: Int, day: Int
  ) -> (year: Int, month: Int, day: Int)? {
    switch calendar {
    case .iranian: iranian(year: year, month: month, day: day)
    case .ethiopian: ethiopian(year: year, month: month, day: day)
    case .nepali: nepali(year: year, month: month, day: day)
    }
  }

  /// The Gregorian day of a date of the Ethiopian calendar: twelve months of thirty days, and what is
  /// left; each fourth year is a leap year.
  static func ethiopian(year: Int, month: Int, day: Int) -> (year: Int, month: Int, day: Int)? {
    guard (1880...2080).contains(year), (1...13).contains(month), day >= 1,
      day <= (month < 13 ? 30 : year % 4 == 3 ? 6 : 5)
    else { return nil }
    return gregorian(2795 + 365 * (year - 1) + year / 4 + 30 * (month - 1) + day - 1)
  }

  /// The Gregorian day of a date of the Bikram Sambat, whose months are as long as Nepal's committee of
  /// the calendar sets them: the years of which that is known here.
  static func nepali(year: Int, month: Int, day: Int) -> (year: Int, month: Int, day: Int)? {
    guard nepaliYears.contains(year), (1...12).contains(month), day >= 1 else { return nil }
    let lengths = nepaliMonths[year - nepaliYears.lowerBound]
    guard day <= 29 + lengths[month - 1] else { return nil }
    var days = 734_971  // 14 April 2013
    for past in nepaliMonths.prefix(year - nepaliYears.lowerBound) {
      days += past.reduce(12 * 29, +)
    }
    days += lengths.prefix(month - 1).reduce(29 * (month - 1), +)
    return gregorian(days + day - 1)
  }

  /// The years that the table below tells.
  static let nepaliYears = 2070...2083

  /// By how many days each month is longer than 29.
  private static let nepaliMonths: [[Int]] = [
    "222322011011", "223222101011", "232321101011", "232321110012", "222322101011",
    "223222101011", "232321110011", "232321110102", "222322101011", "223222101011",
    "232321110011", "232321110102", "223222101011", "223222101011",
  ].map { year in year.compactMap { $0.wholeNumberValue } }

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
