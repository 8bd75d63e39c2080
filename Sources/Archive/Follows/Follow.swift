/// A saved query.
public struct Follow: Hashable, Codable, Sendable {
  /// Its number.
  public let id: Int
  /// Its name, once in an archive.
  public let name: String
  /// The query.
  public let query: String
  /// How many items it has found.
  public let items: Int
  /// Where they go.
  public let deliveries: [Delivery]
}

/// Where the items of a follow go.
public struct Delivery: Hashable, Codable, Sendable {
  /// The way they go.
  public enum Kind: String, CaseIterable, Codable, Sendable {
    /// A feed written to a file (RFC 4287).
    case atom
    /// A feed written to a file (JSON Feed 1.1).
    case json
    /// Mails, text and HTML, written into a folder.
    case digest
    /// Mails given to a command such as `sendmail -t`.
    case mail
    /// JSON posted to an address, signed.
    case webhook
  }

  /// Its number.
  public let id: Int
  /// The way.
  public let kind: Kind
  /// The file, folder, mail address or address.
  public let target: String
  /// How many times in a row it failed.
  public let failures: Int
  /// Not to be tried before, ISO 8601 in UTC.
  public let nextTry: String?
  /// Why it failed last.
  public let error: String?
}

/// Something that a follow found.
public struct FollowItem: Hashable, Codable, Sendable {
  /// Its number, growing.
  public let id: Int
  /// What was found; nil where the report was taken down since.
  public let hit: SearchHit?
  /// When it was found, ISO 8601 in UTC.
  public let at: String
  /// A name for it that is the same for ever and everywhere.
  public let urn: String
}
