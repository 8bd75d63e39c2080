import Pages
import Records
import Text

/// A report that nobody wrote: words by Zipf's law, and a record as dense as a real one's.
struct MadeReport {
  private(set) var input: Input
  private(set) var record: Record

  /// The report of a number; the same number gives the same report.
  init(_ number: Int, _ world: MadeWorld) {
    var random = RandomSource(seed: UInt64(number) &+ 17)
    var writer = Writer()
    let people = (0..<6).map { _ in world.people[random.skewed(world.people.count)] }
    let states = (0..<4).map { _ in world.states[random.skewed(world.states.count)] }
    var actors: [Actor] = []
    for name in people {
      actors.append(
        Actor(id: "x\(actors.count + 1)", name: name, kind: .person, country: states[0].code))
    }
    for state in states where !actors.contains(where: { $0.name == state.name }) {
      actors.append(
        Actor(id: "x\(actors.count + 1)", name: state.name, kind: .state, country: state.code))
    }
    let day = random.below(700)
    let published = world.day(day)
    let title = world.words(8, &random)
    var attributions: [Attribution] = []
    var events: [Event] = []
    writer.add(title)
    writer.add("\n\n")
    for sentence in 0..<20 {
      let speaker = random.below(actors.count)
      let doer = random.below(actors.count)
      let target = random.below(actors.count)
      if sentence % 5 != 4 {
        let source = writer.add(actors[speaker].name)
        actors[speaker].mentions.append(source)
        writer.add(" ")
        let cue = writer.add(MadeWorld.cues[random.below(MadeWorld.cues.count)])
        writer.add(" ")
        let content = writer.add(world.words(14 + random.below(8), &random))
        attributions.append(
          Attribution(
            id: "a\(attributions.count + 1)", source: [source], cue: [cue], content: [content],
            form: Attribution.Form.allCases[random.below(3)], sourceKind: .named,
            speaker: actors[speaker].id, by: "cue verb: content in the clausal complement"))
        writer.add(" while ")
      }
      let start = writer.count
      let doerSpan = writer.add(actors[doer].name)
      actors[doer].mentions.append(doerSpan)
      writer.add(" ")
      let type = EventType.allCases[random.skewed(EventType.allCases.count)]
      let trigger = writer.add(MadeWorld.verbs[random.below(MadeWorld.verbs.count)])
      writer.add(" ")
      let targetSpan = writer.add(actors[target].name)
      actors[target].mentions.append(targetSpan)
      writer.add(" " + world.words(3, &random))
      let status = EventStatus.allCases[random.skewed(EventStatus.allCases.count)]
      if sentence % 3 != 2 {
        events.append(
          Event(
            id: "e\(events.count + 1)", type: type, actors: [actors[doer].id],
            recipients: [actors[target].id], actorSpans: [doerSpan],
            recipientSpans: [targetSpan], trigger: [trigger], words: Span(start, writer.count),
            status: status, certainty: .certain, polarity: .positive,
            tense: status.isFact ? .past : .future,
            date: random.below(3) > 0
              ? nil
              : DateInterval(
                text: "day", span: trigger, from: world.day(day + 2), to: world.day(day + 2),
                basis: .resolved, why: "weekday after the publication date, future tense"),
            place: random.below(4) > 0
              ? nil
              : Place(
                text: "place", span: trigger,
                name: world.places[random.skewed(world.places.count)], country: states[0].code,
                lat: Double(random.below(180)) - 90, lon: 10.5, precision: .city),
            authority: sentence % 5 == 4 || random.below(2) == 0
              ? [] : ["a\(attributions.count)"], by: "verb frame: subject, object"))
      }
      writer.add(". ")
      if sentence % 4 == 3 { writer.add("\n\n") }
    }
    let bytes = Array(writer.text.utf8)
    let hash = SHA256.hex(bytes)
    let path = "reports/\(number).txt"
    input = Input(source: path, bytes: bytes, format: .text, title: title, sha256: hash)
    record = Record(
      id: hash, reader: ReaderInfo(version: "made", model: "made"),
      document: Document(
        source: path, title: title, published: published, language: "en", state: .whole,
        sha256: hash, textSHA256: hash),
      text: writer.text,
      blocks: [
        Block(kind: .headline, span: Span(0, title.unicodeScalars.count), why: "first line"),
        Block(
          kind: .body, span: Span(title.unicodeScalars.count, writer.count),
          why: "between headline and end"),
      ], actors: actors, attributions: attributions, events: events)
  }

  private struct Writer {
    var text = ""
    var count = 0

    @discardableResult
    mutating func add(_ words: String) -> Span {
      let start = count
      text += words
      count += words.unicodeScalars.count
      return Span(start, count)
    }
  }
}
