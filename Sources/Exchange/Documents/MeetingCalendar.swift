import Records
import Text

/// Meetings and visits with a date as entries of iCalendar (RFC 5545): expected and possible ones
/// are TENTATIVE, planned ones and those that took place CONFIRMED, called-off ones CANCELLED.
///
/// What was denied, asked for or merely claimed has no entry, nor has a meeting without a date.
enum MeetingCalendar {
  static let header = lines([
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Verbale//Record//EN", "CALSCALE:GREGORIAN",
  ])
  static let footer = lines(["END:VCALENDAR"])

  /// The entries of a record, in text order.
  static func entries(of record: Record) -> String {
    let index = RecordIndex(record)
    return record.events.map { entry($0, index) ?? "" }.joined()
  }

  private static func entry(_ event: Event, _ index: RecordIndex) -> String? {
    guard event.type == .consult, let status = status(event.status),
      let from = event.date?.from.flatMap(CalendarDay.init),
      let to = event.date?.to.flatMap(CalendarDay.init)
    else { return nil }
    let document = index.record.document
    let stamp = document.published.flatMap(CalendarDay.init) ?? from
    let parties = [
      index.names(event.actors, event.actorSpans),
      index.names(event.recipients, event.recipientSpans),
    ].filter { !$0.isEmpty }.joined(separator: " – ")
    var text = [
      "BEGIN:VEVENT", "UID:\(index.record.id)-\(event.id)@verbale",
      "DTSTAMP:\(stamp.basic)T000000Z",
      "DTSTART;VALUE=DATE:\(from.basic)", "DTEND;VALUE=DATE:\(to.next.basic)", "STATUS:\(status)",
      "SUMMARY:" + escaped("\(parties) (\(event.mode ?? "meeting"), \(event.status.rawValue))"),
      "DESCRIPTION:" + escaped(index.text.words([event.words])),
    ]
    if let place = event.place { text.append("LOCATION:" + escaped(place.name ?? place.text)) }
    if let url = document.url { text.append("URL:" + url.filter { !$0.isNewline }) }
    return lines(text + ["END:VEVENT"])
  }

  private static func status(_ status: EventStatus) -> String? {
    switch status {
    case .expected, .possible, .conditional: "TENTATIVE"
    case .planned, .happened, .ongoing: "CONFIRMED"
    case .cancelled: "CANCELLED"
    case .requested, .denied, .claimed: nil
    }
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if ["\\", ";", ","].contains(character) { escaped.append("\\") }
      if character.isNewline { escaped += "\\n" } else { escaped.append(character) }
    }
    return escaped
  }

  /// Lines of at most 75 bytes, longer ones folded between code points.
  private static func lines(_ lines: [String]) -> String {
    var text = ""
    for line in lines {
      var width = 0
      for scalar in line.unicodeScalars {
        let bytes = UTF8.width(scalar)
        if width + bytes > 75 {
          text += "\r\n "
          width = 1
        }
        text.unicodeScalars.append(scalar)
        width += bytes
      }
      text += "\r\n"
    }
    return text
  }
}
