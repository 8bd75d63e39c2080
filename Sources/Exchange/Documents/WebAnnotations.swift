import Records
import Text

/// A record's lines as W3C Web Annotations (2017): each points at its words by position and by
/// quotation, so that any annotation reader finds them.
struct WebAnnotation: Encodable {
  /// A stretch of the text, by its offsets in code points and by its words with a little of what
  /// stands around them.
  struct Selector: Encodable {
    let type: String
    var start: Int?
    var end: Int?
    var exact: String?
    var prefix: String?
    var suffix: String?

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(type, forKey: .type)
      // Left out where absent: a selector of one kind has no members of the other, not even null.
      if let start { try container.encode(start, forKey: .start) }
      if let end { try container.encode(end, forKey: .end) }
      if let exact { try container.encode(exact, forKey: .exact) }
      if let prefix { try container.encode(prefix, forKey: .prefix) }
      if let suffix { try container.encode(suffix, forKey: .suffix) }
    }

    enum CodingKeys: String, CodingKey { case type, start, end, exact, prefix, suffix }
  }

  struct Target: Encodable {
    let source: String
    let selector: [Selector]
  }

  struct Body: Encodable {
    let type = "TextualBody"
    let purpose: String
    let value: String
    let format = "text/plain"

    enum CodingKeys: String, CodingKey { case type, purpose, value, format }
  }

  let id: String
  let type = "Annotation"
  let motivation: String
  let body: [Body]
  let target: [Target]

  enum CodingKeys: String, CodingKey { case id, type, motivation, body, target }

  /// The annotations of a record: its attributions, then its events.
  static func all(of record: Record) -> [WebAnnotation] {
    let index = RecordIndex(record)
    let source = record.document.url ?? "urn:sha256:" + record.document.textSHA256
    func annotation(_ id: String, _ tags: [String], _ words: String, _ spans: [Span])
      -> WebAnnotation
    {
      WebAnnotation(
        id: "urn:verbale:\(record.id):\(id)", motivation: "describing",
        body: tags.filter { !$0.isEmpty }.map { Body(purpose: "tagging", value: $0) }
          + [Body(purpose: "describing", value: words)],
        target: spans.map { Target(source: source, selector: selectors($0, in: index.text)) })
    }
    let attributions = record.attributions.map { attribution in
      let speaker = index.actor(attribution.speaker)?.name
      let said = index.text.words(attribution.content)
      return annotation(
        attribution.id, ["attribution", attribution.form.rawValue, attribution.kind.rawValue],
        [speaker ?? index.text.words(attribution.source), said].filter { !$0.isEmpty }
          .joined(separator: ": "), attribution.content)
    }
    let events = record.events.map { event in
      let actors = index.names(event.actors, event.actorSpans)
      let recipients = index.names(event.recipients, event.recipientSpans)
      return annotation(
        event.id, ["event", event.type.rawValue, event.mode ?? "", event.status.rawValue],
        "\(event.status.rawValue) \(event.type.rawValue): \(actors) → \(recipients)",
        [event.words])
    }
    return attributions + events
  }

  private static func selectors(_ span: Span, in text: SourceText) -> [Selector] {
    let before = Span(max(0, span.start - 32), span.start)
    let after = Span(span.end, min(text.count, span.end + 32))
    return [
      Selector(type: "TextPositionSelector", start: span.start, end: span.end),
      Selector(
        type: "TextQuoteSelector", exact: text[span], prefix: text[before], suffix: text[after]),
    ]
  }
}
