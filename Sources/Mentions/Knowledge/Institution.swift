/// A body that every state has one of: its government, its army, a ministry.
struct Institution: Sendable {
  /// Its duty: "government", "military", "Foreign Affairs".
  let duty: String
  /// The name that the record uses; `%` stands for the state.
  let pattern: String
  /// PLOVER's sectors.
  let sectors: [String]

  /// The name of this body in a state.
  func name(in state: State) -> String { Self.fill(pattern, with: state.nameWithArticle) }

  /// The name without the state, "Ministry of Foreign Affairs".
  var bareName: String {
    pattern.hasSuffix(" of %") ? String(pattern.dropLast(5)) : pattern
  }

  private static func fill(_ pattern: String, with name: String) -> String {
    guard let mark = pattern.firstIndex(of: "%") else { return pattern }
    return pattern[..<mark] + name + pattern[pattern.index(after: mark)...]
  }
}
