import Text

/// What a file holds, where it isn't one page or text: told from how it starts.
enum Container: Hashable {
  /// A web archive.
  case archive
  /// A feed: its items have addresses and often the words themselves.
  case feed
  /// A list of addresses: a sitemap, an index of sitemaps, a list of feeds.
  case list

  /// How many bytes tell it.
  static let headLength = 16 << 10

  /// What a file holds; nil for a page or a text.
  init?(head: [UInt8], name: String?) {
    let ending = name.flatMap(PageKind.ending(of:))
    if head.starts(with: Array("WARC/".utf8)) || ending == "warc" {
      self = .archive
    } else if let root = Self.rootName(head) {
      switch root {
      case "rss", "rdf", "feed": self = .feed
      case "urlset", "sitemapindex", "opml": self = .list
      default: return nil
      }
    } else if Self.isJSONFeed(head) {
      self = .feed
    } else {
      return nil
    }
  }

  /// The local name of the element that an XML document starts with, in lower case.
  static func rootName(_ head: [UInt8]) -> String? {
    var rest = text(head)[...]
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
      if rest.hasPrefix("<?") {
        guard let end = rest.firstRange(of: "?>") else { return nil }
        rest = rest[end.upperBound...]
      } else if rest.hasPrefix("<!--") {
        guard let end = rest.firstRange(of: "-->") else { return nil }
        rest = rest[end.upperBound...]
      } else if rest.hasPrefix("<!DOCTYPE") {
        let subset = rest.firstIndex(of: "[")
        let close = rest.firstIndex(of: ">")
        if let subset, let close, subset < close {
          guard let end = rest[subset...].firstRange(of: "]") else { return nil }
          rest = rest[end.upperBound...].drop { $0 != ">" }.dropFirst()
        } else {
          guard let close else { return nil }
          rest = rest[close...].dropFirst()
        }
      } else if rest.hasPrefix("<") {
        let name = rest.dropFirst().prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
        return name.split(separator: ":").last?.lowercased()
      } else {
        return nil
      }
    }
  }

  private static func text(_ head: [UInt8]) -> String {
    switch TextDecoding.decode(head.count % 2 == 0 ? head : head.dropLast()) {
    case .text(let text, _): text.string
    case .binary: ""
    }
  }

  private static func isJSONFeed(_ head: [UInt8]) -> Bool {
    guard head.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else { return false }
    return String(decoding: head, as: UTF8.self).contains("jsonfeed.org/version/")
  }
}
