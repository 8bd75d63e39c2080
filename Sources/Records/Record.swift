/// How much of an input became a record.
public enum DocumentState: String, CaseIterable, Codable, Sendable { case whole, partial, refused }

/// What read the report, so that a record can be made again.
public struct ReaderInfo: Codable, Hashable, Sendable {
  /// The program's version.
  public var version: String
  /// The name and hash of the language model.
  public var model: String
  /// SHA-256 of the user's own table of actors, where one was given.
  public var actorsTable: String?
  /// SHA-256 of the user's own table of event types, where one was given.
  public var typesTable: String?

  /// The keys in the order of the record.
  enum CodingKeys: String, CodingKey {
    case version, model
    case actorsTable = "actors_table"
    case typesTable = "types_table"
  }

  /// What read the report.
  public init(
    version: String, model: String, actorsTable: String? = nil, typesTable: String? = nil
  ) {
    self.version = version
    self.model = model
    self.actorsTable = actorsTable
    self.typesTable = typesTable
  }
}

/// Where the report came from and how it was taken.
public struct Document: Codable, Hashable, Sendable {
  /// The path or address as given; nil for standard input.
  public var source: String?
  /// The report's address, where known.
  public var url: String?
  /// The headline.
  public var title: String?
  /// The authors.
  public var byline: [String]
  /// The publication day or time, ISO 8601.
  public var published: String?
  /// BCP 47, such as `en`.
  public var language: String?
  /// How much was read.
  public var state: DocumentState
  /// Why it isn't whole, as codes (`language:he`, `empty`).
  public var reasons: [String]
  /// SHA-256 of the input's bytes, in hexadecimal.
  public var sha256: String
  /// SHA-256 of the text's UTF-8, in hexadecimal.
  public var textSHA256: String

  /// The keys in the order of the record.
  enum CodingKeys: String, CodingKey {
    case source, url, title, byline, published, language, state, reasons, sha256
    case textSHA256 = "text_sha256"
  }

  /// A document.
  public init(
    source: String?, url: String? = nil, title: String? = nil, byline: [String] = [],
    published: String? = nil, language: String? = nil, state: DocumentState,
    reasons: [String] = [], sha256: String, textSHA256: String
  ) {
    self.source = source
    self.url = url
    self.title = title
    self.byline = byline
    self.published = published
    self.language = language
    self.state = state
    self.reasons = reasons
    self.sha256 = sha256
    self.textSHA256 = textSHA256
  }
}

/// The record of one report, schema `verbale/1`.
public struct Record: Codable, Hashable, Sendable {
  /// The schema's name.
  public static let schemaName = "verbale/1"

  /// `verbale/1`.
  public var schema: String
  /// The id that was given, else the hash of the input's bytes.
  public var id: String
  /// What read it.
  public var reader: ReaderInfo
  /// Where it came from.
  public var document: Document
  /// The text that every span points into.
  public var text: String
  /// The page's parts.
  public var blocks: [Block]
  /// Who takes part.
  public var actors: [Actor]
  /// Who says what.
  public var attributions: [Attribution]
  /// How many persons the unnamed sources are.
  public var unnamed: UnnamedCount
  /// Who does what to whom.
  public var events: [Event]

  /// A record.
  public init(
    id: String, reader: ReaderInfo, document: Document, text: String, blocks: [Block] = [],
    actors: [Actor] = [], attributions: [Attribution] = [],
    unnamed: UnnamedCount = UnnamedCount(atLeast: 0, atMost: 0, why: "no unnamed source"),
    events: [Event] = []
  ) {
    schema = Self.schemaName
    self.id = id
    self.reader = reader
    self.document = document
    self.text = text
    self.blocks = blocks
    self.actors = actors
    self.attributions = attributions
    self.unnamed = unnamed
    self.events = events
  }
}
