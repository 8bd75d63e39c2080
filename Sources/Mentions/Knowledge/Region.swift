/// A part of a state, or of several, of the table.
struct Region: Sendable {
  let name: String
  /// ISO 3166-1 alpha-3; nil for what lies in several countries.
  let country: String?
  /// Degrees north.
  let latitude: Double
  /// Degrees east.
  let longitude: Double
}
