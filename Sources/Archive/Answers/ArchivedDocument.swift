/// How a document stands in the archive.
public enum ArchivedState: String, CaseIterable, Codable, Sendable {
  case whole, partial
  /// Taken down: text and record are gone, a tombstone stays.
  case removed
}

/// A document by the facts of its newest version.
public struct DocumentSummary: Hashable, Codable, Sendable {
  /// The archive's number for it, for good.
  public let id: Int
  /// Its address, else the id or path under which it was given, else `sha256:…`.
  public let address: String
  /// The path or address as given.
  public let source: String?
  /// The report's own address.
  public let url: String?
  /// The headline.
  public let title: String?
  /// The publication day or time, ISO 8601.
  public let published: String?
  /// BCP 47.
  public let language: String?
  /// Whole, partial or removed.
  public let state: ArchivedState
  /// The number of the newest version, from 1.
  public let version: Int
}

/// One version of a document: a reading of one input.
public struct DocumentVersion: Hashable, Codable, Sendable {
  /// Counted from 1.
  public let number: Int
  /// The archive's sequence of ingest, never used twice.
  public let sequence: Int
  /// Why it was made.
  public let cause: VersionCause
  /// The version of Verbale that read it.
  public let reader: String
  /// The language model that read it.
  public let model: String
  /// SHA-256 of the input's bytes, in hexadecimal.
  public let sha256: String
  /// When it came in, ISO 8601 in UTC.
  public let at: String
}

/// The trace of a document that was taken down.
public struct Tombstone: Hashable, Codable, Sendable {
  /// SHA-256 of each input that was removed.
  public let sha256: [String]
  /// Why, as given.
  public let reason: String
  /// When, ISO 8601 in UTC.
  public let at: String
}

/// A document with its versions, the oldest first.
public struct ArchivedDocument: Hashable, Codable, Sendable {
  /// The facts of the newest version.
  public let summary: DocumentSummary
  /// All versions.
  public let versions: [DocumentVersion]
  /// Present where it was taken down.
  public let tombstone: Tombstone?
}
