import GRDB

/// A place with the number of events that are told to lie there.
public struct PlaceCount: Hashable, Codable, Sendable {
  /// Its name.
  public let name: String
  /// ISO 3166-1 alpha-3, where known.
  public let country: String?
  /// Degrees north.
  public let lat: Double
  /// Degrees east.
  public let lon: Double
  /// How many events.
  public let events: Int
}

extension Archive {
  /// The places of events that have coordinates, those with the most events first.
  ///
  /// - Parameter limit: the most places.
  /// - Throws: `ArchiveError`.
  public func places(limit: Int = 200) throws -> [PlaceCount] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT place.name, place.country, place.lat, place.lon, events FROM (
            SELECT place, count(*) AS events FROM event WHERE place IS NOT NULL GROUP BY place
          ) JOIN place ON place.id = place
          WHERE lat IS NOT NULL AND lon IS NOT NULL
          ORDER BY events DESC, place.name, place.id LIMIT ?
          """, arguments: [limit]
      ).map { row in
        PlaceCount(
          name: row["name"], country: row["country"], lat: row["lat"], lon: row["lon"],
          events: row["events"])
      }
    }
  }
}
