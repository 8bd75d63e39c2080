import Records
import Text

/// A small report with lines of chosen words, as the archive gets it and as a test knows it.
struct MadeReading {
  var report: SmallReport
  var plain = PlainReport()

  private static let words = [
    "the", "treaty", "harbour", "of", "talks", "road", "bridge", "treason", "truce", "a",
  ]
  private static let people: [(name: String, country: String?)] = [
    ("Ana Ruiz", "ESP"), ("Bo Lind", "SWE"), ("Cem Kaya", nil), ("Ana Lind", "SWE"),
  ]
  private static let places: [(name: String, country: String)] = [
    ("Oslo", "NOR"), ("Bergen", "NOR"), ("Lima", "PER"),
  ]
  private static let types: [EventType] = [.agree, .consult, .protest]
  private static let statuses: [EventStatus] = [.happened, .denied, .expected, .requested]
  private static let forms = Attribution.Form.allCases
  private static let sources = Attribution.SourceKind.allCases
  private static let modes = ["visit", "meet"]
  private static let channels = ["tweet", "briefing"]

  init(_ number: Int, _ random: inout SeededNumbers) {
    plain.id = number
    plain.day = random.below(11) == 0 ? "" : "2021-05-0\(random.below(8) + 1)"
    plain.title = (0..<3).map { _ in random.one(of: Self.words) }
    let sentences = (0..<(1 + random.below(7))).map { _ in
      (0..<(3 + random.below(4))).map { _ in random.one(of: Self.words) }
    }
    // Who is named stands in the text, once, ahead of the lines; so does a number that only it has.
    let names = Self.people.map(\.name).joined(separator: " ")
    let text = sentences.map { $0.joined(separator: " ") + "." }.joined(separator: " ")
    let head = "\(names) officials n\(number)v\(random.below(1_000_000)). "
    plain.words = (head + text).lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    report = SmallReport(
      head + text, source: "\(number)", title: plain.title.joined(separator: " "),
      published: plain.day == "" ? nil : plain.day)
    let cast =
      Self.people.map { report.actor($0.name, country: $0.country) }
      + [report.actor("officials", .group)]
    var start = head.count
    for words in sentences {
      let span = Span(start, start + words.joined(separator: " ").count)
      start = span.end + 2
      if random.below(3) > 0 {
        say(words, span, cast, &random)
      } else {
        tell(words, span, cast, &random)
      }
    }
  }

  private mutating func say(
    _ words: [String], _ span: Span, _ cast: [String], _ random: inout SeededNumbers
  ) {
    let speaker = random.below(cast.count + 1)
    let (form, source) = (random.one(of: Self.forms), random.one(of: Self.sources))
    let channel = random.below(2) == 0 ? random.one(of: Self.channels) : nil
    report.record.attributions.append(
      Attribution(
        id: "a\(plain.attributions.count + 1)", source: [span], cue: [span], content: [span],
        form: form, sourceKind: source, speaker: speaker < cast.count ? cast[speaker] : nil,
        channel: channel.map { Attribution.Channel(kind: $0) }, by: "made by hand"))
    var line = PlainReport.Line(words: words)
    line.values = [
      "form": [form.rawValue], "source": [source.rawValue], "channel": channel.map { [$0] } ?? [],
      "speaker": Self.names(speaker),
    ]
    plain.attributions.append(line)
  }

  private mutating func tell(
    _ words: [String], _ span: Span, _ cast: [String], _ random: inout SeededNumbers
  ) {
    let (doer, target) = (random.below(cast.count + 1), random.below(cast.count + 1))
    let (type, status) = (random.one(of: Self.types), random.one(of: Self.statuses))
    let mode = random.below(2) == 0 ? random.one(of: Self.modes) : nil
    let place = random.below(2) == 0 ? random.one(of: Self.places) : nil
    let vouching = plain.attributions.isEmpty ? 0 : random.below(plain.attributions.count + 1)
    let first = random.below(6) + 1
    let days: (String, String)? =
      random.below(2) == 0 ? ("2021-06-0\(first)", "2021-06-0\(first + random.below(3))") : nil
    func named(_ index: Int) -> [String] { index < cast.count ? [cast[index]] : [] }
    var event = Event(
      id: "e\(plain.events.count + 1)", type: type, mode: mode, actors: named(doer),
      recipients: named(target), trigger: [span], words: span, status: status,
      certainty: .certain, polarity: .positive, tense: .past,
      authority: vouching == 0 ? [] : ["a\(vouching)"], by: "made by hand")
    event.date = days.map {
      DateInterval(text: "", span: span, from: $0.0, to: $0.1, basis: .stated, why: "by hand")
    }
    event.place = place.map {
      Place(text: $0.name, span: span, name: $0.name, country: $0.country, precision: .city)
    }
    report.record.events.append(event)
    var line = PlainReport.Line(
      words: words, days: days, authority: vouching == 0 ? [] : [vouching])
    line.values = [
      "type": [type.rawValue], "status": [status.rawValue], "mode": mode.map { [$0] } ?? [],
      "place": place.map { [$0.name, $0.country] } ?? [], "actor": Self.names(doer),
      "to": Self.names(target),
    ]
    plain.events.append(line)
  }

  /// What an actor is found by.
  private static func names(_ index: Int) -> [String] {
    guard index < people.count else { return index == people.count ? ["officials"] : [] }
    let person = people[index]
    return [person.name, person.country].compactMap(\.self)
      + person.name.split(separator: " ").map(String.init)
  }

  /// A query of values that reports may have.
  static func query(_ random: inout SeededNumbers, depth: Int) -> PlainQuery {
    if depth > 0 {
      switch random.below(6) {
      case 0: return .not(query(&random, depth: depth - 1))
      case 1: return .any((0..<2).map { _ in query(&random, depth: depth - 1) })
      case 2, 3, 4:
        return .all((0..<(2 + random.below(2))).map { _ in query(&random, depth: depth - 1) })
      default: break
      }
    }
    let someone = ["Ana Ruiz", "Bo Lind", "ESP", "SWE", "Ana", "officials", "nobody"]
    switch random.below(16) {
    case 0: return .words([random.one(of: words)])
    case 1: return .words([random.one(of: words), random.one(of: words)])
    case 2: return .words(["tre"], isPrefix: true)
    case 3: return .about([random.one(of: words)])
    case 4: return .about([random.one(of: words), random.one(of: words)])
    case 5: return .about([random.one(of: words), "tr"], isPrefix: true)
    case 6: return .title(random.one(of: words))
    case 7: return .after("2021-05-0\(random.below(9) + 1)")
    case 8: return .before("2021-05-0\(random.below(9) + 1)")
    case 9: return .document(random.below(230))
    case 10: return .said("speaker", random.one(of: someone))
    case 11:
      return random.one(of: [
        .said("form", random.one(of: forms).rawValue),
        .said("source", random.one(of: sources).rawValue),
        .said("channel", random.one(of: channels)),
      ])
    case 12:
      return random.one(of: [
        .done("type", random.one(of: types).rawValue), .done("mode", random.one(of: modes)),
        .done("status", random.one(of: statuses).rawValue),
      ])
    case 13: return .done(random.one(of: ["actor", "to"]), random.one(of: someone))
    case 14: return .done("place", random.one(of: ["Oslo", "NOR", "Lima"]))
    default:
      let first = random.below(6) + 1
      return .day("2021-06-0\(first)", "2021-06-0\(first + random.below(2))")
    }
  }
}
