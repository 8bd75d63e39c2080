import Records
import Text

/// A record made by hand: a planned meeting, an attack that happened, a visit that was called off
/// and a denied strike.
enum SmallRecord {
  static let text = """
    Envoy Ana Díaz will meet Ben "B" Omar <PM>, in Lima on Friday. Rebels killed three soldiers \
    near Tumbes. Omar called off a visit to Quito on 2 May. Peru denied that it had struck Ecuador.
    """

  static func span(_ words: String) -> Span {
    let range = text.firstRange(of: words)!
    let start = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
    return Span(start, start + words.unicodeScalars.count)
  }

  static let lima = Place(
    text: "Lima", span: span("Lima"), name: "Lima", country: "PER", lat: -12.04318,
    lon: -77.02824, precision: .city)

  static let record: Record = {
    var record = Record(
      id: "doc", reader: ReaderInfo(version: "0", model: "none"),
      document: Document(
        source: "small.txt", url: "https://example.org/a?b&c", title: "Small",
        published: "2024-04-30", language: "en", state: .whole, sha256: "0", textSHA256: "1"),
      text: text)
    record.actors = [
      Actor(
        id: "x1", name: "Ana Díaz", kind: .person, country: "PER", sectors: ["GOV"],
        roles: [Role(title: "Envoy", span: span("Envoy"))], mentions: [span("Ana Díaz")]),
      Actor(id: "x2", name: "Ben \"B\" Omar <PM>", kind: .person, mentions: [span("Omar")]),
      Actor(id: "x3", name: "Rebels", kind: .group, sectors: ["REB"], mentions: [span("Rebels")]),
      Actor(
        id: "x4", name: "soldiers", kind: .group, country: "ECU", sectors: ["MIL"],
        mentions: [span("soldiers")]),
    ]
    record.attributions = [
      Attribution(
        id: "a1", source: [span("Peru")], cue: [span("denied")],
        content: [span("that it had struck Ecuador")], form: .indirect, sourceKind: .institution,
        by: "test")
    ]
    func date(_ words: String, _ day: String, _ basis: DateInterval.Basis) -> DateInterval {
      DateInterval(text: words, span: span(words), from: day, to: day, basis: basis, why: "")
    }
    record.events = [
      Event(
        id: "e1", type: .consult, mode: "meet", contexts: ["diplomatic"], actors: ["x1"],
        recipients: ["x2"], actorSpans: [span("Envoy Ana Díaz")],
        recipientSpans: [span("Ben \"B\" Omar <PM>")], trigger: [span("meet")],
        words: span("Envoy Ana Díaz will meet Ben \"B\" Omar <PM>"), status: .planned,
        certainty: .probable, polarity: .positive, tense: .future,
        date: date("Friday", "2024-05-31", .resolved), place: lima, by: "test"),
      Event(
        id: "e2", type: .assault, actors: ["x3"], recipients: ["x4"],
        actorSpans: [span("Rebels")], recipientSpans: [span("three soldiers")],
        trigger: [span("killed")], words: span("Rebels killed three soldiers"), status: .happened,
        certainty: .certain, polarity: .positive, tense: .past, place: lima,
        size: EventSize(
          dead: Quantity(number: 3, unit: "soldiers", bound: "exact", span: span("three"))),
        by: "test"),
      Event(
        id: "e3", type: .consult, mode: "visit", actors: ["x2"], actorSpans: [span("Omar")],
        trigger: [span("visit")], words: span("Omar called off a visit to Quito"),
        status: .cancelled, certainty: .certain, polarity: .negative, tense: .future,
        date: date("2 May", "2024-05-02", .stated), by: "test"),
      Event(
        id: "e4", type: .assault, trigger: [span("struck")],
        words: span("it had struck Ecuador"), status: .denied, certainty: .certain,
        polarity: .negative, tense: .past, authority: ["a1"], by: "test"),
    ]
    return record
  }()
}
