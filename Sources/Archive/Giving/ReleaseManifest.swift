/// What a release says of itself, in `manifest.json`.
public struct ReleaseManifest: Hashable, Codable, Sendable {
  /// A file of the release.
  public struct File: Hashable, Codable, Sendable {
    /// Its name in the folder.
    public let name: String
    /// The format, as `verbale export` names it.
    public let format: String
    /// Its size in bytes.
    public let bytes: Int
    /// SHA-256 in hexadecimal.
    public let sha256: String
  }

  /// What read the records, and how many of them.
  public struct Reader: Hashable, Codable, Sendable {
    /// The version of Verbale.
    public let version: String
    /// The language model.
    public let model: String
    /// How many records.
    public let documents: Int
  }

  /// The manifest's own form.
  public let schema: String
  /// SHA-256 over everything below: two releases with one id are one.
  public var id: String
  /// As given.
  public let title: String
  /// The query that chose the records; nil for all.
  public let query: String?
  /// The form of the records.
  public let records: String
  /// How many records.
  public let documents: Int
  /// What read them.
  public let readers: [Reader]
  /// The files, by name.
  public let files: [File]

  /// The manifest's form.
  static let schemaName = "verbale-release/1"
}
