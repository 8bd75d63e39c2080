/// A moment in UTC as tables write it.
enum CalendarMoment {
  /// `20210514073000` for `2021-05-14T09:30:00+02:00`; nil without a time and its zone.
  static func utc(_ text: String) -> String? {
    guard let day = CalendarDay(text),
      let parts = text.dropFirst(10).wholeMatch(
        of: /T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|([+-])(\d\d):?(\d\d))/),
      let hour = Int(parts.1), let minute = Int(parts.2), hour < 24, minute < 60
    else { return nil }
    let zone = (parts.5.flatMap { Int($0) } ?? 0) * 60 + (parts.6.flatMap { Int($0) } ?? 0)
    guard zone < 24 * 60 else { return nil }
    let minutes = hour * 60 + minute + (parts.4 == "-" ? zone : -zone)
    let (moved, left) =
      minutes < 0
      ? (day.previous, minutes + 24 * 60)
      : minutes >= 24 * 60 ? (day.next, minutes - 24 * 60) : (day, minutes)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return moved.basic + two(left / 60) + two(left % 60) + (parts.3.map(String.init) ?? "00")
  }
}
