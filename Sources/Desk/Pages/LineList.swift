import Archive
import Records

/// Lines of many reports, newest first, a page at a time.
struct LineList: Sendable {
  struct Day: Sendable {
    let name: String
    let hits: [LineView]
  }

  let days: [Day]
  let next: Cursor?
  var isEmpty: Bool { days.isEmpty }

  /// Which lines a page wants.
  struct Wish: Sendable {
    var events: @Sendable (Event) -> Bool = { _ in false }
    var attributions: @Sendable (Attribution) -> Bool = { _ in false }
  }

  /// The lines of whole reports from `cursor` on, until `least` are found.
  static func collect(
    _ wish: Wish, from archive: Archive, after cursor: Cursor?, least: Int, base: String
  ) throws -> LineList {
    var hits: [(day: String, lines: [LineView])] = []
    var cursor = cursor
    var found = 0
    repeat {
      let page = try archive.documents(after: cursor, limit: 12)
      for summary in page.items where summary.state != .removed {
        guard let record = try archive.record(of: summary.id) else { continue }
        let lines = ReportLines(record, document: summary.id, version: summary.version, base: base)
        let wanted =
          record.events.filter(wish.events).map { lines.line($0) }
          + record.attributions.filter(wish.attributions).map { lines.line($0) }
        if wanted.isEmpty { continue }
        found += wanted.count
        let day = summary.published.map { Moment(String($0.prefix(10))).shown }
        hits.append((day ?? "No publication date", wanted))
      }
      cursor = page.next
    } while cursor != nil && found < least
    var days: [Day] = []
    for hit in hits {
      if days.last?.name == hit.day, let last = days.popLast() {
        days.append(Day(name: hit.day, hits: last.hits + hit.lines))
      } else {
        days.append(Day(name: hit.day, hits: hit.lines))
      }
    }
    return LineList(days: days, next: cursor)
  }
}

/// Choices that narrow a list down.
struct Facet: Sendable {
  struct Choice: Sendable {
    let name: String
    let href: String
    let isCurrent: Bool
    var count: Int?
  }

  let title: String
  let choices: [Choice]
}
