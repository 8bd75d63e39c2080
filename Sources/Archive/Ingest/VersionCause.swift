/// Why a version was made.
public enum VersionCause: String, CaseIterable, Codable, Sendable {
  /// The document came in.
  case new
  /// Its page changed.
  case changed
  /// Another reader read the same page.
  case reread
}
