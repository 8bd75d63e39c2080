/// Gathers the entries of a feed, a sitemap or a list of feeds from the events of its XML.
final class FeedReader: XMLHandler {
  private(set) var kind: Feed.Kind?
  private(set) var entries: [Feed.Entry] = []
  private(set) var damage: String?

  /// The elements that are open, without prefixes.
  private var path: [String] = []
  private var entry: Feed.Entry?
  /// The depth at which the open entry stands.
  private var entryDepth = 0
  /// The text of the element that is being kept, and the depth at which it stands.
  private var text = ""
  private var field: Field?
  private var fieldDepth = 0
  /// Set within Atom's `type="xhtml"`, whose elements are part of the words.
  private var isMarkup = false

  /// The parts of an entry that are kept.
  private enum Field {
    case link, id, title, published, updated, content, summary
  }

  private static let contentModule = "http://purl.org/rss/1.0/modules/content/"
  private static let mediaModule = "http://search.yahoo.com/mrss/"

  func start(_ name: String, in vocabulary: String, attributes: [String: String]) {
    path.append(name)
    if path.count == 1 { kind = Self.kind(root: name) }
    if field != nil {
      if isMarkup { text += "<\(name)>" }
      return
    }
    switch (kind, name) {
    case (.rss, "item"), (.atom, "entry"), (.sitemap, "url"), (.sitemapIndex, "sitemap"):
      if entry == nil { begin() }
    case (.feedList, "outline"):
      guard let link = attributes["xmlUrl"] ?? attributes["xmlurl"] else { return }
      var feed = Feed.Entry()
      feed.link = link
      feed.title = attributes["title"] ?? attributes["text"]
      add(feed)
    case (.atom, "link") where entry != nil:
      guard attributes["rel"] ?? "alternate" == "alternate", entry?.link == nil else { return }
      entry?.link = attributes["href"]
    case _ where entry != nil:
      guard vocabulary != Self.mediaModule else { return }
      let isDirect = path.count == entryDepth + 1
      guard isDirect || kind == .sitemap else { return }
      keep(name, vocabulary, attributes)
    default: break
    }
  }

  /// Begins to keep the text of an element where it is one of an entry's parts.
  private func keep(_ name: String, _ vocabulary: String, _ attributes: [String: String]) {
    switch (kind, name) {
    case (_, "title"): field = .title
    case (.rss, "link"), (.sitemap, "loc"), (.sitemapIndex, "loc"): field = .link
    case (.rss, "guid"), (.atom, "id"): field = .id
    case (.rss, "pubDate"), (.rss, "date"), (.atom, "published"), (.sitemap, "publication_date"):
      field = .published
    case (.atom, "updated"), (.sitemap, "lastmod"), (.sitemapIndex, "lastmod"): field = .updated
    case (.rss, "encoded") where vocabulary == Self.contentModule: field = .content
    case (.atom, "content"):
      // With an address in place of words the entry only links.
      guard attributes["src"] == nil else { return }
      field = .content
    case (.rss, "description"), (.atom, "summary"): field = .summary
    default: return
    }
    if field == .content, kind == .atom { entry?.isHTML = attributes["type"] ?? "text" != "text" }
    isMarkup = attributes["type"] == "xhtml"
    if field == .id, kind == .rss, attributes["isPermaLink"] == "false" { isPermanentLink = false }
    (text, fieldDepth) = ("", path.count)
  }

  private var isPermanentLink = true

  func characters(_ characters: String) {
    guard field != nil else { return }
    text += isMarkup ? Self.escaped(characters) : characters
  }

  func end() {
    let name = path.popLast() ?? ""
    if let field {
      if path.count + 1 == fieldDepth {
        set(field)
        self.field = nil
        isMarkup = false
      } else if isMarkup {
        text += "</\(name)>"
      }
    } else if let entry, path.count + 1 == entryDepth {
      add(entry)
      self.entry = nil
    }
  }

  private func begin() {
    (entry, entryDepth, isPermanentLink) = (Feed.Entry(), path.count, true)
  }

  private func set(_ field: Field) {
    let value = text.trimmingPrefix { $0.isWhitespace }
    guard !value.isEmpty else { return }
    let words = String(value)
    switch field {
    case .link: if entry?.link == nil { entry?.link = words }
    case .id:
      entry?.id = words
      if kind == .rss, isPermanentLink, entry?.link == nil, words.hasPrefix("http") {
        entry?.link = words
      }
    case .title: if entry?.title == nil { entry?.title = words }
    case .published: entry?.published = words
    case .updated: if entry?.published == nil { entry?.published = words }
    case .content: entry?.content = words
    case .summary: if entry?.summary == nil { entry?.summary = words }
    }
  }

  private func add(_ entry: Feed.Entry) {
    guard entries.count < Feed.mostEntries else {
      damage = "more than \(Feed.mostEntries) entries; the rest was left out"
      return
    }
    entries.append(entry)
  }

  private static func kind(root: String) -> Feed.Kind? {
    switch root.lowercased() {
    case "rss", "rdf": .rss
    case "feed": .atom
    case "urlset": .sitemap
    case "sitemapindex": .sitemapIndex
    case "opml": .feedList
    default: nil
    }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }
}
