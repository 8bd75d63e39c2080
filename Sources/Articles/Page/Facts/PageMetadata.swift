import HTML

/// What a page says about itself, apart from the text: `meta` elements, JSON-LD, links, headings.
struct PageMetadata {
  /// The contents of `meta` elements by name, property or itemprop in lower case, in page order.
  private(set) var metas: [String: [String]] = [:]
  /// The page's JSON-LD.
  private(set) var linkedData = LinkedData()
  /// `lang` of the root element.
  private(set) var language: String?
  /// The text of the title element.
  private(set) var title: String?
  /// The canonical address.
  private(set) var canonical: String?
  /// The first `h1` elements' texts.
  private(set) var headings: [String] = []
  /// `time` elements, others with a `datetime`, and dates in microdata, in page order.
  private(set) var times: [StatedTime] = []

  init(_ page: HTMLDocument) {
    let names = MetaNames(page)
    let rel = page.attributeName("rel")
    let stated = StatedTime.Names(page)
    var node = page.firstChild(of: page.root)
    while let here = node {
      if page.kind(of: here) == .element, page.namespace(of: here) == .html {
        switch page.tag(of: here) {
        case .html: language = page.attribute("lang", of: here)
        case .title: title = title ?? Self.plain(page.text(of: here))
        case .meta: addMeta(here, page, names)
        case .link:
          if let rel, let value = page.bytes(of: rel, in: here),
            String(decoding: value, as: UTF8.self).lowercased() == "canonical"
          {
            canonical = canonical ?? page.attribute("href", of: here)
          }
        case .script: addScript(here, page)
        case .h1 where headings.count < 4:
          let text = Self.plain(page.text(of: here))
          if !text.isEmpty { headings.append(text) }
        default: break
        }
        if times.count < 60, let time = StatedTime(here, page, stated) { times.append(time) }
      }
      node = page.firstChild(of: here) ?? page.nodeAfter(here, within: page.root)
    }
  }

  /// The first content of the first of some names that has one.
  func meta(_ names: String...) -> String? {
    for name in names {
      if let found = metas[name]?.first(where: { !$0.isEmpty }) { return found }
    }
    return nil
  }

  /// The first content of a name that fits, in the order of the names.
  func meta(where fits: (_ words: [Substring]) -> Bool) -> (name: String, content: String)? {
    for name in metas.keys.sorted() {
      let words = name.split { !$0.isLetter }
      if fits(words), let content = metas[name]?.first(where: { !$0.isEmpty }) {
        return (name, content)
      }
    }
    return nil
  }

  /// The attributes of `meta` elements, looked up once for a page.
  private struct MetaNames {
    let content: AttributeName?
    let keys: [AttributeName]

    init(_ page: HTMLDocument) {
      content = page.attributeName("content")
      keys = ["property", "name", "itemprop", "http-equiv"].compactMap { page.attributeName($0) }
    }
  }

  private mutating func addMeta(_ node: NodeID, _ page: HTMLDocument, _ names: MetaNames) {
    guard let content = names.content, let value = page.bytes(of: content, in: node) else { return }
    var plain: String?
    for key in names.keys {
      guard let name = page.bytes(of: key, in: node) else { continue }
      let text = plain ?? Self.plain(Array(value))
      plain = text
      metas[String(decoding: name, as: UTF8.self).lowercased(), default: []].append(text)
    }
  }

  private mutating func addScript(_ node: NodeID, _ page: HTMLDocument) {
    guard let type = page.attribute("type", of: node),
      type.lowercased().hasPrefix("application/ld+json")
    else { return }
    var bytes: [UInt8] = []
    for child in page.children(of: node) where page.kind(of: child) == .text {
      page.appendText(of: child, to: &bytes)
    }
    linkedData.add(bytes)
  }

  /// A text with single spaces and without references that were written twice over.
  static func plain(_ text: String) -> String { plain(Array(text.utf8)) }

  private static func plain(_ text: [UInt8]) -> String {
    var bytes = text
    if bytes.contains(0x26), bytes.contains(0x3B), bytes.count < 2000 {
      let once = HTMLDocument.parseFragment(bytes, in: "textarea")
      bytes = Array(once.text(of: once.root).utf8)
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var offset = 0
    while offset < bytes.count {
      let width = spaceWidth(bytes, offset)
      if width == 0 {
        result.append(bytes[offset])
        offset += 1
      } else {
        if let last = result.last, last != 0x20 { result.append(0x20) }
        offset += width
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// The bytes of the white space at an offset; beyond ASCII no-break and ideographic spaces, line
  /// separators, the em and en spaces.
  @inline(__always)
  private static func spaceWidth(_ bytes: [UInt8], _ offset: Int) -> Int {
    let byte = bytes[offset]
    if byte <= 0x20 { return 1 }
    guard byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3 else { return 0 }
    let (scalar, width) = Letters.scalar(bytes[...], at: offset)
    return scalar.properties.isWhitespace ? width : 0
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
