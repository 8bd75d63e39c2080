public import Records
import Text

/// Who did what to whom, one event a row.
public enum EventsTable {
  /// The columns.
  public static let columns = [
    "document", "id", "type", "mode", "status", "certainty", "polarity", "tense", "actors",
    "recipients", "date", "from", "to", "date_basis", "place", "country", "lat", "lon", "dead",
    "injured", "arrested", "other", "authority", "tellings", "trigger", "words", "start", "end",
    "by",
  ]

  /// The rows of a record, in text order; spans count code points of the record's text.
  public static func rows(_ record: Record) -> [[String]] {
    let text = SourceText(record.text)
    let names = Dictionary(uniqueKeysWithValues: record.actors.map { ($0.id, $0.name) })
    func named(_ ids: [String], _ spans: [Span]) -> String {
      let known = ids.compactMap { names[$0] }
      return (known.isEmpty ? spans.map { text[$0] } : known).joined(separator: "; ")
    }
    return record.events.map { event in
      var row = [record.id, event.id, event.type.rawValue, event.mode ?? ""]
      row += [event.status.rawValue, event.certainty.rawValue]
      row += [event.polarity.rawValue, event.tense.rawValue]
      row += [
        named(event.actors, event.actorSpans), named(event.recipients, event.recipientSpans),
      ]
      let date = event.date
      row += [date?.text ?? "", date?.from ?? "", date?.to ?? "", date?.basis.rawValue ?? ""]
      let place = event.place
      row += [place?.name ?? place?.text ?? "", place?.country ?? ""]
      row += [place?.lat, place?.lon].map { $0.map { "\($0)" } ?? "" }
      let size = event.size
      row += [size.dead, size.injured, size.arrested, size.other].map { quantity in
        quantity.map { $0.bound == "exact" ? "\($0.number)" : "\($0.bound) \($0.number)" } ?? ""
      }
      row += [event.authority.joined(separator: " < "), "\(event.mentions.count + 1)"]
      row += [text.words(event.trigger), text.words([event.words])]
      row += ["\(event.words.start)", "\(event.words.end)", event.by]
      return row
    }
  }
}
