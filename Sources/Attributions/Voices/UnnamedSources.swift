public import Mentions
public import Records

/// Bounds for how many distinct persons the unnamed sources of a report are.
///
/// From below: descriptions that cannot be the same person (of different countries, or "another")
/// count apart, all others may be one. From above: every entity that the cast keeps apart and
/// every mention that it leaves open is somebody new. A plural without a number counts as two.
public enum UnnamedSources {
  /// Counts the unnamed sources among attributions.
  public static func count(_ found: [FoundAttribution], cast: Cast) -> UnnamedCount {
    var described: [Description] = []
    var entities: Set<Int> = []
    var open = 0
    for item in found
    where item.attribution.sourceKind == .anonymous && !item.attribution.inferred {
      guard let index = item.entity else {
        if !item.attribution.source.isEmpty { open += 1 }
        continue
      }
      guard entities.insert(index).inserted else { continue }
      let entity = cast.entities[index]
      described.append(
        Description(
          name: entity.name, country: entity.country, persons: entity.isPlural ? 2 : 1,
          isAnother: entity.name.lowercased().hasPrefix("another ")))
    }
    guard !described.isEmpty || open > 0 else {
      return UnnamedCount(atLeast: 0, atMost: 0, why: "no unnamed source")
    }
    var apart: [Description] = []
    for description in described where apart.allSatisfy({ description.differs(from: $0) }) {
      apart.append(description)
    }
    let atLeast = max(
      apart.reduce(0) { $0 + $1.persons }, described.map(\.persons).max() ?? 0, open > 0 ? 1 : 0)
    let atMost = described.reduce(0) { $0 + $1.persons } + open
    return UnnamedCount(atLeast: atLeast, atMost: atMost, why: why(described, open: open))
  }

  private static func why(_ described: [Description], open: Int) -> String {
    var parts = described.map {
      "“\($0.name)”" + ($0.persons > 1 ? " (plural, counted as two)" : "")
    }
    if open > 0 { parts.append("\(open) more whose identity the text leaves open") }
    return parts.joined(separator: "; ")
  }

  /// How the report describes an unnamed source.
  private struct Description {
    let name: String
    let country: String?
    let persons: Int
    let isAnother: Bool

    func differs(from other: Description) -> Bool {
      if isAnother || other.isAnother { return true }
      guard let country, let otherCountry = other.country else { return false }
      return country != otherCountry
    }
  }
}
