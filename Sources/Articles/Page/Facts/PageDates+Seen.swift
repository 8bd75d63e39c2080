import HTML

/// Days in the words that readers see.
extension PageDates {
  /// Dates in the page's text: lines of dates, then the first date in a short line around the
  /// headline, then a line that tells of an update. What stands above the headline comes behind what
  /// stands right below it: it may be the day on which the page was fetched.
  func seen() -> (String?, String?)? {
    let head = surroundings.head
    let lines = analysis.segmenter.blocks.indices.filter { analysis.signs.dates[$0] }
    let title = analysis.signs.titleBlock ?? -1
    let inHead = lines.filter(head.contains)
    // Of the lines above the headline the nearest comes first.
    let (below, above) = (inHead.filter { $0 > title }, inHead.filter { $0 <= title }.reversed())
    for block in below + above {
      if let line = PublicationLine(text(of: block), order: order), line.label == .published,
        let date = line.date
      {
        return (date, "text:date-line")
      }
    }
    if let date = inRows(labelled: true) { return (date, "text:date-line") }
    let first = dated(below)
    if let date = first.published { return (date, "text:date-line") }
    if let date = nearTitle(within: 4).published ?? inRows(labelled: false) {
      return (date, "text:near-title")
    }
    let second = dated(Array(above))
    if let date = second.published { return (date, "text:date-line") }
    let near = nearTitle(within: 12)
    if let date = near.published { return (date, "text:near-title") }
    if let later = markedLater() { return later }
    if let date = first.updated ?? near.updated ?? second.updated {
      return (date, "text:updated-line")
    }
    if let date = scripted() { return (date, "script") }
    let away = dated(lines.filter { !head.contains($0) })
    if let date = away.published { return (date, "text:date-line") }
    return away.updated.map { ($0, "text:updated-line") }
  }

  /// The day in one of the first rows of the report's own block, on pages that set headline, day and text
  /// in one; where no block is the headline, of any block around the report's start.
  private func inRows(labelled: Bool) -> String? {
    let hasTitle = analysis.signs.titleBlock != nil
    for block in surroundings.head where !hasTitle || analysis.measures[block].words > 60 {
      let rows = text(of: block).split(separator: 0x0A)
      guard rows.count > 1 else { continue }
      for row in rows.prefix(5) where row.count <= 240 {
        if let line = PublicationLine(row, order: order),
          labelled ? line.label == .published : line.label != .updated, let date = line.date
        {
          return date
        }
      }
    }
    return nil
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

  /// The first such dates in short lines from a little above the headline to so many blocks below it.
  private func nearTitle(within reach: Int) -> (published: String?, updated: String?) {
    guard let title = analysis.signs.titleBlock else { return (nil, nil) }
    var updated: String?
    let last = min(title + reach, analysis.segmenter.blocks.count - 1)
    let above = reach > 4 ? max(0, title - 4)..<title : 0..<0
    for block in [Int](title...last) + [Int](above)
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
}
