import HTML

/// A feed, a sitemap or a list of feeds: what it names, in order.
public struct Feed: Hashable, Sendable {
  /// What a document is.
  public enum Kind: String, Sendable {
    case rss, atom, json, sitemap, sitemapIndex, feedList

    /// Whether its entries are further lists to fetch rather than pages.
    public var isListOfLists: Bool { self == .sitemapIndex || self == .feedList }
  }

  /// Something that a feed names.
  public struct Entry: Hashable, Sendable {
    /// The page's address as written; nil where there is none.
    public var link: String?
    /// The entry's id as the feed gives it.
    public var id: String?
    /// The headline, as plain text or HTML.
    public var title: String?
    /// The date of publication as written.
    public var published: String?
    /// The report's own words, where the feed carries them.
    public var content: String?
    /// Whether `content` is HTML rather than plain text.
    public var isHTML = true
    /// What the feed says of the page in short.
    public var summary: String?

    /// An entry that says nothing yet.
    public init() {}
  }

  /// What it is.
  public var kind: Kind
  /// What it names.
  public var entries: [Entry]
  /// What was wrong with the document; nil where nothing was.
  public var damage: String?

  /// The most entries of one document; a sitemap may have 50,000.
  public static let mostEntries = 100_000

  /// Reads RSS 2.0, 1.0 and 0.9x, Atom, JSON Feed, sitemaps, indexes of sitemaps and OPML; nil where
  /// the bytes are none of these.
  public init?(_ bytes: [UInt8]) {
    if let feed = JSONFeed.read(bytes) {
      self = feed
      return
    }
    switch Container(head: Array(bytes.prefix(Container.headLength)), name: nil) {
    case .feed, .list: break
    case .archive, nil: return nil
    }
    let reader = FeedReader()
    let damage = XMLEvents.read(bytes, reader)
    guard let kind = reader.kind else { return nil }
    self.init(kind: kind, entries: reader.entries, damage: reader.damage ?? damage)
  }

  init(kind: Kind, entries: [Entry], damage: String? = nil) {
    self.kind = kind
    self.entries = entries
    self.damage = damage
  }
}

extension Feed {
  /// Whether a text of a feed has markup in it.
  static func isHTML(_ text: String) -> Bool { text.contains("<") || text.contains("&") }

  /// A text of a feed without its markup.
  static func plain(_ text: String) -> String {
    guard isHTML(text) else { return text }
    let document = HTMLDocument.parse(Array(text.utf8), encoding: "utf-8")
    return document.text(of: document.root)
  }
}

extension Feed.Entry {
  /// The publication date as ISO 8601; nil where none can be read.
  package var publishedDay: String? { published.flatMap(FeedDate.iso) }

  /// The headline without markup.
  package var plainTitle: String? { title.map(Feed.plain) }
}
