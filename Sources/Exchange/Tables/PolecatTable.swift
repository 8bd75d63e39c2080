public import Records
import Text

/// Rows in the shape of POLECAT's files (Halterman et al. 2023): PLOVER events under the older
/// convention without a status, one actor and one recipient a row, tab-separated.
///
/// Possible, conditional and denied acts have no row. Columns that Verbale has nothing for
/// (intensity, COW, Wikipedia and GeoNames identifiers) stay empty; the last four are Verbale's own.
/// A date that the text leaves open is empty, not the day of publication.
public enum PolecatTable {
  /// The columns.
  public static let columns =
    ["Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"]
    + sideColumns("Actor") + sideColumns("Recipient")
    + [
      "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude",
      "GeoNames ID", "Raw Placename", "Feature Type", "Source", "Publication Date",
      "Story People", "Story Organizations", "Story Locations", "Language", "Version",
      "Verbale Status", "Verbale Words", "Verbale Start", "Verbale End",
    ]

  private static func sideColumns(_ side: String) -> [String] {
    [
      "\(side) Name", "\(side) Country", "\(side) COW", "Primary \(side) Sector",
      "\(side) Sectors", "\(side) Title", "\(side) Name Raw", "Wikipedia \(side) ID",
    ]
  }

  /// The rows of a record, in text order.
  public static func rows(_ record: Record) -> [[String]] {
    let index = RecordIndex(record)
    func names(_ kinds: [ActorKind]) -> String {
      record.actors.filter { kinds.contains($0.kind) }.map(\.name).joined(separator: "; ")
    }
    let people = names([.person])
    let organisations = names([.organisation, .state])
    return record.events.compactMap { event in
      guard let type = event.typeWithoutStatus else { return nil }
      let place = event.place
      var row = [
        "\(record.id)#\(event.id)", event.date?.from ?? "", type.rawValue,
        event.modeWithoutStatus ?? "", "", type.quad.rawValue,
        event.contexts.joined(separator: ";"),
      ]
      row += side(index.party(event.actors, event.actorSpans))
      row += side(index.party(event.recipients, event.recipientSpans))
      row += [
        place?.name ?? "", place?.precision == .city ? place?.name ?? "" : "", "",
        place?.precision == .district ? place?.name ?? "" : "", place?.country ?? "",
      ]
      row += [place?.lat, place?.lon].map { $0.map { "\($0)" } ?? "" }
      row += ["", place?.text ?? "", place.map(\.precision.rawValue) ?? ""]
      row += [
        record.document.url ?? record.document.source ?? "", record.document.published ?? "",
        people, organisations, place?.text ?? "", record.document.language ?? "",
        record.reader.version, event.status.rawValue, index.text.words([event.words]),
        "\(event.words.start)", "\(event.words.end)",
      ]
      return row
    }
  }

  private static func side(_ party: Party) -> [String] {
    [
      party.name, party.country, "", party.sectors.first ?? "",
      party.sectors.joined(separator: ";"), party.title, party.words, "",
    ]
  }
}
