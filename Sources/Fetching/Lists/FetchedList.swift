import Pages
import Records
import Text

/// A feed, a sitemap or a list of feeds that was fetched, and what has become of what it names.
final class FetchedList {
  let feed: Feed
  let source: String
  let url: String
  private let bytes: [UInt8]
  /// How many of its entries are asked for, are known from earlier, are left out as too many.
  var (new, known, left) = (0, 0, 0)
  /// Whether an entry may well be read another time, so that the list must be read again too.
  var isUnfinished = false
  /// The list's own visit, noted once all its entries are.
  let visit: Visit

  init(_ feed: Feed, source: String, _ bytes: [UInt8], visit: Visit) {
    (self.feed, self.source, self.bytes, self.visit) = (feed, source, bytes, visit)
    url = visit.location ?? source
  }

  /// Its line in the ledger: a list is no page and no shortfall.
  var line: LedgerLine {
    var parts = ["\(new) of \(feed.entries.count) entries are new"]
    if known > 0 { parts.append("\(known) were fetched before") }
    if left > 0 { parts.append("\(left) are left out (--items takes more)") }
    if let damage = feed.damage { parts.append("damaged, read as far as it could be: \(damage)") }
    return LedgerLine(
      source: source, state: .refused,
      reasons: [LedgerLine.notAPage, "list:\(feed.kind.rawValue)"],
      message: parts.joined(separator: ", "), bytes: bytes.count, sha256: SHA256.hex(bytes),
      url: url)
  }

  /// Its entries, the newest ones where there are more than are taken.
  func entries(upTo most: Int) -> [Feed.Entry] {
    guard feed.entries.count > most else { return feed.entries }
    let dated = feed.entries.enumerated().map { place, entry in
      (place, entry.publishedDay ?? "", entry)
    }
    let newest = dated.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(most)
    left = feed.entries.count - newest.count
    return newest.sorted { $0.0 < $1.0 }.map(\.2)
  }
}
