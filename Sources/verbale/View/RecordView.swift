import Exchange
import Records
import Text

/// A record as a person reads it: the headline, who says what on whose word, what happened and
/// what is only expected, and what stays open.
struct RecordView {
  let record: Record
  let style: Style
  let width: Int
  private let text: SourceText
  private let actors: [String: Actor]

  init(_ record: Record, style: Style, width: Int) {
    self.record = record
    self.style = style
    self.width = width
    text = SourceText(record.text)
    actors = Dictionary(uniqueKeysWithValues: record.actors.map { ($0.id, $0) })
  }

  /// The whole view, ending in a line break.
  func rendered() -> String {
    var sections = [heading()]
    if record.document.state != .refused {
      sections += [statements(), unnamed(), events(), openDates()]
    }
    return sections.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func heading() -> String {
    let document = record.document
    let title = document.title ?? document.source ?? "Standard input"
    let facts: [String?] = [
      document.source, document.byline.isEmpty ? nil : document.byline.joined(separator: ", "),
      document.published.map { "published \($0)" } ?? "no publication date", document.language,
      document.state == .whole ? nil : style.bad(document.state.rawValue),
      document.reasons.isEmpty ? nil : ReasonWords.told(document.reasons),
    ]
    return style.bold(Paragraph.wrapped(title, indent: 0, width: width)) + "\n"
      + style.dim(facts.compactMap { $0 }.joined(separator: " · "))
  }

  private func section(_ title: String, _ lines: [String]) -> String {
    lines.isEmpty ? "" : ([style.bold(title)] + lines).joined(separator: "\n")
  }

  private func statements() -> String {
    let depths = record.attributions.reduce(into: [String: Int]()) { depths, attribution in
      depths[attribution.id] = attribution.within.map { (depths[$0] ?? 0) + 1 } ?? 0
    }
    return section(
      "Who says what, on whose word",
      record.attributions.map { attribution in
        let indent = 2 + 2 * (depths[attribution.id] ?? 0)
        let line = [
          speaker(of: attribution), cue(of: attribution), content(of: attribution),
          style.dim("[\(notes(on: attribution).joined(separator: ", "))]"),
        ].filter { !$0.isEmpty }.joined(separator: " ")
        return String(repeating: " ", count: indent)
          + Paragraph.wrapped(line, indent: indent + 2, width: width)
      })
  }

  private func speaker(of attribution: Attribution) -> String {
    let written = text.words(attribution.source)
    guard let actor = attribution.speaker.flatMap({ actors[$0] }), actor.kind != .source else {
      return style.name(written.isEmpty ? "unwritten" : written)
    }
    let role = actor.roles.first.map { " (\($0.title))" } ?? ""
    return style.name(actor.name) + role
  }

  private func cue(of attribution: Attribution) -> String {
    attribution.cue.isEmpty ? style.dim("(inferred)") : text.words(attribution.cue)
  }

  private func content(of attribution: Attribution) -> String {
    let words = text.balancedWords(attribution.content)
    return attribution.form == .direct ? "“\(words)”" : words
  }

  private func notes(on attribution: Attribution) -> [String] {
    let notes: [String?] = [
      attribution.id, attribution.form == .direct ? nil : attribution.form.rawValue,
      attribution.sourceKind == .anonymous ? "anonymous" : nil,
      attribution.kind == .attitude ? "attitude" : nil,
      attribution.channel.map { channel in
        ([channel.kind] + [channel.name].compactMap { $0 }).joined(separator: " ")
      },
    ]
    return notes.compactMap { $0 }
  }

  private func unnamed() -> String {
    let count = record.unnamed
    guard count.atMost > 0 else { return "" }
    let number =
      count.atLeast == count.atMost ? "\(count.atLeast)" : "\(count.atLeast) to \(count.atMost)"
    return section(
      "Unnamed sources",
      ["  " + Paragraph.wrapped("\(number): \(count.why)", indent: 4, width: width)])
  }

  private func events() -> String {
    let groups: [(String, Set<EventStatus>)] = [
      ("What happened", [.happened, .ongoing]),
      ("Only on somebody's word", [.claimed]),
      ("Planned, expected or possible", [.planned, .expected, .possible, .conditional]),
      ("Asked for", [.requested]),
      ("Denied, refused or called off", [.denied, .cancelled]),
    ]
    return groups.map { title, statuses in
      section(title, record.events.filter { statuses.contains($0.status) }.map(line))
    }.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func line(_ event: Event) -> String {
    let parties = [
      named(event.actors, event.actorSpans), named(event.recipients, event.recipientSpans),
    ]
    let to = parties[1].isEmpty ? "" : " → \(style.name(parties[1]))"
    let status =
      event.status.isFact ? style.good(event.status.rawValue) : style.open(event.status.rawValue)
    let type = [event.type.rawValue, event.mode].compactMap { $0 }.joined(separator: " ")
    let when = event.date.map { date in
      date.from.map { from in from == date.to ? from : "\(from) to \(date.to ?? "?")" }
        ?? "\(date.text) (open)"
    }
    let notes =
      [event.id, when, event.place.map { $0.name ?? $0.text }].compactMap { $0 }
      + (event.authority.isEmpty
        ? [] : ["on the word of " + event.authority.joined(separator: " < ")])
    let line =
      "\(status) \(type): \(style.name(parties[0].isEmpty ? "?" : parties[0]))\(to) "
      + style.dim("“\(text.balancedWords([event.words]))” [\(notes.joined(separator: ", "))]")
    return "  " + Paragraph.wrapped(line, indent: 4, width: width)
  }

  private func named(_ ids: [String], _ spans: [Span]) -> String {
    let known = ids.compactMap { actors[$0]?.name }
    return (known.isEmpty ? spans.map { text.words([$0]) } : known).joined(separator: ", ")
  }

  private func openDates() -> String {
    let dates = record.events.compactMap(\.date) + record.attributions.compactMap(\.date)
    var seen: Set<Span> = []
    let open = dates.sorted { $0.span < $1.span }.filter {
      $0.basis == .open && seen.insert($0.span).inserted
    }
    return section(
      "Open dates",
      open.map { "  " + Paragraph.wrapped("\($0.text): \($0.why)", indent: 4, width: width) })
  }
}
