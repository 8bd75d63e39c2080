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
    let index = RecordIndex(record)
    return record.events.map { event in
      var row = [record.id, event.id, event.type.rawValue, event.mode ?? ""]
      row += [event.status.rawValue, event.certainty.rawValue]
      row += [event.polarity.rawValue, event.tense.rawValue]
      row += [
        index.names(event.actors, event.actorSpans),
        index.names(event.recipients, event.recipientSpans),
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
      row += [index.text.words(event.trigger), index.text.words([event.words])]
      row += ["\(event.words.start)", "\(event.words.end)", event.by]
      return row
    }
  }
}
