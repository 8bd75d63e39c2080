public import Records
import Text

/// Rows in the shape of ACLED's data export: violence, demonstrations and strategic developments
/// that happened by the report's own word, as CSV.
///
/// What is planned, denied or merely claimed has no row. Columns that Verbale has nothing for
/// (region, smaller units of place, interaction codes) stay empty; so does the date where the text
/// leaves it open.
public enum AcledTable {
  /// The columns.
  public static let columns = [
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type",
    "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
    "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3",
    "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes",
    "fatalities", "tags", "timestamp",
  ]

  /// The rows of a record, in text order.
  public static func rows(_ record: Record) -> [[String]] {
    let index = RecordIndex(record)
    return record.events.compactMap { event in
      guard event.status == .happened,
        let kind = CodeTable.acled.codes(event.type, mode: event.mode)
      else { return nil }
      let actor = index.party(event.actors, event.actorSpans)
      let recipient = index.party(event.recipients, event.recipientSpans)
      let place = event.place
      let country = Countries[place?.country]
      var row = [
        (place?.country ?? "") + "\(RowNumber.of(record: record.id, event: event.id) % 1_000_000)",
        event.date?.from ?? "", String(event.date?.from?.prefix(4) ?? ""), precision(event.date),
      ]
      row += battle(kind, actor, recipient)
      row += [actor.name, "", inter(actor), recipient.name, "", inter(recipient), ""]
      row += [isCivilian(recipient) && event.type == .assault ? "Civilian targeting" : ""]
      row += [country?.number ?? "", "", country?.name ?? "", "", "", "", place?.name ?? ""]
      row += [place?.lat, place?.lon].map { $0.map { "\($0)" } ?? "" }
      row += [place.map { geoPrecision($0.precision) } ?? ""]
      row += [record.document.url ?? record.document.source ?? "", ""]
      row += [
        index.text.words([event.words]), event.size.dead.map { "\($0.number)" } ?? "", "", "",
      ]
      return row
    }
  }

  /// An attack by armed people on armed people is a battle.
  private static func battle(_ kind: [String], _ actor: Party, _ recipient: Party) -> [String] {
    let isBattle = kind[1] == "Violence against civilians" && isArmed(actor) && isArmed(recipient)
    return isBattle ? [kind[0], "Battles", "Armed clash"] : kind
  }

  private static func isArmed(_ party: Party) -> Bool {
    ["MIL", "REB", "UAF", "COP"].contains { party.sectors.contains($0) }
  }

  private static func isCivilian(_ party: Party) -> Bool {
    party.sectors.contains("CVL")
  }

  private static func inter(_ party: Party) -> String {
    switch party.sectors.first {
    case "MIL", "COP", "GOV": "State forces"
    case "REB": "Rebel group"
    case "UAF", "CRM": "Political militia"
    case "CVL": "Civilians"
    case .some: "External/Other forces"
    case nil: ""
    }
  }

  private static func precision(_ date: DateInterval?) -> String {
    guard let from = date?.from, let to = date?.to else { return "" }
    if from == to { return "1" }
    return from.prefix(7) == to.prefix(7) ? "2" : "3"
  }

  private static func geoPrecision(_ precision: Place.Precision) -> String {
    switch precision {
    case .city: "1"
    case .district: "2"
    case .country: "3"
    case .open: ""
    }
  }
}
