import HTML

/// The day of publication in the data that a page's scripts build it from.
extension PageDates {
  /// The day that stands behind the most trusted name of publication in a script, or in an attribute that
  /// holds a script's data, the first of several; nil where none does.
  ///
  /// Looked for only where nothing that readers see tells the day: the data may be of several reports.
  func scripted() -> String? {
    let page = analysis.page
    var best: DataDay?
    var node = page.firstChild(of: page.root)
    while let here = node {
      if page.kind(of: here) == .element {
        if page.tag(of: here) == .script {
          var bytes: [UInt8] = []
          for child in page.children(of: here) where page.kind(of: child) == .text {
            page.appendText(of: child, to: &bytes)
          }
          find(inData: bytes[...], &best)
        }
        for index in page.attributeIndices(of: here) {
          let value = page.attributeValue(at: index)
          if value.count > Self.shortestData { find(inData: value, &best) }
        }
        if best?.rank == 0 { break }
      }
      node = page.firstChild(of: here) ?? page.nodeAfter(here, within: page.root)
    }
    return best?.iso
  }

  /// A day, and the place of its name among the names.
  private struct DataDay {
    let iso: String
    let rank: Int
  }

  private static let shortestData = 100

  /// What data call the time of publication, in small letters without marks, the most trusted first.
  private static let dataNames = Dictionary(
    uniqueKeysWithValues: [
      "datepublished", "publishedat", "publishdate", "publisheddate", "publicationdate",
      "publishedtime", "publishtime", "publishedon", "datepublication", "datepublish", "pubdate",
      "pubtime", "firstpublished", "firstpublishedat", "firstpublisheddate", "firstpublishdate",
      "displaydate", "articlepublishedtime", "articledate", "originalpublishdate",
      "publicationtime", "publishedtimestamp", "publishtimestamp", "publishat", "releasedate",
      "articlepublishdate", "articlepublicationdate", "pagepublishdate", "contentpublishdate",
      "publicationdatetime", "publishdatetime", "publisheddatetime", "datefirstpublished",
      "datepublishedgmt", "datetimepublished", "postdate", "postdategmt", "publishup",
    ].enumerated().map { (WordHash.of($1), $0) })

  /// Takes a day behind a name that is trusted more than the best so far: `"publishedAt":"2024-03-05…"`,
  /// the quotation marks escaped or not, `publishTime: 1709631000`.
  private func find(inData bytes: ArraySlice<UInt8>, _ best: inout DataDay?) {
    let text = bytes.span
    var offset = 0
    while offset < text.count {
      guard Self.isName(text[offset]) else {
        offset += 1
        continue
      }
      let start = offset
      var hash = WordHash.seed
      var letters = 0
      while offset < text.count, Self.isName(text[offset]) {
        let small = text[offset] | 0x20
        if small &- 0x61 < 26, offset - start < 40 {
          hash = WordHash.step(hash, small)
          letters += 1
        }
        offset += 1
      }
      guard (7...24).contains(letters), let rank = Self.dataNames[hash],
        rank < best?.rank ?? .max
      else { continue }
      guard let value = Self.value(text, from: offset) else { continue }
      let first = bytes.startIndex + value.lowerBound
      let words = String(decoding: bytes[first..<first + value.count], as: UTF8.self)
      if let date = iso(words) { best = DataDay(iso: date, rank: rank) }
    }
  }

  /// The value behind a name: what stands behind the colon, quotation marks aside.
  private static func value(_ text: Span<UInt8>, from start: Int) -> Range<Int>? {
    var at = start
    var hasColon = false
    // Quotation marks, escaped or not, an equals sign or a colon.
    while at < text.count, at < start + 12, !isValue(text[at]) {
      hasColon = hasColon || text[at] == 0x3A || text[at] == 0x3D
      at += 1
    }
    guard hasColon, at < text.count, isValue(text[at]) else { return nil }
    var end = at
    while end < text.count, text[end] &- 0x30 < 10 { end += 1 }
    // Seconds or milliseconds, behind which other data stand.
    if end - at >= 10 { return at..<end }
    end = at
    while end < text.count, end < at + 40,
      isValue(text[end]) || text[end] == 0x20 || text[end] == 0x3A || text[end] == 0x2C
    {
      end += 1
    }
    while end > at, [0x20, 0x2C, 0x3A, 0x2E].contains(text[end - 1]) { end -= 1 }
    return at..<end
  }

  /// Whether a byte stands in names: letters, figures, low lines, hyphens.
  private static func isName(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F || byte == 0x2D
  }

  /// Whether a byte stands in a date: letters, figures and their marks.
  private static func isValue(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x2F || byte == 0x2E
      || byte == 0x2B
  }
}
