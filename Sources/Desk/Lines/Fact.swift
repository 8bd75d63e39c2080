/// A labelled fact beside a line: "when · Friday".
struct Fact: Sendable {
  let label: String
  let value: String
  /// What the value rests on, told after it.
  var note: String?
  /// Where the value leads.
  var href: String?
  /// A point in time, shown in the reader's zone.
  var time: Moment?

  init(
    _ label: String, _ value: String, note: String? = nil, href: String? = nil,
    time: Moment? = nil
  ) {
    self.label = label
    self.value = value
    self.note = note
    self.href = href
    self.time = time
  }
}

/// A day or time as a machine and as a person reads it.
struct Moment: Sendable {
  /// As given, ISO 8601.
  let machine: String
  /// In words, "14 May 2021, 13:05 UTC+3"; what isn't a date stays as given.
  let shown: String

  /// A moment from ISO 8601, with or without a time.
  init(_ machine: String) {
    self.machine = machine
    shown = Self.words(machine)
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static func words(_ machine: String) -> String {
    let parts = machine.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1...12).contains(parts[1]) else { return machine }
    let day = "\(parts[2]) \(months[parts[1] - 1]) \(parts[0])"
    let rest = machine.dropFirst(10)
    guard rest.first == "T", rest.count >= 6 else { return day }
    let zone = rest.dropFirst().drop { $0.isNumber || $0 == ":" || $0 == "." }
    let zoneWords = zone.isEmpty ? "" : zone == "Z" || zone == "+00:00" ? " UTC" : " UTC\(zone)"
    return "\(day), \(rest.dropFirst().prefix(5))\(zoneWords)"
  }
}
