import Foundation
import HTML

/// What a page says about itself, apart from the text: `meta` elements, JSON-LD, links, headings.
struct PageMetadata {
  /// The contents of `meta` elements by name, property or itemprop in lower case, in page order.
  private(set) var metas: [String: [String]] = [:]
  /// The objects of the page's JSON-LD, nested ones too, in page order.
  private(set) var linkedData: [[String: Any]] = []
  /// `lang` of the root element.
  private(set) var language: String?
  /// The text of the title element.
  private(set) var title: String?
  /// The canonical address.
  private(set) var canonical: String?
  /// The first `h1` elements' texts.
  private(set) var headings: [String] = []
  /// `time` elements and others with a `datetime`, in page order.
  private(set) var times: [(value: String, node: NodeID)] = []
  /// Elements that name an author: `rel=author`, `itemprop=author`, and the like.
  private(set) var authorNodes: [NodeID] = []

  init(_ page: HTMLDocument) {
    let rel = page.attributeName("rel")
    let itemprop = page.attributeName("itemprop")
    let datetime = page.attributeName("datetime")
    let className = page.attributeName("class")
    var node = page.firstChild(of: page.root)
    while let here = node {
      if page.kind(of: here) == .element, page.namespace(of: here) == .html {
        switch page.tag(of: here) {
        case .html: language = page.attribute("lang", of: here)
        case .title: title = title ?? Self.plain(page.text(of: here))
        case .meta: addMeta(here, page)
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
        if let datetime, let value = page.bytes(of: datetime, in: here), times.count < 40 {
          times.append((String(decoding: value, as: UTF8.self), here))
        }
        if let className, authorNodes.count < 10,
          let value = page.bytes(of: className, in: here), Self.namesAuthor(value)
        {
          authorNodes.append(here)
        }
        for name in [rel, itemprop] {
          guard let name, let value = page.bytes(of: name, in: here), authorNodes.count < 10,
            value.count < 40, page.tag(of: here) != .meta, page.tag(of: here) != .link
          else { continue }
          let words = String(decoding: value, as: UTF8.self).lowercased().split(separator: " ")
          if words.contains("author") { authorNodes.append(here) }
        }
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

  private mutating func addMeta(_ node: NodeID, _ page: HTMLDocument) {
    guard let content = page.attribute("content", of: node) else { return }
    for key in ["property", "name", "itemprop", "http-equiv"] {
      guard let name = page.attribute(key, of: node) else { continue }
      metas[name.lowercased(), default: []].append(Self.plain(content))
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
    // Raw line ends inside of strings are common, and no JSON; between values they don't matter.
    for index in bytes.indices where bytes[index] < 0x20 { bytes[index] = 0x20 }
    while let last = bytes.last, last == 0x20 || last == 0x3B { bytes.removeLast() }
    guard let value = try? JSONSerialization.jsonObject(with: Data(bytes)) else { return }
    flatten(value)
  }

  private mutating func flatten(_ value: Any) {
    var stack = [value]
    while let next = stack.popLast(), linkedData.count < 500 {
      if let list = next as? [Any] {
        stack += list.reversed()
      } else if let object = next as? [String: Any] {
        linkedData.append(object)
        for key in object.keys.sorted().reversed() {
          if object[key] is [Any] || object[key] is [String: Any] { stack.append(object[key]!) }
        }
      }
    }
  }

  /// The JSON-LD objects that describe the article.
  var articles: [[String: Any]] {
    linkedData.filter { object in
      Self.types(object).contains { type in
        type.hasSuffix("Article") || type == "BlogPosting" || type == "Report"
          || type == "LiveBlogPosting" || type == "ReportageNewsArticle"
      }
    }
  }

  /// The types of a JSON-LD object.
  static func types(_ object: [String: Any]) -> [String] {
    if let one = object["@type"] as? String { return [one] }
    return (object["@type"] as? [Any])?.compactMap { $0 as? String } ?? []
  }

  /// Whether class words say that an element holds an author's name.
  private static func namesAuthor(_ value: ArraySlice<UInt8>) -> Bool {
    guard value.count >= 6 else { return false }
    for start in value.startIndex...value.endIndex - 6
    where value[start] | 0x20 == 0x61 || value[start] | 0x20 == 0x62 {
      let six = value[start..<start + 6].map { $0 | 0x20 }
      if six.elementsEqual("author".utf8) || six.elementsEqual("byline".utf8) { return true }
    }
    return false
  }

  /// A text with single spaces and without references that were written twice over.
  static func plain(_ text: String) -> String {
    var text = text
    if text.utf8.contains(0x26), text.utf8.contains(0x3B), text.utf8.count < 2000 {
      let once = HTMLDocument.parseFragment(Array(text.utf8), in: "textarea")
      text = once.text(of: once.root)
    }
    return text.split { $0.isWhitespace }.joined(separator: " ")
  }
}

extension PageMetadata {
  /// Whether the page says of itself that it is not free to read.
  var isPaywalled: Bool {
    articles.contains { object in
      if let free = object["isAccessibleForFree"] as? Bool { return !free }
      return (object["isAccessibleForFree"] as? String)?.lowercased() == "false"
    } || meta("article:content_tier") == "locked"
  }
}
