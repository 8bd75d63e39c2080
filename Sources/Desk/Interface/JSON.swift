import Records

extension Encodable {
  /// The value as JSON; keys stand in the order of the type.
  var json: String { (try? JSONText.of(self)) ?? "null" }
}
