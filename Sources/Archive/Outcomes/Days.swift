/// Days of the calendar as ISO 8601 text.
enum Days {
  /// The day some days later, or earlier; the text itself where it is no day.
  static func shifted(_ day: String, _ count: Int) -> String {
    let parts = day.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return day }
    return text(number(parts[0], parts[1], parts[2]) + count)
  }

  /// Days since 1970-01-01; nil where the text is no day.
  static func count(_ day: String) -> Int? {
    let parts = day.prefix(10).split(separator: "-").compactMap { Int($0) }
    return parts.count == 3 ? number(parts[0], parts[1], parts[2]) : nil
  }

  /// Days since 1970-01-01 (after Hinnant's `days_from_civil`).
  private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func text(_ number: Int) -> String {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let civil = month < 10 ? month + 3 : month - 9
    let year = yearOfEra + era * 400 + (civil <= 2 ? 1 : 0)
    func padded(_ value: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - "\(value)".count)) + "\(value)"
    }
    return "\(padded(year, 4))-\(padded(civil, 2))-\(padded(day, 2))"
  }
}
