public import Records
public import Text

/// A line of a record by itself: its words, and what it says of them, so that it can be compared
/// with a line of another reading, whose ids and offsets differ.
public struct RecordLine: Hashable, Codable, Sendable {
  /// What a line is.
  public enum Kind: String, CaseIterable, Codable, Sendable { case attribution, event }

  /// What the line is.
  public let kind: Kind
  /// Its id in its record.
  public let id: String
  /// Where its words stand.
  public let span: Span
  /// The words that it stands for: the content of an attribution, the telling of an event.
  public let words: String
  /// What it says, by field, in a fixed order; absent values are left out.
  public let says: [Fact]

  /// A field with its value.
  public struct Fact: Hashable, Codable, Sendable {
    /// The field's name in the search language.
    public let field: String
    /// The value, for a person.
    public let value: String
  }

  /// All lines of a record, in text order by kind.
  public static func all(of record: Record) -> [RecordLine] {
    let text = SourceText(record.text)
    let names = Dictionary(
      record.actors.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    func list(_ ids: [String], _ spans: [Span]) -> String {
      let known = ids.compactMap { names[$0] }
      return (known.isEmpty ? spans.map { text.words([$0]) } : known).joined(separator: ", ")
    }
    func facts(_ pairs: [(String, String?)]) -> [Fact] {
      pairs.compactMap { field, value in
        value.flatMap { $0.isEmpty ? nil : Fact(field: field, value: $0) }
      }
    }
    let said = record.attributions.map { attribution in
      RecordLine(
        kind: .attribution, id: attribution.id, span: LineWords.extent(of: attribution),
        words: text.words(attribution.content),
        says: facts([
          ("speaker", attribution.speaker.flatMap { names[$0] } ?? text.words(attribution.source)),
          ("cue", text.words(attribution.cue)), ("form", attribution.form.rawValue),
          ("source", attribution.sourceKind.rawValue), ("kind", attribution.kind.rawValue),
          ("channel", attribution.channel?.kind), ("date", attribution.date.map(Self.told)),
        ]))
    }
    let done = record.events.map { event in
      RecordLine(
        kind: .event, id: event.id, span: event.words, words: text.words([event.words]),
        says: facts([
          ("type", event.type.rawValue), ("mode", event.mode), ("status", event.status.rawValue),
          ("actor", list(event.actors, event.actorSpans)),
          ("to", list(event.recipients, event.recipientSpans)),
          ("place", event.place.map { $0.name ?? $0.text }), ("day", event.date.map(Self.told)),
          ("size", Self.told(event.size)),
        ]))
    }
    return said + done
  }

  /// The value of a field, where the line has one.
  public subscript(field: String) -> String? { says.first { $0.field == field }?.value }

  private static func told(_ date: DateInterval) -> String {
    guard let from = date.from else { return date.text + " (open)" }
    return date.to == from ? from : "\(from)..\(date.to ?? "")"
  }

  private static func told(_ size: EventSize) -> String {
    let counts = [
      ("dead", size.dead), ("injured", size.injured), ("arrested", size.arrested),
      ("other", size.other),
    ]
    return counts.compactMap { name, count in
      count.map { "\(name) \($0.bound == "exact" ? "" : $0.bound + " ")\($0.number) \($0.unit)" }
    }.joined(separator: ", ")
  }
}
