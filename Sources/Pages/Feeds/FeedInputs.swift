import Records
import Text

/// What a feed, a sitemap or a list of feeds gives to read.
package enum FeedInputs {
  /// One item an entry: the words that the feed carries, or a line that says that it only links.
  ///
  /// - Parameters:
  ///   - name: the document's path, for the ledger.
  ///   - wrong: what is known to be wrong with the bytes.
  static func items(_ bytes: [UInt8], name: String, wrong: String? = nil) -> [IntakeItem] {
    guard let feed = Feed(bytes) else {
      return [refused(name, "bad-feed", wrong ?? "no feed can be read here", bytes: bytes)]
    }
    var items = feed.entries.enumerated().map { number, entry in
      item(entry, of: feed, source: "\(name)#item=\(number + 1)")
    }
    if let damage = wrong ?? feed.damage {
      items.append(
        refused(name, "damaged", "\(damage): read as far as it could be", bytes: bytes))
    } else if items.isEmpty {
      items.append(refused(name, "empty", "the feed has no entries", bytes: bytes))
    }
    return items
  }

  /// What one entry gives.
  package static func item(_ entry: Feed.Entry, of feed: Feed, source: String) -> IntakeItem {
    guard let words = words(of: entry) else {
      let what = feed.kind.isListOfLists ? "a list" : "a page"
      return .refused(
        LedgerLine(
          source: source, id: entry.id, state: .refused, reasons: ["link-only"],
          message: entry.link == nil
            ? "neither words nor an address" : "only the address of \(what): use verbale fetch",
          bytes: 0, url: entry.link))
    }
    let bytes = Array(words.text.utf8)
    return .input(
      Input(
        source: source, id: nil, bytes: bytes, format: words.isHTML ? .html : .text,
        url: entry.link, published: entry.publishedDay, title: entry.plainTitle,
        sha256: SHA256.hex(bytes),
        encoding: "utf-8", reasons: words.reasons))
  }

  /// The report that an entry carries; nil where it only links.
  private static func words(
    of entry: Feed.Entry
  ) -> (text: String, isHTML: Bool, reasons: [String])? {
    if let content = entry.content { return (content, entry.isHTML, []) }
    guard let summary = entry.summary else { return nil }
    // Without an address the description is the whole item (RSS 2.0). With one it is a teaser,
    // unless it is as long as a report; that it was the feed's and not the page's is told.
    if entry.link == nil { return (summary, Feed.isHTML(summary), []) }
    guard Feed.plain(summary).utf8.count >= 1500 else { return nil }
    return (summary, Feed.isHTML(summary), ["feed-summary"])
  }

  private static func refused(
    _ name: String, _ reason: String, _ message: String, bytes: [UInt8]
  ) -> IntakeItem {
    .refused(
      LedgerLine(
        source: name, state: .refused, reasons: [reason], message: message, bytes: bytes.count,
        sha256: SHA256.hex(bytes)))
  }
}
