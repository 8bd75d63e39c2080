import Records
import Text

/// A record's lines as W3C Web Annotations (2017). Each points at its words in the record's own text,
/// by position and by quotation, with the page as the scope; where the report has an address, also at
/// the page itself, by quotation alone: offsets in our text mean nothing there.
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

  /// The record's text, as something that can be pointed into.
  struct Text: Encodable {
    let id: String
    let type = "Text"
    let format = "text/plain"
    let language: String?

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(id, forKey: .id)
      try container.encode(type, forKey: .type)
      try container.encode(format, forKey: .format)
      if let language { try container.encode(language, forKey: .language) }
    }

    enum CodingKeys: String, CodingKey { case id, type, format, language }
  }

  /// A stretch of the text, or of the page.
  struct Target: Encodable {
    let type = "SpecificResource"
    /// The record's text; nil for a stretch of the page.
    let text: Text?
    /// The page's address.
    let page: String?
    let selector: [Selector]

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(type, forKey: .type)
      if let text {
        try container.encode(text, forKey: .source)
        if let page { try container.encode(page, forKey: .scope) }
      } else {
        try container.encode(page, forKey: .source)
      }
      try container.encode(selector, forKey: .selector)
    }

    enum CodingKeys: String, CodingKey { case type, source, scope, selector }
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
    let page = record.document.url
    let text = Text(
      id: "urn:sha256:" + record.document.textSHA256, language: record.document.language)
    func targets(_ span: Span) -> [Target] {
      let (position, quotation) = selectors(span, in: index.text)
      let own = Target(text: text, page: page, selector: [position, quotation])
      return page == nil ? [own] : [own, Target(text: nil, page: page, selector: [quotation])]
    }
    func annotation(_ id: String, _ tags: [String], _ words: String, _ spans: [Span])
      -> WebAnnotation
    {
      WebAnnotation(
        id: "urn:verbale:\(record.id):\(id)", motivation: "describing",
        body: tags.filter { !$0.isEmpty }.map { Body(purpose: "tagging", value: $0) }
          + [Body(purpose: "describing", value: words)],
        target: spans.flatMap(targets))
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

  private static func selectors(_ span: Span, in text: SourceText)
    -> (position: Selector, quotation: Selector)
  {
    let before = Span(max(0, span.start - 32), span.start)
    let after = Span(span.end, min(text.count, span.end + 32))
    return (
      Selector(type: "TextPositionSelector", start: span.start, end: span.end),
      Selector(
        type: "TextQuoteSelector", exact: text[span], prefix: text[before], suffix: text[after])
    )
  }
}
