/// Days of the calendar as ISO 8601, inclusive: a day, a month, a year, or a range of them.
struct DayRange: Hashable, Sendable {
  let first: String
  let last: String

  /// Reads `2021-05-14`, `2021-05`, `2021` or two of them with `..` between; nil for anything else.
  init?(_ text: String) {
    let ends = text.split(separator: "..", omittingEmptySubsequences: false)
    guard ends.count <= 2, let start = Self.days(ends[0]), let end = Self.days(ends[ends.count - 1])
    else { return nil }
    (first, last) = (start.first, end.last)
    guard first <= last else { return nil }
  }

  private static func days(_ text: Substring) -> (first: String, last: String)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let lengths = [4, 2, 2]
    guard parts.count <= 3,
      zip(parts, lengths).allSatisfy({ part, length in
        part.utf8.count == length && part.utf8.allSatisfy { (48...57).contains($0) }
      })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    if numbers.count > 1, !(1...12).contains(numbers[1]) { return nil }
    switch numbers.count {
    case 1: return ("\(text)-01-01", "\(text)-12-31")
    case 2: return ("\(text)-01", "\(text)-\(length(ofMonth: numbers[1], year: numbers[0]))")
    default:
      guard (1...length(ofMonth: numbers[1], year: numbers[0])).contains(numbers[2]) else {
        return nil
      }
      return ("\(text)", "\(text)")
    }
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }
}
