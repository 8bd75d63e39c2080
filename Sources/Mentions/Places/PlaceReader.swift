/// Reads which place a phrase names.
public struct PlaceReader: Sendable {
  let knowledge: Knowledge

  /// A reader with the tables.
  public init(knowledge: Knowledge = .standard) {
    self.knowledge = knowledge
  }

  /// Whether a name is that of a city of the state.
  static func isCity(_ name: String, country: String) -> Bool {
    CityTable.cities(named: name).contains { $0.country == country }
  }
}
