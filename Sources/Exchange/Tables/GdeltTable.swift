public import Records
import Text

/// Rows in the shape of GDELT 2.0's event files: 61 tab-separated columns without a heading, CAMEO
/// codes.
///
/// The acts are those of PLOVER's older convention: possible, conditional and denied ones have no
/// row. Verbale gives no Goldstein scale and no tone; both stay empty, as does a date that the text
/// leaves open (`DATEADDED` is when the report was published, in UTC).
public enum GdeltTable {
  /// The columns, which GDELT's files don't print.
  public static let columns: [String] = {
    var columns = ["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"]
    for side in ["Actor1", "Actor2"] {
      columns += ["Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode"].map { side + $0 }
      columns += ["Religion1Code", "Religion2Code", "Type1Code", "Type2Code", "Type3Code"]
        .map { side + $0 }
    }
    columns += ["IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass"]
    columns += ["GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone"]
    for side in ["Actor1", "Actor2", "Action"] {
      columns += ["Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long"]
        .map { "\(side)Geo_\($0)" }
      columns.append("\(side)Geo_FeatureID")
    }
    return columns + ["DATEADDED", "SOURCEURL"]
  }()

  /// The rows of a record, in text order.
  public static func rows(_ record: Record) -> [[String]] {
    let index = RecordIndex(record)
    return record.events.compactMap { event in
      guard let type = event.typeWithoutStatus,
        let code = CodeTable.cameo.codes(type, mode: event.modeWithoutStatus)?.first
      else { return nil }
      var row = ["\(RowNumber.of(record: record.id, event: event.id))"]
      row += date(event.date?.from)
      row += side(index.party(event.actors, event.actorSpans))
      row += side(index.party(event.recipients, event.recipientSpans))
      // CAMEO's codes nest: the first two digits are the root, the first three the base.
      row += ["1", code, String(code.prefix(3)), String(code.prefix(2)), quadClass(root: code)]
      row += ["", "\(event.mentions.count + 1)", "1", "1", ""]
      row += [String](repeating: "", count: 16) + place(event.place)
      row += [added(record.document.published ?? ""), record.document.url ?? ""]
      return row
    }
  }

  /// `2021-05-14` as `20210514`; the empty text for what isn't a day.
  private static func day(_ date: String) -> String {
    let digits = date.prefix(10).filter(\.isWholeNumber)
    return digits.count == 8 ? digits : ""
  }

  /// `2021-05-14T09:30:00+02:00` as `20210514073000`, a day alone as its first second; the empty text
  /// for what is neither.
  private static func added(_ moment: String) -> String {
    let day = day(moment)
    return CalendarMoment.utc(moment) ?? (day.isEmpty ? "" : day + "000000")
  }

  private static func date(_ date: String?) -> [String] {
    let day = day(date ?? "")
    guard let month = Int(day.dropFirst(4).prefix(2)), let inMonth = Int(day.suffix(2)) else {
      return ["", "", "", ""]
    }
    // As GDELT reckons it: each month thirty days, the year 365.
    let fraction = (((month - 1) * 30 + inMonth) * 10_000 + 182) / 365
    let digits = "\(fraction)"
    let padded = String(repeating: "0", count: 4 - digits.count) + digits
    return [day, String(day.prefix(6)), String(day.prefix(4)), "\(day.prefix(4)).\(padded)"]
  }

  private static func side(_ party: Party) -> [String] {
    let types = Array((party.sectors + ["", "", ""]).prefix(3))
    return [
      party.country + party.sectors.prefix(3).joined(), party.name.uppercased(), party.country,
      "", "", "", "",
    ] + types
  }

  private static func quadClass(root code: String) -> String {
    switch Int(code.prefix(2)) ?? 0 {
    case 1...5: "1"
    case 6...8: "2"
    case 9...13: "3"
    default: "4"
    }
  }

  private static func place(_ place: Place?) -> [String] {
    guard let place, let lat = place.lat, let lon = place.lon else {
      return ["0", "", "", "", "", "", "", ""]
    }
    // GDELT's kinds of place: 1 a country, 2 and 3 a state and city of the USA, 4 and 5 a city and
    // state elsewhere.
    let kind =
      switch (place.precision, place.country) {
      case (.city, "USA"): "3"
      case (.city, _): "4"
      case (.district, "USA"): "2"
      case (.district, _): "5"
      default: "1"
      }
    let country = Countries[place.country]
    let name = [place.name ?? place.text, country?.name].compactMap { $0 }
    return [
      kind, (name.first == name.last ? [name[0]] : name).joined(separator: ", "),
      country?.fips ?? "", "", "", "\(lat)", "\(lon)", "",
    ]
  }
}
