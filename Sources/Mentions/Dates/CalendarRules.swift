import Syntax

/// Dates of the calendar: days, months, years and their ranges.
///
/// Each rule gives what begins at a token and where it ends, or nil.
extension DateWords {
  typealias Match = (end: Int, expression: DateExpression)

  /// "2021-05-14", "14/05/2021" where one reading is possible.
  func numericDate(_ index: Int) -> Match? {
    let word = self[index]
    guard word.utf8.count >= 8, word.utf8.count <= 10,
      word.utf8.first.map({ 0x30...0x39 ~= $0 }) == true
    else { return nil }
    if let day = CivilDay(iso: word) { return (index + 1, .stated(from: day, to: day)) }
    let parts = word.split(whereSeparator: { $0 == "/" || $0 == "-" || $0 == "." })
    let values = parts.compactMap { Int($0) }
    guard parts.count == 3, values.count == 3 else { return nil }
    if parts[0].count == 4, let day = CivilDay(values[0], values[1], values[2]) {
      return (index + 1, .stated(from: day, to: day))
    }
    guard parts[2].count == 4 else { return nil }
    let first = CivilDay(values[2], values[0], values[1])
    let second = CivilDay(values[2], values[1], values[0])
    if let first, let second, first != second {
      return (index + 1, .open("day and month can't be told apart"))
    }
    guard let day = first ?? second else { return nil }
    return (index + 1, .stated(from: day, to: day))
  }

  /// "Friday, May 14, 2021", "14 May", "May 14-16", "the 14th of May 2021".
  func day(_ index: Int) -> Match? {
    if weekday(index) != nil {
      let next = self[index + 1] == "," ? index + 2 : index + 1
      let behind = self[next] == "the" ? next + 1 : next
      if let match = day(behind), month(behind) != nil || dayNumber(behind) != nil { return match }
      return nil
    }
    if let month = month(index), let first = dayNumber(index + 1), !isYearLike(index + 1) {
      var end = index + 2
      let last = rangeEnd(&end)
      return dated(month, first, last, end)
    }
    guard let first = dayNumber(index) else { return nil }
    var end = index + 1
    let last = rangeEnd(&end)
    if self[end] == "of" { end += 1 }
    guard let month = month(end) else { return nil }
    return dated(month, first, last, end + 1)
  }

  /// A second day behind a dash: "14-16", "14 to 16".
  private func rangeEnd(_ end: inout Int) -> Int? {
    guard ["-", "–", "—", "to"].contains(self[end]), let last = dayNumber(end + 1) else {
      return nil
    }
    if self[end] == "to" && month(end + 2) == nil && month(end - 2) == nil { return nil }
    end += 2
    return last
  }

  /// Whether "21" in "May 21:30" or a count is meant; a figure before a plural noun is a count.
  private func isYearLike(_ index: Int) -> Bool {
    self[index + 1] == "%" || self[index + 1] == "percent"
  }

  private func dated(_ month: Int, _ first: Int, _ last: Int?, _ end: Int) -> Match {
    if let last, last < first { return (end, .open("the days run backward")) }
    let next = self[end] == "," ? end + 1 : end
    if let year = year(next) {
      guard let from = CivilDay(year, month, first), let to = CivilDay(year, month, last ?? first)
      else { return (next + 1, .open("the calendar has no such day")) }
      return (next + 1, .stated(from: from, to: to))
    }
    return (end, .monthDay(month: month, first: first, last: last))
  }

  /// "May 2021", "late May", "May".
  func monthAlone(_ index: Int) -> Match? {
    guard let month = month(index) else { return nil }
    let next = self[index + 1] == "," || self[index + 1] == "of" ? index + 2 : index + 1
    if let year = year(next), let days = Days(year: year, months: month, month),
      let from = days.from, let to = days.to
    {
      return (next + 1, .stated(from: from, to: to))
    }
    let full = self[index].count > 3 || self[index] == "may"
    let upos = sentence.tokens[index].upos
    // A given or family name ("April", "June") is no month; a preposition or "last" tells.
    let before = self[index - 1]
    let tells = DateWords.monthLeads.contains(before)
    guard full, upos == .propn || upos == .x, tells else { return nil }
    return (index + 1, .monthDay(month: month, first: nil, last: nil))
  }

  private static let monthLeads: Set<String> = [
    "in", "since", "until", "till", "by", "during", "of", "from", "to", "last", "next", "this",
    "early", "late", "mid", "through", "before", "after", "between", "and", "for", "every", "till",
  ]

  /// "2021", "2019-2021", "the 1990s", "the 2016 election".
  func yearAlone(_ index: Int) -> Match? {
    if let decade = decade(index) { return decade }
    guard let first = year(index), isYear(index) else { return nil }
    if ["-", "–", "—"].contains(self[index + 1]) {
      let last =
        year(index + 2)
        ?? (self[index + 2].count == 2 ? Int(self[index + 2]).map { first / 100 * 100 + $0 } : nil)
      if let last, last > first, let from = Days(year: first)?.from, let to = Days(year: last)?.to {
        return (index + 3, .stated(from: from, to: to))
      }
    }
    if ["bc", "bce", "b.c"].contains(self[index + 1]) {
      return (index + 2, .open("before the common era"))
    }
    guard let days = Days(year: first), let from = days.from, let to = days.to else { return nil }
    return (index + 1, .stated(from: from, to: to))
  }

  /// "1990s", "mid-1980s".
  private func decade(_ index: Int) -> Match? {
    var word = self[index][...]
    if word.hasPrefix("mid-") { word = word.dropFirst(4) }
    if word.hasSuffix("'s") || word.hasSuffix("’s") {
      word = word.dropLast(2)
    } else if word.hasSuffix("s") {
      word = word.dropLast()
    } else {
      return nil
    }
    guard word.count == 4, let year = Int(word), year % 10 == 0, (1000...2190).contains(year),
      let from = CivilDay(year, 1, 1), let to = CivilDay(year + 9, 12, 31)
    else { return nil }
    return (index + 1, .stated(from: from, to: to))
  }

  /// "the 20th century", "the sixties".
  func era(_ index: Int) -> Match? {
    if self[index + 1] == "century", let digits = Int(self[index].dropLast(2)),
      (1...21).contains(digits),
      self[index + 2] != "bc", self[index + 2] != "bce",
      let from = CivilDay((digits - 1) * 100 + 1, 1, 1), let to = CivilDay(digits * 100, 12, 31)
    {
      return (index + 2, .stated(from: from, to: to))
    }
    let decades = [
      "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties",
    ]
    guard let order = decades.firstIndex(of: self[index]), self[index - 1] == "the",
      let from = CivilDay(1920 + 10 * order, 1, 1), let to = CivilDay(1929 + 10 * order, 12, 31)
    else { return nil }
    return (index + 1, .stated(from: from, to: to))
  }

  /// Whether four digits are a year: by what stands around them, or by the tree.
  private func isYear(_ index: Int) -> Bool {
    let value = year(index) ?? 0
    let token = sentence.tokens[index]
    if ["$", "£", "€", "#", "no", "us$"].contains(self[index - 1]) { return false }
    if ["%", "percent", "people", "km", "kg"].contains(self[index + 1]) { return false }
    if month(index - 1) != nil { return true }
    let plausible = (1700...2100).contains(value)
    if DateWords.yearLeads.contains(self[index - 1]) {
      return plausible || token.relation != .nummod
    }
    guard plausible, token.upos != .x else { return false }
    guard token.relation == .nummod, token.head >= 0 else { return true }
    // A number that counts its noun: "2000 rockets" but "the 2016 election".
    let head = sentence.tokens[token.head]
    return head.xpos == "NN" || head.xpos.hasPrefix("NNP") || !head.upos.isNominal
  }

  private static let yearLeads: Set<String> = [
    "in", "since", "until", "by", "from", "during", "year", "before", "after", "early", "late",
    "circa", "ca", "(", "winter", "summer", "spring", "autumn", "fall", "ad",
  ]
}
