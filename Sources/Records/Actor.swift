public import Text

/// What kind of actor it is.
public enum ActorKind: String, CaseIterable, Codable, Sendable {
  case person, organisation, state, group
  /// An unnamed source of words ("a former U.S. official").
  case source
}

/// A role as the text gives it.
public struct Role: Codable, Hashable, Sendable {
  /// The words of the role, "White House Press Secretary".
  public var title: String
  /// Where they stand.
  public var span: Span

  /// A role with its words.
  public init(title: String, span: Span) {
    self.title = title
    self.span = span
  }
}

/// A person, organisation, state or group of the report.
public struct Actor: Codable, Hashable, Sendable {
  /// `x1`, `x2`, … in the order of first mention.
  public var id: String
  /// The known form for states and organisations, else the fullest form in the text.
  public var name: String
  /// Other forms in the text, in its order.
  public var aliases: [String]
  /// The kind of actor.
  public var kind: ActorKind
  /// ISO 3166-1 alpha-3, where known.
  public var country: String?
  /// PLOVER's sectors, such as `GOV`, `MIL`, `REB`.
  public var sectors: [String]
  /// Roles in the order of the text.
  public var roles: [Role]
  /// All mentions, pronouns included, in text order.
  public var mentions: [Span]

  /// An actor.
  public init(
    id: String, name: String, aliases: [String] = [], kind: ActorKind, country: String? = nil,
    sectors: [String] = [], roles: [Role] = [], mentions: [Span] = []
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.kind = kind
    self.country = country
    self.sectors = sectors
    self.roles = roles
    self.mentions = mentions
  }
}
