import HTML

/// Publication and modification dates.
///
/// In this order: JSON-LD, `meta` elements, dates marked as the publication's in the page, the day in
/// the address, `time` elements around the headline, times there in data for scripts, dates in the text
/// there, a line that tells of an update, the data that scripts build the page from. An earlier day that readers are shown as that of publication
/// comes before the first two.
struct PageDates {
  let analysis: PageAnalysis
  let surroundings: ReportSurroundings
  private let url: String?
  /// Which of two figures before a year is the day, by the page's language.
  let order: FigureOrder?

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
    return shown(before: stated) ?? localDay(of: stated) ?? shownLocally(stated) ?? stated
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

  /// The day after the stated one, where readers are shown it right under the headline and the stated
  /// time, in UTC, falls on it on the newsroom's clock.
  private func shownLocally(_ stated: (String?, String?)) -> (String?, String?)? {
    guard let time = stated.0, time.count > 13, time.hasSuffix("Z") || time.hasSuffix("+00:00"),
      let hour = Int(time.dropFirst(11).prefix(2)), hour >= 10,
      let utc = CalendarDate.dayNumber(time)
    else { return nil }
    for block in surroundings.head
    where isUnderTitle(block) && analysis.measures[block].words <= 20 {
      let days = PublicationLine.days(in: DateToken.all(in: text(of: block)), order: order)
      guard let day = days.first else { continue }
      let isNext = CalendarDate.dayNumber(day.iso).map { $0 == utc + 1 } ?? false
      return isNext && day.label != .updated
        ? (String(day.iso.prefix(10)), "text:date-line") : nil
    }
    return nil
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
    // Those behind the report's first words may be of reports that are named between them.
    let above = near.filter { isAboveReport($0.node) }
    for time in above where time.role == .unsaid {
      if let date = iso(time.value) { return (date, "time") }
    }
    if near.contains(where: { $0.role == .unsaid }) { return nil }
    return data(above)
  }

  /// The first time in data for scripts.
  private func data(_ times: [StatedTime]) -> (String?, String?)? {
    times.lazy.filter { $0.role == .data }.compactMap { iso($0.value) }.first
      .map { ($0, "time:data") }
  }

  /// A time behind the report's first words, and what `meta` elements of doubtful names have.
  func markedLater() -> (String?, String?)? {
    for time in analysis.metadata.times where time.role == .unsaid && isNearReport(time.node) {
      if let date = iso(time.value) { return (date, "time") }
    }
    for name in Self.laterNames {
      if let date = iso(analysis.metadata.meta(name)) { return (date, "meta:\(name)") }
    }
    return data(
      analysis.metadata.times.filter { isNearReport($0.node) && isAboveReport($0.node) })
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

  /// A `time` element away from the headline.
  private func elsewhere() -> (String?, String?)? {
    for time in analysis.metadata.times where time.role == .published || time.role == .unsaid {
      if let date = iso(time.value) { return (date, "time:elsewhere") }
    }
    return nil
  }

  func text(of block: Int) -> ArraySlice<UInt8> {
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
    return CalendarDate.first(in: tokens, order: Self.isAmerican(bytes) ? .monthFirst : order)?.iso
  }

  /// Whether a time is written as programs do that know no country, "3/5/2024 4:30:00 PM".
  private static func isAmerican(_ bytes: [UInt8]) -> Bool {
    (bytes.suffix(3) == Array(" PM".utf8)[...] || bytes.suffix(3) == Array(" AM".utf8)[...])
      && bytes.count { $0 == 0x3A } == 2 && bytes.count { $0 == 0x2F } == 2
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
