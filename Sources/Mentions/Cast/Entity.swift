public import Records

/// Somebody or something that the report mentions, with all its mentions.
///
/// It becomes an `Actor` of the record where it takes part in something.
public struct Entity: Sendable {
  /// The known form for states and organisations, else the fullest form in the text.
  public var name: String
  /// Other forms in the text, in its order.
  public var aliases: [String]
  /// The kind of actor.
  public var kind: ActorKind
  /// Whether the text names it; "a former U.S. official" is not named.
  public var isNamed: Bool
  /// Whether the name is plural or a crowd ("Israeli sources", "experts").
  public var isPlural: Bool
  /// ISO 3166-1 alpha-3, where known.
  public var country: String?
  /// PLOVER's sectors.
  public var sectors: [String]
  /// Roles as the text gives them.
  public var roles: [Role]
  /// All mentions in text order, pronouns included.
  public var mentions: [Mention]

  /// An entity.
  public init(
    name: String, aliases: [String] = [], kind: ActorKind, isNamed: Bool, isPlural: Bool = false,
    country: String? = nil, sectors: [String] = [], roles: [Role] = [], mentions: [Mention] = []
  ) {
    self.name = name
    self.aliases = aliases
    self.kind = kind
    self.isNamed = isNamed
    self.isPlural = isPlural
    self.country = country
    self.sectors = sectors
    self.roles = roles
    self.mentions = mentions
  }
}
