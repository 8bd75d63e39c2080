public import Text

/// Where an event is.
public struct Place: Codable, Hashable, Sendable {
  /// How closely the coordinates tell the place.
  public enum Precision: String, CaseIterable, Codable, Sendable {
    case city, district, country
    /// The name fits several places, or none that is known.
    case open
  }

  /// The words, "Tel Aviv".
  public var text: String
  /// Where they stand.
  public var span: Span
  /// The known name.
  public var name: String?
  /// ISO 3166-1 alpha-3.
  public var country: String?
  /// Degrees north.
  public var lat: Double?
  /// Degrees east.
  public var lon: Double?
  /// How closely the coordinates tell it.
  public var precision: Precision

  /// A place over the words at `span`.
  public init(
    text: String, span: Span, name: String? = nil, country: String? = nil, lat: Double? = nil,
    lon: Double? = nil, precision: Precision
  ) {
    self.text = text
    self.span = span
    self.name = name
    self.country = country
    self.lat = lat
    self.lon = lon
    self.precision = precision
  }
}
