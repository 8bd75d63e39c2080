/// A state of the table.
struct State: Sendable {
  /// ISO 3166-1 alpha-3.
  let code: String
  /// The name that the record uses.
  let name: String
  /// The name behind a preposition: "the United States".
  let nameWithArticle: String
  /// Degrees north of where its people live.
  let latitude: Double
  /// Degrees east of where its people live.
  let longitude: Double
}
