public import Records

/// Writes records in a format, one after the other, holding none of them (the network keeps its
/// actors):
///
/// ```swift
/// var exporter = Exporter(.map)
/// for record in records { try write(exporter.add(record)) }
/// write(exporter.end())
/// ```
///
/// The same records in the same order give the same bytes.
public struct Exporter: Sendable {
  private let format: ExportFormat
  private var hasBegun = false
  private var items = 0
  private var network = ActorNetwork()

  /// An exporter for one file.
  public init(_ format: ExportFormat) { self.format = format }

  /// The next bytes of the file, with this record.
  ///
  /// - Throws: `EncodingError` where a number is not finite.
  public mutating func add(_ record: Record) throws -> String {
    let header = begin()
    let body =
      switch format {
      case .jsonl: try JSONText.of(record) + "\n"
      case .quotes: QuotesTable.rows(record).map(CSV.row).joined()
      case .events: EventsTable.rows(record).map(CSV.row).joined()
      case .acled: AcledTable.rows(record).map(CSV.row).joined()
      case .polecat: PolecatTable.rows(record).map(TabSeparated.row).joined()
      case .gdelt: GdeltTable.rows(record).map(TabSeparated.row).joined()
      case .annotations: try list(WebAnnotation.all(of: record))
      case .calendar: MeetingCalendar.entries(of: record)
      case .map: try list(EventFeature.all(of: record))
      case .network: ""
      }
    if format == .network { network.add(record) }
    return header + body
  }

  /// The end of the file.
  public mutating func end() -> String {
    let header = begin()
    return switch format {
    case .annotations, .map: header + "\n]}\n"
    case .calendar: header + MeetingCalendar.footer
    case .network: network.gexf
    default: header
    }
  }

  private mutating func begin() -> String {
    guard !hasBegun else { return "" }
    hasBegun = true
    return switch format {
    case .quotes: CSV.row(QuotesTable.columns)
    case .events: CSV.row(EventsTable.columns)
    case .acled: CSV.row(AcledTable.columns)
    case .polecat: TabSeparated.row(PolecatTable.columns)
    case .annotations:
      #"{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationPage","items":["#
    case .calendar: MeetingCalendar.header
    case .map: #"{"type":"FeatureCollection","features":["#
    case .jsonl, .gdelt, .network: ""
    }
  }

  /// Further members of the file's one list.
  private mutating func list(_ values: [some Encodable]) throws -> String {
    var text = ""
    for value in values {
      text += (items == 0 ? "\n" : ",\n") + (try JSONText.of(value))
      items += 1
    }
    return text
  }
}
