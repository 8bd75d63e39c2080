import HTML

/// What a page says about itself, apart from the text: `meta` elements, JSON-LD, links, headings.
struct PageMetadata {
  private(set) var metas: MetaElements
  /// The page's JSON-LD.
  private(set) var linkedData = LinkedData()
  /// `lang` of the root element.
  private(set) var language: String?
  /// The language that `lang` names, without the region.
  var languageCode: String? { language?.split(separator: "-").first.map { $0.lowercased() } }
  /// The text of the title element.
  private(set) var title: String?
  /// The canonical address.
  private(set) var canonical: String?
  /// The first `h1` elements' texts.
  private(set) var headings: [String] = []
  /// `time` elements, others with a `datetime`, and dates in microdata, in page order.
  private(set) var times: [StatedTime] = []

  /// The most times that are kept of a page, and how many of them may be data for scripts.
  private static let mostTimes = 60
  private static let mostDataTimes = 20

  init(_ page: HTMLDocument) {
    metas = MetaElements(of: page)
    let (rel, type) = (page.attributeName("rel"), page.attributeName("type"))
    let stated = StatedTime.Names(page)
    var dataTimes = 0
    var node = page.firstChild(of: page.root)
    while let here = node {
      if page.kind(of: here) == .element, page.namespace(of: here) == .html {
        switch page.tag(of: here) {
        case .html: language = page.attribute("lang", of: here)
        case .title where title == nil: title = PlainWords.of(page.text(of: here))
        case .meta: metas.add(here, of: page)
        case .link where canonical == nil:
          if let rel, let value = page.bytes(of: rel, in: here), value.count == 9,
            value.holds("canonical")
          {
            canonical = page.attribute("href", of: here)
          }
        case .script:
          if let type, let value = page.bytes(of: type, in: here), value.count >= 19,
            value.prefix(19).holds("application/ld+json")
          {
            addScript(here, page)
          }
        case .h1 where headings.count < 4:
          let text = PlainWords.of(page.text(of: here))
          if !text.isEmpty { headings.append(text) }
        default: break
        }
        if times.count < Self.mostTimes, StatedTime.mayBe(here, page, stated),
          let time = StatedTime.of(here, page, stated)
        {
          if time.role != .data || dataTimes < Self.mostDataTimes { times.append(time) }
          if time.role == .data { dataTimes += 1 }
        }
      }
      node = page.firstChild(of: here) ?? page.nodeAfter(here, within: page.root)
    }
  }

  /// The first content of the first of some names that has one.
  func meta(_ names: String...) -> String? {
    names.lazy.compactMap { metas.first(of: $0) }.first
  }

  private mutating func addScript(_ node: NodeID, _ page: HTMLDocument) {
    var bytes: [UInt8] = []
    for child in page.children(of: node) where page.kind(of: child) == .text {
      page.appendText(of: child, to: &bytes)
    }
    linkedData.add(bytes)
  }
}

extension PageMetadata {
  /// Whether the page says of itself that it is not free to read.
  var isPaywalled: Bool {
    linkedData.articles.contains { object in
      let free = object["isAccessibleForFree"]
      return free == .flag(false) || free?.text?.lowercased() == "false"
    } || meta("article:content_tier") == "locked"
  }
}
