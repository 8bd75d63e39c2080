import Records
import Text

extension ReportLines {
  /// The actors' names; where nobody is settled, the words themselves.
  func named(_ ids: [String], _ spans: [Span]) -> String {
    let known = ids.compactMap { id in record.actors.first { $0.id == id }?.name }
    return (known.isEmpty ? spans.map { text.words([$0]) } : known).joined(separator: ", ")
  }

  /// On whose word, outermost first.
  func authority(_ ids: [String], label: String = "on the word of") -> [Fact] {
    ids.compactMap { id in
      record.attributions.first { $0.id == id }.map { attribution in
        Fact(
          label, speaker(of: attribution),
          note: attribution.sourceKind == .anonymous ? "anonymous" : nil,
          href: Address.report(document, version: version) + "#\(id)")
      }
    }
  }

  /// When, where and how many.
  func facts(of event: Event) -> [Fact] {
    var facts = date(event.date)
    if let place = event.place {
      let name = place.name ?? place.text
      facts.append(Fact("where", name, note: place.country.map { "(\($0))" }))
    }
    let size = event.size
    for (label, count) in [
      ("dead", size.dead), ("injured", size.injured), ("arrested", size.arrested),
      ("how many", size.other),
    ] {
      guard let count else { continue }
      let bound = count.bound == "exact" ? "" : count.bound + " "
      facts.append(Fact(label, "\(bound)\(Self.grouped(count.number)) \(count.unit)"))
    }
    if !event.mentions.isEmpty { facts.append(Fact("told", "\(event.mentions.count + 1) times")) }
    return facts
  }

  /// A number with its thousands parted: 60,000,000.
  private static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    let parted = digits.reversed().enumerated().map { place, digit in
      place > 0 && place % 3 == 0 ? ",\(digit)" : "\(digit)"
    }
    return (number < 0 ? "−" : "") + String(parted.joined().reversed())
  }

  /// A date with its basis: never a day that the text doesn't settle.
  func date(_ date: DateInterval?) -> [Fact] {
    guard let date else { return [] }
    guard let from = date.from else {
      return [Fact("when", "“\(date.text)”", note: "open: \(date.why)")]
    }
    let start = Moment(from).shown
    let days =
      date.to == nil || date.to == from ? start : "\(start) to \(Moment(date.to ?? "").shown)"
    let note = date.basis == .stated ? nil : "(“\(date.text)”)"
    return [Fact("when", days, note: note)]
  }

  /// Where the words of an event stand: its telling, its predicate, all further tellings.
  func parts(of event: Event) -> [LinePart] {
    let words =
      [event.words] + event.actorSpans + event.recipientSpans + event.mentions.map(\.words)
      + [event.date?.span, event.place?.span].compactMap { $0 }
    return words.map { LinePart(span: $0, role: .words) }
      + event.trigger.map { LinePart(span: $0, role: .predicate) }
  }

  /// What decided the line, for the page of the line itself.
  func details(_ id: String) -> [Fact] {
    let hash = Fact("text’s hash", "SHA-256 \(record.document.textSHA256)")
    let reader = Fact("read by", "Verbale \(record.reader.version), \(record.reader.model)")
    if let event = record.events.first(where: { $0.id == id }) {
      return [
        Fact("certainty", "\(event.certainty.rawValue), \(event.polarity.rawValue)"),
        Fact("tense", event.tense.rawValue), Fact("decided by", event.by),
        Fact("characters", "\(event.words.start) to \(event.words.end) of the text"),
        hash, reader,
      ]
    }
    guard let attribution = record.attributions.first(where: { $0.id == id }) else { return [] }
    let spans = attribution.content.map { "\($0.start) to \($0.end)" }.joined(separator: ", ")
    return [
      Fact("source", attribution.sourceKind.rawValue), Fact("decided by", attribution.by),
      Fact("characters", "\(spans) of the text"), hash, reader,
    ]
  }
}
