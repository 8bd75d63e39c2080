/// A format that records are given out in.
public enum ExportFormat: String, CaseIterable, Sendable {
  /// The records themselves, one a line.
  case jsonl
  /// Who said what, CSV.
  case quotes
  /// Who did what to whom, CSV.
  case events
  /// PLOVER events in the shape of POLECAT's files, tab-separated.
  case polecat
  /// CAMEO events in the shape of GDELT 2.0's files, tab-separated.
  case gdelt
  /// What happened, in the shape of ACLED's export, CSV.
  case acled
  /// W3C Web Annotations, JSON-LD.
  case annotations
  /// Meetings with a date, iCalendar.
  case calendar
  /// Who acts towards whom, GEXF.
  case network
  /// Events with coordinates, GeoJSON.
  case map

  /// The usual ending of a file's name.
  public var fileExtension: String {
    switch self {
    case .jsonl: "jsonl"
    case .quotes, .events, .acled: "csv"
    case .polecat: "tsv"
    case .gdelt: "export.CSV"
    case .annotations: "jsonld"
    case .calendar: "ics"
    case .network: "gexf"
    case .map: "geojson"
    }
  }

  /// The media type.
  public var mediaType: String {
    switch self {
    case .jsonl: "application/jsonl"
    case .quotes, .events, .acled: "text/csv; charset=utf-8"
    case .polecat, .gdelt: "text/tab-separated-values; charset=utf-8"
    case .annotations: "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\""
    case .calendar: "text/calendar; charset=utf-8"
    case .network: "application/gexf+xml"
    case .map: "application/geo+json"
    }
  }
}
