import Foundation

/// JSON Feed, versions 1 and 1.1.
enum JSONFeed {
  private struct Document: Decodable {
    let version: String
    let items: [Lenient]
  }

  /// An item that is skipped where it can't be read, rather than taking all others with it.
  private struct Lenient: Decodable {
    let item: Item?

    init(from decoder: any Decoder) throws { item = try? Item(from: decoder) }
  }

  private struct Item: Decodable {
    let id: String?
    let url: String?
    let title: String?
    let content_html: String?
    let content_text: String?
    let summary: String?
    let date_published: String?
    let date_modified: String?
  }

  /// Reads a feed; nil where the bytes are none.
  static func read(_ bytes: [UInt8]) -> Feed? {
    guard
      bytes.first(where: { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF })
        == UInt8(ascii: "{"),
      let document = try? JSONDecoder().decode(Document.self, from: Data(bytes)),
      document.version.contains("jsonfeed.org/version/")
    else { return nil }
    let items = document.items.compactMap(\.item)
    let entries = items.prefix(Feed.mostEntries).map { item in
      var entry = Feed.Entry()
      (entry.link, entry.id, entry.title) = (item.url, item.id, item.title)
      entry.published = item.date_published ?? item.date_modified
      entry.content = item.content_html ?? item.content_text
      entry.isHTML = item.content_html != nil
      entry.summary = item.summary
      return entry
    }
    let unread = document.items.count - entries.count
    return Feed(
      kind: .json, entries: entries,
      damage: unread > 0 ? "\(unread) items can't be read" : nil)
  }
}
