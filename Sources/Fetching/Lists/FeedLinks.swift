import HTML

/// The feeds that a page names in its head (`<link rel="alternate" type="application/rss+xml">`).
enum FeedLinks {
  private static let types: Set<String> = [
    "application/rss+xml", "application/atom+xml", "application/feed+json",
  ]

  /// Their addresses as written, in order.
  static func all(in html: [UInt8], encoding: String?) -> [String] {
    let page = HTMLDocument.parse(html, encoding: encoding)
    return page.descendants(of: page.root).compactMap { node in
      guard page.kind(of: node) == .element, page.name(of: node) == "link",
        let rel = page.attribute("rel", of: node)?.lowercased(),
        rel.split(whereSeparator: \.isWhitespace).contains("alternate"),
        let type = page.attribute("type", of: node)?.lowercased(),
        types.contains(type.prefix { $0 != ";" }.filter { !$0.isWhitespace })
      else { return nil }
      return page.attribute("href", of: node)
    }
  }
}
