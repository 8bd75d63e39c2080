/// Times of the day beside a date.
extension CalendarDate {
  static func time(before end: Int, after first: Int, in tokens: [DateToken]) -> String? {
    for start in max(first, end - 5)..<end {
      if let time = time(tokens, from: start) { return time }
    }
    return nil
  }

  static func time(_ tokens: [DateToken], from start: Int) -> String? {
    var at = start
    if at < tokens.count, tokens[at].isUsed(as: .beforeTime) { at += 1 }
    guard at + 1 < tokens.count, var hour = tokens[at].number, hour < 24,
      let minute = tokens[at + 1].number, minute < 60, tokens[at + 1].digits == 2,
      [.colon, .dot].contains(tokens[at + 1].gap)
    else { return nil }
    at += 2
    var clock = two(minute)
    if at < tokens.count, tokens[at].gap == .colon, let second = tokens[at].number, second < 60 {
      clock += ":" + two(second)
      at += 1
      if at < tokens.count, tokens[at].gap == .dot, tokens[at].number != nil { at += 1 }
    }
    if at < tokens.count, hour <= 12, let word = tokens[at].word,
      !word.uses.isDisjoint(with: [.morning, .afternoon])
    {
      hour = hour % 12 + (word.uses.contains(.afternoon) ? 12 : 0)
      at += word.uses.contains(.half) ? 2 : 1
    }
    guard at < tokens.count else { return nil }
    let zone = tokens[at]
    if zone.isUsed(as: .universal) { return "T" + two(hour) + ":" + clock + "Z" }
    guard zone.gap == .plus || zone.gap == .dash, let offset = zone.number,
      zone.digits == 2 || zone.digits == 4
    else { return nil }
    var (hours, minutes) = (offset, 0)
    if zone.digits == 4 {
      (hours, minutes) = (offset / 100, offset % 100)
    } else if at + 1 < tokens.count, tokens[at + 1].gap == .colon {
      minutes = tokens[at + 1].number ?? 0
    }
    let sign = zone.gap == .plus ? "+" : "-"
    return "T\(two(hour)):\(clock)\(sign)\(two(hours)):\(two(minutes))"
  }
}
