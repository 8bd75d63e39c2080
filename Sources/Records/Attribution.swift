public import Text

/// Who says what: source, cue and content (after PARC and PolNeAR).
public struct Attribution: Codable, Hashable, Sendable {
  /// How the words are given.
  public enum Form: String, CaseIterable, Codable, Sendable { case direct, indirect, mixed }

  /// What the source is.
  public enum SourceKind: String, CaseIterable, Codable, Sendable {
    case named, institution, anonymous, unwritten
  }

  /// Speech that was uttered, or an attitude that is ascribed.
  public enum Kind: String, CaseIterable, Codable, Sendable { case speech, attitude }

  /// How it was said: a tweet, a statement, told to a paper.
  public struct Channel: Codable, Hashable, Sendable {
    /// `tweet`, `statement`, `briefing`, `interview`, `told`, `document`, …
    public var kind: String
    /// The name of the medium or the occasion, where the text gives it.
    public var name: String?
    /// Where the words stand.
    public var span: Span?

    /// A channel.
    public init(kind: String, name: String? = nil, span: Span? = nil) {
      self.kind = kind
      self.name = name
      self.span = span
    }
  }

  /// `a1`, `a2`, … in text order.
  public var id: String
  /// The source's words; empty where none are written.
  public var source: [Span]
  /// The cue's words; empty where none are written.
  public var cue: [Span]
  /// The content, quotation marks left out.
  public var content: [Span]
  /// Direct, indirect or mixed.
  public var form: Form
  /// What the source is.
  public var sourceKind: SourceKind
  /// The actor who speaks, where settled.
  public var speaker: String?
  /// Whether the speaker was inferred, no source being written.
  public var inferred: Bool
  /// Speech or attitude.
  public var kind: Kind
  /// How it was said.
  public var channel: Channel?
  /// When it was said.
  public var date: DateInterval?
  /// The attribution whose content holds this one.
  public var within: String?
  /// The rule or model that decided.
  public var by: String

  /// The keys in the order of the record.
  enum CodingKeys: String, CodingKey {
    case id, source, cue, content, form
    case sourceKind = "source_kind"
    case speaker, inferred, kind, channel, date, within, by
  }

  /// An attribution.
  public init(
    id: String = "", source: [Span], cue: [Span], content: [Span], form: Form,
    sourceKind: SourceKind, speaker: String? = nil, inferred: Bool = false, kind: Kind = .speech,
    channel: Channel? = nil, date: DateInterval? = nil, within: String? = nil, by: String
  ) {
    self.id = id
    self.source = source
    self.cue = cue
    self.content = content
    self.form = form
    self.sourceKind = sourceKind
    self.speaker = speaker
    self.inferred = inferred
    self.kind = kind
    self.channel = channel
    self.date = date
    self.within = within
    self.by = by
  }
}

/// How many distinct persons the unnamed sources of a report are.
public struct UnnamedCount: Codable, Hashable, Sendable {
  /// The lower bound.
  public var atLeast: Int
  /// The upper bound.
  public var atMost: Int
  /// What the bounds rest on.
  public var why: String

  /// The keys in the order of the record.
  enum CodingKeys: String, CodingKey {
    case atLeast = "at_least"
    case atMost = "at_most"
    case why
  }

  /// Bounds with their reason.
  public init(atLeast: Int, atMost: Int, why: String) {
    self.atLeast = atLeast
    self.atMost = atMost
    self.why = why
  }
}
