import Records
import Text

/// The lines of one version of a report as pages show them.
struct ReportLines {
  let record: Record
  let document: Int
  let version: Int
  /// The desk's own address, which shared lines start with.
  let base: String
  let text: SourceText
  private let actors: [String: Actor]
  private let attributions: [String: Attribution]

  init(_ record: Record, document: Int, version: Int, base: String) {
    self.record = record
    self.document = document
    self.version = version
    self.base = base
    text = SourceText(record.text)
    actors = Dictionary(record.actors.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    attributions = Dictionary(
      record.attributions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var title: String {
    record.document.title ?? record.document.source ?? record.document.url ?? "Untitled report"
  }

  /// The line of that id, an event's or an attribution's.
  func line(_ id: String) -> LineView? {
    if let event = record.events.first(where: { $0.id == id }) { return line(event) }
    return record.attributions.first { $0.id == id }.map(line)
  }

  func line(_ event: Event) -> LineView {
    let who = named(event.actors, event.actorSpans)
    let whom = named(event.recipients, event.recipientSpans)
    let type = [event.type.rawValue, event.mode].compactMap { $0 }.joined(separator: " ")
    let words = text.words([event.words])
    let shown = who.isEmpty ? "nobody named" : who
    let plain = "\(event.status.rawValue): \(type) · \(shown)" + (whom.isEmpty ? "" : " → \(whom)")
    let facts = authority(event.authority) + self.facts(of: event)
    var line = view(
      event.id, status: event.status.rawValue, word: event.status.rawValue, type: type,
      help: LineWords.help(event.type), who: shown, cue: nil, whom: whom.isEmpty ? nil : whom,
      words: words, facts: facts, plain: plain, parts: parts(of: event), span: event.words,
      speakers: facts.filter { $0.label == "on the word of" }.map(\.value))
    line.isNobody = who.isEmpty
    return line
  }

  func line(_ attribution: Attribution) -> LineView {
    let speaker = speaker(of: attribution)
    let cue = text.words(attribution.cue)
    let words = text.words(attribution.content)
    let isAnonymous = attribution.sourceKind == .anonymous
    let word = isAnonymous ? "anonymous" : attribution.kind == .attitude ? "attitude" : "said"
    let role = attribution.speaker.flatMap { actors[$0]?.roles.first?.title }
    var facts: [Fact] = []
    if let role, role != speaker { facts.append(Fact("as", role)) }
    facts.append(Fact("form", attribution.form.rawValue))
    if attribution.inferred { facts.append(Fact("speaker", "inferred", note: "not written here")) }
    if let channel = attribution.channel {
      facts.append(
        Fact("by", [channel.kind, channel.name].compactMap { $0 }.joined(separator: " ")))
    }
    facts += date(attribution.date)
    facts += attribution.within.map { authority([$0], label: "as told by") } ?? []
    let spans = attribution.source + attribution.cue + attribution.content
    let whole = spans.dropFirst().reduce(spans.first ?? Span(0, 0)) { $0.union($1) }
    return view(
      attribution.id, status: isAnonymous ? "anonymous" : "said", word: word, type: nil, help: "",
      who: speaker, cue: cue.isEmpty ? "(not written)" : cue, whom: nil, words: words,
      facts: facts, plain: "\(speaker) \(cue.isEmpty ? "said" : cue): \(words)",
      parts: attribution.source.map { LinePart(span: $0, role: .words) }
        + attribution.cue.map { LinePart(span: $0, role: .predicate) }
        + attribution.content.map { LinePart(span: $0, role: .words) },
      span: whole, speakers: [speaker])
  }

  /// The name of who speaks, else the source's words.
  func speaker(of attribution: Attribution) -> String {
    if let actor = attribution.speaker.flatMap({ actors[$0] }), actor.kind != .source {
      return actor.name
    }
    let written = text.words(attribution.source)
    return written.isEmpty ? "somebody unwritten" : written
  }

  private func view(
    _ id: String, status: String, word: String, type: String?, help: String, who: String,
    cue: String?, whom: String?, words: String, facts: [Fact], plain: String, parts: [LinePart],
    span: Span, speakers: [String]
  ) -> LineView {
    let address = Address.line(document, id, version: version)
    let share = Share(
      claim: plain, status: word, speakers: speakers, words: words, span: span,
      title: title, published: record.document.published, url: record.document.url,
      address: base + address, textSHA256: record.document.textSHA256)
    return LineView(
      id: id, status: status, statusWord: word, type: type, typeHelp: help, who: who, cue: cue,
      whom: whom, quoted: "“\(words)”", facts: facts, hasFacts: !facts.isEmpty, plain: plain,
      parts: parts, span: span,
      address: address, reportAddress: Address.report(document, version: version),
      reportTitle: title, published: record.document.published.map(Moment.init),
      mailto: share.mailto)
  }
}
