public import Records
public import Text

/// A page with its furniture told apart: what the later rooms read, and what they leave alone.
///
/// `blocks` are disjoint, stand in the order of `text` and cover all of it but white space.
public struct Article: Sendable {
  /// The text that every span points into. For plain text it is the input exactly as given.
  public var text: SourceText
  /// The headline; nil where the page has none.
  public var title: String?
  /// The authors' names, in the order of the page.
  public var byline: [String]
  /// For HTML, what named the authors: `json-ld:author`, `meta:author`, `byline:head`, …
  public var bylineBy: String?
  /// The publication day or time, ISO 8601; nil where nothing settles it.
  public var published: String?
  /// What settled `published`: `given`, `url`, `text:published-line`, …; nil while it is open.
  public var publishedBy: String?
  /// When the page was last changed, ISO 8601, as it says itself.
  public var modified: String?
  /// The page's own address, where it states one.
  public var url: String?
  /// For HTML: where each character of `text` stands in the page.
  public var trace: PageTrace?
  /// BCP 47, such as `en`; nil where the text is too short to tell.
  public var language: String?
  /// How much of the page can be read.
  public var state: DocumentState
  /// Why it isn't whole, as codes (`language:he`, `cut`).
  public var reasons: [String]
  /// The page's parts, in text order.
  public var blocks: [Block]

  /// An article; whole unless told otherwise.
  public init(
    text: SourceText, title: String? = nil, byline: [String] = [], published: String? = nil,
    publishedBy: String? = nil, language: String? = nil, state: DocumentState = .whole,
    reasons: [String] = [], blocks: [Block] = []
  ) {
    self.text = text
    self.title = title
    self.byline = byline
    self.published = published
    self.publishedBy = publishedBy
    self.language = language
    self.state = state
    self.reasons = reasons
    self.blocks = blocks
  }

  /// The stretches that the language engine reads, in order: no sentence crosses their edges.
  public var readSpans: [Span] { blocks.filter(\.kind.isRead).map(\.span) }
}
