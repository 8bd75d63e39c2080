import HTML

/// Publication and modification dates.
///
/// In this order: JSON-LD, `meta` elements, dates marked as the publication's in the page, the day in
/// the address, `time` elements around the headline, times there in data for scripts, dates in the text
/// there, a line that tells of an update. An earlier day that readers are shown as that of publication
/// comes before the first two.
struct PageDates {
  let analysis: PageAnalysis
  private let surroundings: ReportSurroundings
  private let url: String?
  /// Which of two figures before a year is the day, by the page's language.
  private let order: FigureOrder?

  init(_ analysis: PageAnalysis, _ surroundings: ReportSurroundings, url: String?) {
    self.analysis = analysis
    self.surroundings = surroundings
    self.url = url
    let metadata = analysis.metadata
    order =
      [metadata.language, metadata.meta("og:locale", "content-language")].lazy
      .compactMap { $0.flatMap(FigureOrder.init(language:)) }.first
      ?? url.flatMap(FigureOrder.init(address:))
  }

  /// The publication date and what told it.
  var published: (String?, String?) {
    guard let stated = stated() else { return marked() ?? seen() ?? elsewhere() ?? (nil, nil) }
    return shown(before: stated) ?? localDay(of: stated) ?? stated
  }

  /// The day that readers are shown as that of publication, where it is earlier than what the page's
  /// data state: those are often set anew when a page is changed.
  private func shown(before stated: (String?, String?)) -> (String?, String?)? {
    guard let day = stated.0?.prefix(10) else { return nil }
    for time in analysis.metadata.times where time.role == .published && isNearReport(time.node) {
      if let date = iso(time.value), date.prefix(10) < day { return (date, "time:published") }
    }
    // Where both days are the same, the page's data may have been written anew as a whole.
    let isRewritten = modified.map { $0.prefix(10) == day } ?? false
    for block in surroundings.head where analysis.signs.dates[block] {
      guard let line = PublicationLine(text(of: block), order: order),
        line.label == .published || isRewritten && line.label == .bare && isUnderTitle(block),
        let date = line.date, date.prefix(10) < day
      else { continue }
      return (date, "text:date-line")
    }
    return nil
  }

  /// Whether a block stands right under the headline.
  private func isUnderTitle(_ block: Int) -> Bool {
    analysis.signs.titleBlock.map { block > $0 && block <= $0 + 6 } ?? false
  }

  /// The day in the address where the stated time is given in UTC and falls on the day before or after:
  /// the address has the newsroom's own day, by which its report says "Friday".
  private func localDay(of stated: (String?, String?)) -> (String?, String?)? {
    guard let time = stated.0, time.count > 10, time.hasSuffix("Z") || time.hasSuffix("+00:00"),
      let day = url.flatMap(CalendarDate.inAddress), day != time.prefix(10),
      let here = CalendarDate.dayNumber(day), let there = CalendarDate.dayNumber(time),
      abs(here - there) == 1
    else { return nil }
    return (day, "url")
  }

  /// When the page was last changed.
  var modified: String? {
    let metadata = analysis.metadata
    for object in metadata.linkedData.articles {
      if let date = iso(metadata.linkedData.text(object["dateModified"])) { return date }
    }
    let names = metadata.meta(
      "article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified")
    if let date = iso(names) { return date }
    return metadata.times.lazy.filter { $0.role == .modified && isNearReport($0.node) }
      .compactMap { iso($0.value) }.first
  }

  private func marked() -> (String?, String?)? {
    let times = analysis.metadata.times
    for time in times where time.role == .published && isNearReport(time.node) {
      if let date = iso(time.value) { return (date, "time:published") }
    }
    if let day = url.flatMap(CalendarDate.inAddress) { return (day, "url") }
    // Those above the headline may be of a strip of other reports.
    let near =
      times.filter { isNearReport($0.node) && !isAboveTitle($0.node) }
      + times.filter { isNearReport($0.node) && isAboveTitle($0.node) }
    for role in [StatedTime.Role.unsaid, .data] {
      for time in near where time.role == role && (role != .data || isAboveReport(time.node)) {
        if let date = iso(time.value) { return (date, role == .data ? "time:data" : "time") }
      }
    }
    for name in Self.laterNames {
      if let date = iso(analysis.metadata.meta(name)) { return (date, "meta:\(name)") }
    }
    return nil
  }

  /// Whether a node stands around the headline; true where the page has none.
  private func isNearReport(_ node: NodeID) -> Bool {
    let (page, blocks, head) = (analysis.page, analysis.segmenter.blocks, surroundings.head)
    guard analysis.signs.titleBlock != nil, let first = head.first else { return true }
    let at = page.index(of: node)
    guard at >= page.index(of: blocks[first].node) - 8 else { return false }
    return head.upperBound >= blocks.count || at < page.index(of: blocks[head.upperBound].node)
  }

  /// Whether a node stands before the report's first paragraph.
  private func isAboveReport(_ node: NodeID) -> Bool {
    let (page, blocks) = (analysis.page, analysis.segmenter.blocks)
    let title = analysis.signs.titleBlock ?? -1
    let prose = blocks.indices.first { $0 > title && analysis.measures[$0].isProse }
    return prose.map { page.index(of: node) < page.index(of: blocks[$0].node) } ?? true
  }

  /// Whether a node stands before the headline.
  private func isAboveTitle(_ node: NodeID) -> Bool {
    guard let title = analysis.signs.titleBlock else { return false }
    let (page, blocks) = (analysis.page, analysis.segmenter.blocks)
    return page.index(of: node) < page.index(of: blocks[title].node)
  }

  /// Dates in the page's text: lines of dates, then the first date in a short line around the
  /// headline, then a line that tells of an update.
  private func seen() -> (String?, String?)? {
    let head = surroundings.head
    let lines = analysis.segmenter.blocks.indices.filter { analysis.signs.dates[$0] }
    let above = dated(lines.filter(head.contains))
    if let date = above.published { return (date, "text:date-line") }
    let near = nearTitle()
    if let date = near.published { return (date, "text:near-title") }
    if let date = above.updated ?? near.updated { return (date, "text:updated-line") }
    let away = dated(lines.filter { !head.contains($0) })
    if let date = away.published { return (date, "text:date-line") }
    return away.updated.map { ($0, "text:updated-line") }
  }

  /// The first date that tells of publication, and the first that tells of an update, among lines.
  private func dated(_ lines: [Int]) -> (published: String?, updated: String?) {
    var updated: String?
    for block in lines {
      guard let line = PublicationLine(text(of: block), order: order), let date = line.date
      else { continue }
      if line.label != .updated { return (date, updated) }
      updated = updated ?? date
    }
    return (nil, updated)
  }

  private func nearTitle() -> (published: String?, updated: String?) {
    guard let title = analysis.signs.titleBlock else { return (nil, nil) }
    var updated: String?
    let last = min(title + 12, analysis.segmenter.blocks.count - 1)
    for block in [Int](title...last) + [Int](max(0, title - 4)..<title)
    where block != title && analysis.measures[block].words <= 60 {
      for line in text(of: block).split(separator: 0x0A)
      where line.count <= 640 && line.count(where: { $0 & 0xC0 != 0x80 }) <= 160 {
        let days = PublicationLine.days(in: DateToken.all(in: line), order: order)
        if let day = days.first(where: { $0.label == .published })
          ?? days.first(where: { $0.label != .updated })
        {
          // In a sentence only what is called the publication's is.
          guard day.label == .published || isShort(line) else { continue }
          return (day.iso, updated)
        }
        updated = updated ?? days.first?.iso
      }
    }
    return (nil, updated)
  }

  /// Whether a line is too short for a sentence of the report.
  private func isShort(_ line: ArraySlice<UInt8>) -> Bool {
    line.count { $0 <= 0x20 } < 20 && line.count { $0 & 0xC0 != 0x80 } <= 120
  }

  /// A `time` element away from the headline.
  private func elsewhere() -> (String?, String?)? {
    for time in analysis.metadata.times where time.role == .published || time.role == .unsaid {
      if let date = iso(time.value) { return (date, "time:elsewhere") }
    }
    return nil
  }

  private func text(of block: Int) -> ArraySlice<UInt8> {
    analysis.segmenter.text(of: analysis.segmenter.blocks[block])
  }

  private static let laterNames = [
    "og:pubdate", "revision_date", "timestamp",
  ]

  /// A date as ISO 8601 where the words settle one.
  func iso(_ text: String?) -> String? {
    guard let text, (8...60).contains(text.utf8.count) else { return nil }
    let bytes = Array(text.utf8)
    if bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
      bytes.prefix(10).allSatisfy({ $0 == 0x2D || ($0 &- 0x30) < 10 })
    {
      let day = CalendarDate.first(in: DateToken.all(in: bytes.prefix(10)))
      return day == nil ? nil : Self.withTime(bytes)
    }
    let tokens = DateToken.all(in: bytes[...])
    if tokens.count == 1, let seconds = Int(text), text.count == 10 || text.count == 13 {
      return Calendars.iso(seconds: text.count == 13 ? seconds / 1000 : seconds)
    }
    return CalendarDate.first(in: tokens, order: order)?.iso
  }

  /// The day, and the time where it comes with its offset.
  private static func withTime(_ bytes: [UInt8]) -> String {
    let day = String(decoding: bytes.prefix(10), as: UTF8.self)
    guard bytes.count >= 17, bytes[10] == 0x54 || bytes[10] == 0x20, bytes[13] == 0x3A else {
      return day
    }
    let time = String(decoding: bytes[11..<16], as: UTF8.self)
    var rest = bytes[16...]
    var seconds = ""
    if rest.count >= 3, rest.first == 0x3A {
      seconds = ":" + String(decoding: rest.dropFirst().prefix(2), as: UTF8.self)
      rest = rest.dropFirst(3)
    }
    if rest.first == 0x2E {
      rest = rest.dropFirst().drop { ($0 &- 0x30) < 10 }
    }
    if rest.first == 0x5A { return "\(day)T\(time)\(seconds)Z" }
    guard rest.count >= 5, rest.first == 0x2B || rest.first == 0x2D else { return day }
    let digits = rest.dropFirst().filter { $0 != 0x3A }
    guard digits.count == 4, digits.allSatisfy({ ($0 &- 0x30) < 10 }) else { return day }
    let sign = rest.first == 0x2B ? "+" : "-"
    let offset =
      String(decoding: digits.prefix(2), as: UTF8.self) + ":"
      + String(decoding: digits.suffix(2), as: UTF8.self)
    return "\(day)T\(time)\(seconds)\(sign)\(offset)"
  }
}
