/// What an account may do; each role may what the one before it may.
public enum AccountRole: String, CaseIterable, Codable, Comparable, Sendable {
  /// Reads everything.
  case reader
  /// Decides on lines and keeps follows.
  case reviewer
  /// Sees the accounts too.
  case admin

  /// Whether the left may less than the right.
  public static func < (left: AccountRole, right: AccountRole) -> Bool {
    allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
  }
}
