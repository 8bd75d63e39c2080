import Records
import Text

/// An event that has coordinates as a feature of GeoJSON (RFC 7946).
struct EventFeature: Encodable {
  struct Geometry: Encodable {
    let type = "Point"
    /// Degrees east, then north.
    let coordinates: [Double]

    enum CodingKeys: String, CodingKey { case type, coordinates }
  }

  struct Properties: Encodable {
    let document: String
    let event: String
    let type: String
    let mode: String?
    let status: String
    let actors: String
    let recipients: String
    let place: String
    let precision: String
    let from: String?
    let to: String?
    let words: String
    let span: Span
    let url: String?
  }

  let type = "Feature"
  let id: String
  let geometry: Geometry
  let properties: Properties

  enum CodingKeys: String, CodingKey { case type, id, geometry, properties }

  /// The features of a record, in text order.
  static func all(of record: Record) -> [EventFeature] {
    let index = RecordIndex(record)
    return record.events.compactMap { event in
      guard let place = event.place, let lat = place.lat, let lon = place.lon else { return nil }
      return EventFeature(
        id: "\(record.id)#\(event.id)", geometry: Geometry(coordinates: [lon, lat]),
        properties: Properties(
          document: record.id, event: event.id, type: event.type.rawValue, mode: event.mode,
          status: event.status.rawValue, actors: index.names(event.actors, event.actorSpans),
          recipients: index.names(event.recipients, event.recipientSpans),
          place: place.name ?? place.text, precision: place.precision.rawValue,
          from: event.date?.from, to: event.date?.to, words: index.text.words([event.words]),
          span: event.words, url: record.document.url))
    }
  }
}
