import Pages
import Records
import Text

/// A report that nobody wrote, with a record as dense as a real one's.
///
/// The readings of our 65 own plain-text reports (Gold/attributions, Examples; 15,690 words, 241 a
/// report) hold 6.5 actors with 13.6 mentions, 6.6 attributions, 2.6 events and 4.2 blocks on 100
/// words, and the words of their lines are 0.73 times the text; a report of twice that length says
/// less of it in quotation. `archive density` tells what made ones hold.
struct MadeReport {
  let input: Input
  let record: Record

  /// The report of a number; the same number gives the same report.
  init(_ number: Int, _ world: MadeWorld) {
    var maker = Maker(number, world)
    maker.write()
    let text = maker.text
    let bytes = Array(text.utf8)
    let hash = SHA256.hex(bytes)
    let path = "reports/\(number / 1000)/\(number).txt"
    input = Input(source: path, bytes: bytes, format: .text, sha256: hash)
    record = Record(
      id: hash, reader: ReaderInfo(version: "made", model: "made"),
      document: Document(
        source: path, title: maker.title, published: maker.published, language: "en",
        state: .whole, sha256: hash, textSHA256: hash),
      text: text, blocks: maker.blocks, actors: maker.actors, attributions: maker.attributions,
      unnamed: UnnamedCount(atLeast: 3, atMost: 9, why: maker.unnamed), events: maker.events)
  }

  /// A report and its record, sentence by sentence.
  private struct Maker {
    let world: MadeWorld
    var random: RandomSource
    let day: Int
    let published: String
    let title: String
    var text = ""
    var count = 0
    var actors: [Actor] = []
    var attributions: [Attribution] = []
    var events: [Event] = []
    var blocks: [Block] = []
    var unnamed: String {
      actors.filter { $0.kind == .source }.map { "“\($0.name)”" }.joined(separator: "; ")
    }

    init(_ number: Int, _ world: MadeWorld) {
      self.world = world
      random = RandomSource(seed: UInt64(number) &+ 17)
      day = random.below(700)
      published = world.day(day)
      title = world.words(8, &random)
      cast()
    }

    private mutating func cast() {
      func add(_ name: String, _ kind: ActorKind, _ country: String? = nil) {
        guard !actors.contains(where: { $0.name == name }) else { return }
        actors.append(Actor(id: "x\(actors.count + 1)", name: name, kind: kind, country: country))
      }
      let states = (0..<3).map { _ in random.common(of: world.states) }
      for state in states { add(state.name, .state, state.code) }
      for _ in 0..<7 {
        add(
          random.common(of: world.people), .person,
          random.chance(1, in: 2) ? random.one(of: states).code : nil)
      }
      for _ in 0..<5 { add(random.common(of: world.organisations), .organisation) }
      for _ in 0..<6 { add(random.common(of: world.groups), .group) }
      for _ in 0..<8 { add(random.common(of: world.groups), .source) }
      for index in actors.indices {
        if random.chance(1, in: 2) {
          actors[index].sectors = [random.one(of: ["GOV", "MIL", "IGO", "OPP", "CVL"])]
        }
        if actors[index].kind == .person, let last = actors[index].name.split(separator: " ").last {
          actors[index].aliases = [String(last)]
        }
      }
    }

    mutating func write() {
      let head = add(title)
      blocks.append(Block(kind: .headline, span: head, why: "first line"))
      add("\n\n")
      let place = add(random.common(of: world.places).uppercased() + ", May 14 -")
      blocks.append(Block(kind: .dateline, span: place, why: "place and dash before the first sentence"))
      add(" ")
      var start = count
      for sentence in 0..<20 {
        self.sentence()
        if sentence % 3 == 0 { continue }
        blocks.append(
          Block(kind: .body, span: Span(start, count), why: "between headline and end"))
        add("\n\n")
        start = count
      }
    }

    /// "Speaker said that somebody did something to somebody ….": a statement, often with another or
    /// an event inside, and what the report says itself.
    private mutating func sentence() {
      var outer: String?
      if random.chance(9, in: 10) { outer = statement(within: nil) }
      if random.chance(1, in: 3), let inner = outer { outer = statement(within: inner) }
      let start = count
      if random.chance(13, in: 20) { event(authority: outer) } else { add(world.words(7, &random)) }
      if let outer, let index = attributions.firstIndex(where: { $0.id == outer }) {
        attributions[index].content = [Span(start, count)]
        if let around = attributions[index].within,
          let whole = attributions.firstIndex(where: { $0.id == around })
        {
          attributions[whole].content = [Span(attributions[index].source[0].start, count)]
        }
      }
      add(", " + world.words(3 + random.below(7), &random))
      add(". ")
    }

    private mutating func mention(_ index: Int) -> Span {
      // A first telling gives the name, most later ones the surname or a pronoun.
      let actor = actors[index]
      let isFirst = actor.mentions.isEmpty
      if isFirst, actor.kind == .person, random.chance(3, in: 4) {
        let role = random.common(of: world.roles)
        actors[index].roles.append(Role(title: role, span: add(role)))
        add(" ")
      }
      let span = add(isFirst ? actor.name : actor.aliases.first ?? "they")
      actors[index].mentions.append(span)
      return span
    }

    private mutating func statement(within: String?) -> String {
      let id = "a\(attributions.count + 1)"
      let speaker = random.below(actors.count)
      let source = mention(speaker)
      add(" ")
      let cue = add(random.one(of: MadeWorld.cues))
      add(" ")
      let kind: Attribution.SourceKind =
        switch actors[speaker].kind {
        case .person: .named
        case .state, .organisation: .institution
        case .group, .source: .anonymous
        }
      attributions.append(
        Attribution(
          id: id, source: [source], cue: [cue], content: [cue],
          form: random.one(of: Attribution.Form.allCases), sourceKind: kind,
          speaker: actors[speaker].id, within: within, by: "attribution-model"))
      return id
    }

    private mutating func event(authority: String?) {
      let (start, doer, target) = (
        count, random.below(actors.count), random.below(actors.count)
      )
      let doerSpan = mention(doer)
      add(" ")
      let verb = random.one(of: MadeWorld.verbs)
      let trigger = add(verb)
      add(" ")
      let targetSpan = mention(target)
      add(" " + world.words(4 + random.below(4), &random))
      let status = random.common(of: EventStatus.allCases)
      var event = Event(
        id: "e\(events.count + 1)", type: random.common(of: EventType.allCases),
        mode: random.chance(2, in: 3) ? random.common(of: MadeWorld.modes) : nil,
        actors: [actors[doer].id], recipients: [actors[target].id], actorSpans: [doerSpan],
        recipientSpans: [targetSpan], trigger: [trigger], words: Span(start, count),
        status: status, certainty: status.isFact ? .certain : .probable, polarity: .positive,
        tense: status.isFact ? .past : .future, authority: authority.map { [$0] } ?? [],
        by: "events: \(verb) (obj:* r=obj), factuality: "
          + random.one(of: MadeWorld.factualities))
      if random.chance(1, in: 5) {
        add(" on ")
        let when = world.day(day + random.below(9) - 3)
        event.date = DateInterval(
          text: "Friday", span: add("Friday"), from: when, to: when, basis: .resolved,
          why: "reckoned from the publication date; the verb looks back")
      }
      if random.chance(1, in: 5) {
        add(" in ")
        let index = random.skewed(world.places.count)
        let name = world.places[index]
        event.place = Place(
          text: name, span: add(name), name: name, country: world.states[index % 190].code,
          lat: Double(index * 7 % 150) - 75, lon: Double(index * 13 % 340) - 170,
          precision: .city)
      }
      event.words = Span(start, count)
      events.append(event)
    }

    @discardableResult
    private mutating func add(_ words: String) -> Span {
      let start = count
      text += words
      count += words.unicodeScalars.count
      return Span(start, count)
    }
  }
}
