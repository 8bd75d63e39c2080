public import Mentions
public import Records

/// Bounds for how many distinct persons the unnamed sources of a report are.
///
/// From below: descriptions that cannot be the same persons (of different countries, or "another",
/// "a third", "the other") count apart, all others may be one. From above: every entity that the
/// cast keeps apart and every mention that it leaves open is somebody new, unless it is some of a
/// group that is counted already ("two of the four"). A group counts with its number; a plural
/// without one as two.
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
      described.append(
        Description(cast.entities[index], groups: described.filter { $0.persons > 1 }))
    }
    guard !described.isEmpty || open > 0 else {
      return UnnamedCount(atLeast: 0, atMost: 0, why: "no unnamed source")
    }
    let counted = described.filter { !$0.isPart }
    let atLeast = max(
      apart(counted), counted.map(\.persons).max() ?? 0, described.isEmpty && open == 0 ? 0 : 1)
    let atMost = counted.reduce(0) { $0 + $1.persons } + open
    return UnnamedCount(
      atLeast: atLeast, atMost: max(atLeast, atMost), why: why(described, open: open))
  }

  /// How many persons descriptions are that can't be the same: the largest first, each that differs
  /// from all before.
  private static func apart(_ described: [Description]) -> Int {
    var apart: [Description] = []
    let order = described.indices.sorted {
      (described[$1].persons, $0) < (described[$0].persons, $1)
    }
    for index in order where apart.allSatisfy({ described[index].differs(from: $0) }) {
      apart.append(described[index])
    }
    return apart.reduce(0) { $0 + $1.persons }
  }

  private static func why(_ described: [Description], open: Int) -> String {
    var parts = described.map { "“\($0.name)”" + ($0.reason.map { " (\($0))" } ?? "") }
    if open > 0 { parts.append("\(open) more whose identity the text leaves open") }
    return parts.joined(separator: "; ")
  }

  /// How the report describes an unnamed source.
  private struct Description {
    let name: String
    private let words: Set<String>
    let country: String?
    let persons: Int
    /// Whether the words say that it is somebody else than who spoke before.
    let isAnother: Bool
    /// Whether it is some of a group that is counted already.
    let isPart: Bool
    /// What the count rests on; nil for one person.
    let reason: String?

    /// - Parameter groups: the groups that are counted already.
    init(_ entity: Entity, groups: [Description]) {
      name = entity.name
      country = entity.country
      let words = entity.name.lowercased().split(separator: " ").map(String.init)
      isAnother = words.prefix(3).contains(where: Self.others.contains)
      let place = words.indices.prefix(3).first {
        words[$0] == "of" && $0 > 0 && Self.some.contains(words[$0 - 1])
      }
      let isOf = place != nil
      let whole = place.map { words[($0 + 1)...] } ?? []
      let isOfThem = whole.contains { word in
        word == "them" || NumberWords.read([word], at: 0) != nil
          || word.count > 3 && groups.contains { $0.words.contains(word) }
      }
      let isRest = words.prefix(2).contains("other") && entity.isPlural
      isPart = !groups.isEmpty && (isOfThem || isRest)
      self.words = Set(words)
      let number = words.indices.prefix(3).lazy.compactMap { NumberWords.read(words, at: $0) }.first
      if let number, number.value >= 2, number.value <= 10_000, entity.isPlural || !isOf {
        persons = Int(number.value)
      } else if words.first == "both" || words.contains("couple") || words.contains("pair") {
        persons = 2
      } else {
        persons = entity.isPlural ? 2 : 1
      }
      if isPart {
        reason = "some of those counted before"
      } else if let number, number.value >= 2, persons > 1 {
        reason = number.isVague ? "at least \(persons)" : "\(persons)"
      } else if persons > 1 {
        reason = "plural, counted as two"
      } else {
        reason = isAnother ? "somebody else than the one before" : nil
      }
    }

    private static let others: Set<String> = [
      "another", "other", "second", "third", "fourth", "fifth", "different", "separate", "else",
    ]

    private static let some: Set<String> = [
      "one", "two", "three", "four", "some", "several", "many", "most", "few", "both", "none",
      "any", "another", "third", "all", "others", "half",
    ]

    func differs(from other: Description) -> Bool {
      if isAnother || other.isAnother { return true }
      guard let country, let otherCountry = other.country else { return false }
      return country != otherCountry
    }
  }
}
