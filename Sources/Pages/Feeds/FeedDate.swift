/// The dates of feeds: RFC 822 in RSS, ISO 8601 elsewhere.
package enum FeedDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// The date as ISO 8601 with the time and zone that were given: `2021-05-14T10:00:00+02:00`;
  /// nil where the text is no date.
  package static func iso(_ text: String) -> String? {
    let words = text.split { $0.isWhitespace || $0 == "," }.map(String.init)
    guard let first = words.first else { return nil }
    if first.utf8.count >= 10, let year = Int(first.prefix(4)), year >= 1000 {
      return day(year, Int(first.dropFirst(5).prefix(2)), Int(first.dropFirst(8).prefix(2)))
        .map { $0 + first.dropFirst(10) }
    }
    // "Fri, 14 May 2021 10:00:00 +0200"; the weekday may be left out.
    let start = Int(first) == nil ? 1 : 0
    guard words.count >= start + 3, let date = Int(words[start]),
      let month = months.firstIndex(of: words[start + 1].prefix(3).lowercased()),
      var year = Int(words[start + 2])
    else { return nil }
    if year < 100 { year += year < 70 ? 2000 : 1900 }
    guard let day = day(year, month + 1, date) else { return nil }
    guard words.count > start + 3, let time = time(words[start + 3]) else { return day }
    return day + "T" + time + zone(words.count > start + 4 ? words[start + 4] : "")
  }

  private static func day(_ year: Int, _ month: Int?, _ day: Int?) -> String? {
    guard let month, let day, (1000...9999).contains(year), (1...12).contains(month),
      (1...31).contains(day)
    else { return nil }
    return "\(year)-\(two(month))-\(two(day))"
  }

  private static func time(_ text: String) -> String? {
    let parts = text.split(separator: ":").map { Int($0) }
    guard (2...3).contains(parts.count), let hour = parts[0], let minute = parts[1],
      (0..<24).contains(hour), (0..<60).contains(minute)
    else { return nil }
    let second = parts.count == 3 ? min(max(parts[2] ?? 0, 0), 59) : 0
    return "\(two(hour)):\(two(minute)):\(two(second))"
  }

  private static func zone(_ text: String) -> String {
    if ["Z", "GMT", "UT", "UTC"].contains(text) { return "Z" }
    guard text.utf8.count == 5, let sign = text.first, sign == "+" || sign == "-",
      Int(text.dropFirst()) != nil
    else { return "" }
    return "\(text.prefix(3)):\(text.suffix(2))"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
