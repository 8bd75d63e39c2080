import Foundation
import HTML

/// Title, authors, dates, language and address as the page states them, the most trusted first.
struct PageFacts {
  var title: String?
  var byline: [String] = []
  var published: String?
  var publishedBy: String?
  var modified: String?
  var language: String?
  var url: String?

  init(_ analysis: PageAnalysis, url given: String?) {
    let metadata = analysis.metadata
    url = metadata.canonical ?? metadata.meta("og:url") ?? given
    language = metadata.language?.split(separator: "-").first.map { $0.lowercased() }
    title = PageTitle.choose(analysis)
    byline = PageAuthors.choose(analysis)
    (published, publishedBy) = PageDates.published(analysis, url: given ?? url)
    modified = PageDates.modified(analysis)
  }

  /// The texts of a JSON-LD value that may be a text, an object with a name, or a list of them.
  static func names(_ value: Any?) -> [String] {
    if let text = value as? String { return [PageMetadata.plain(text)] }
    if let object = value as? [String: Any] { return names(object["name"]) }
    if let list = value as? [Any] { return list.flatMap { names($0) } }
    return []
  }
}

/// The headline.
enum PageTitle {
  static func choose(_ analysis: PageAnalysis) -> String? {
    let metadata = analysis.metadata
    let stated =
      metadata.articles.lazy.compactMap { PageFacts.names($0["headline"]).first }
      .first { !$0.isEmpty }
    let open = metadata.meta("og:title", "twitter:title", "title", "dc.title", "parsely-title")
    let head = analysis.signs.titleBlock.map {
      PageMetadata.plain(
        String(
          decoding: analysis.segmenter.text(of: analysis.segmenter.blocks[$0]), as: UTF8.self))
    }
    let candidates = [head, metadata.headings.first, open, stated, metadata.title]
    guard let best = candidates.lazy.compactMap({ $0 }).first(where: { !$0.isEmpty }) else {
      return nil
    }
    if head != nil || metadata.headings.first != nil { return best }
    return withoutSite(best, metadata)
  }

  /// A title without the site's name behind a bar or dash.
  private static func withoutSite(_ title: String, _ metadata: PageMetadata) -> String {
    for mark in [" | ", " – ", " — ", " - ", " :: ", " » "] {
      guard let range = title.range(of: mark, options: .backwards) else { continue }
      let tail = title[range.upperBound...]
      let site = metadata.meta("og:site_name")?.lowercased()
      if tail.lowercased() == site || tail.split(separator: " ").count <= 4 {
        let head = title[..<range.lowerBound]
        if head.split(separator: " ").count >= 3 { return String(head) }
      }
    }
    return title
  }
}

/// Publication and modification dates.
enum PageDates {
  static func published(_ analysis: PageAnalysis, url: String?) -> (String?, String?) {
    let metadata = analysis.metadata
    for object in metadata.articles + metadata.linkedData {
      for key in ["datePublished", "dateCreated", "uploadDate"] {
        if let date = iso(PageFacts.names(object[key]).first) { return (date, "json-ld:\(key)") }
      }
    }
    for name in openNames {
      if let date = iso(metadata.meta(name)) { return (date, "meta:\(name)") }
    }
    if let day = url.flatMap(CalendarDate.inAddress) { return (day, "url") }
    for time in metadata.times.prefix(8) {
      if let date = iso(time.value) { return (date, "time") }
    }
    for name in laterNames {
      if let date = iso(metadata.meta(name)) { return (date, "meta:\(name)") }
    }
    for block in analysis.segmenter.blocks.indices where analysis.signs.dates[block] {
      let text = analysis.segmenter.text(of: analysis.segmenter.blocks[block])
      let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
      if let line = PublicationLine(scalars[...]), line.label != .updated, let date = line.date {
        return (date, "text")
      }
    }
    if let date = nearTitle(analysis) { return (date, "text:near-title") }
    return (nil, nil)
  }

  /// The first date in a short line around the headline.
  private static func nearTitle(_ analysis: PageAnalysis) -> String? {
    guard let title = analysis.signs.titleBlock else { return nil }
    let last = min(title + 12, analysis.segmenter.blocks.count - 1)
    for block in [Int](title...last) + [Int](max(0, title - 4)..<title)
    where analysis.measures[block].words <= 20 {
      let text = analysis.segmenter.text(of: analysis.segmenter.blocks[block])
      let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
      if block != title, let date = CalendarDate.first(in: DateToken.all(in: scalars[...])) {
        return date.iso
      }
    }
    return nil
  }

  static func modified(_ analysis: PageAnalysis) -> String? {
    for object in analysis.metadata.articles {
      if let date = iso(PageFacts.names(object["dateModified"]).first) { return date }
    }
    return iso(
      analysis.metadata.meta("article:modified_time", "og:updated_time", "datemodified", "lastmod"))
  }

  private static let openNames = [
    "article:published_time", "og:article:published_time", "article:published",
    "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate",
    "publishdate", "publish-date", "publish_date", "publication_date", "dc.date.issued",
    "dcterms.created", "dcterms.date", "dc.date", "dc.date.created", "citation_publication_date",
    "citation_date", "cxenseparse:recs:publishtime", "date", "rnews:datepublished",
    "article_date_original", "originalpublicationdate", "displaydate", "article.published",
    "dc.terms.date", "analyticsattributes.articledate", "bt:pubdate", "ptime", "created",
  ]
  private static let laterNames = [
    "og:pubdate", "revision_date", "timestamp",
  ]

  /// A date as ISO 8601 where the words settle one.
  private static func iso(_ text: String?) -> String? {
    guard let text, (8...60).contains(text.utf8.count) else { return nil }
    let bytes = Array(text.utf8)
    if bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
      bytes.prefix(10).allSatisfy({ $0 == 0x2D || ($0 &- 0x30) < 10 })
    {
      let year = Int(String(decoding: bytes[0..<4], as: UTF8.self)) ?? 0
      let month = Int(String(decoding: bytes[5..<7], as: UTF8.self)) ?? 0
      let day = Int(String(decoding: bytes[8..<10], as: UTF8.self)) ?? 0
      guard (1980...2100).contains(year), (1...12).contains(month), (1...31).contains(day) else {
        return nil
      }
      return withTime(bytes)
    }
    let tokens = DateToken.all(in: Array(text.unicodeScalars)[...])
    return CalendarDate.first(in: tokens)?.iso
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

/// Who wrote the report.
enum PageAuthors {
  static func choose(_ analysis: PageAnalysis) -> [String] {
    let metadata = analysis.metadata
    var organisations: [String] = []
    for object in metadata.articles {
      let writers = [object["author"], object["creator"]].flatMap { entries($0) }
      let people = unique(writers.filter { !isOrganisation($0) }.flatMap { PageFacts.names($0) })
      if !people.isEmpty { return people }
      organisations += writers.flatMap { PageFacts.names($0) }
    }
    let site = metadata.meta("og:site_name")?.lowercased()
    let named = [
      "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl",
      "citation_author", "article.author", "dcterms.creator", "authors", "article:author_name",
    ].lazy.map { unique(metadata.metas[$0] ?? []).filter { $0.lowercased() != site } }
      .first { !$0.isEmpty }
    if let named { return named }
    for node in metadata.authorNodes {
      let text = PageMetadata.plain(analysis.page.text(of: node))
      if let byline = Byline(text), !byline.names.isEmpty { return byline.names }
      let names = Byline.names(in: text)
      if !names.isEmpty, text.utf8.count <= 80 { return names }
    }
    for block in analysis.segmenter.blocks.indices where analysis.signs.bylines[block] {
      let text = analysis.segmenter.text(of: analysis.segmenter.blocks[block])
      if let byline = Byline(String(decoding: text, as: UTF8.self)), !byline.names.isEmpty {
        return byline.names
      }
    }
    return unique(organisations)
  }

  private static func entries(_ value: Any?) -> [Any] {
    value as? [Any] ?? value.map { [$0] } ?? []
  }

  private static func isOrganisation(_ value: Any) -> Bool {
    guard let object = value as? [String: Any] else { return false }
    return PageMetadata.types(object).contains { $0.hasSuffix("Organization") }
  }

  /// Names without doubles, addresses and introducing words.
  private static func unique(_ names: [String]) -> [String] {
    var result: [String] = []
    for name in names {
      var plain = PageMetadata.plain(name)
      for opening in ["By ", "by ", "BY ", "Written by ", "Posted by "]
      where plain.hasPrefix(opening) {
        plain = String(plain.dropFirst(opening.count))
      }
      for part in plain.split(separator: ",").flatMap({ $0.split(separator: ";") }) {
        for person in String(part).components(separatedBy: " and ") {
          let one = person.trimmingCharacters(in: .whitespaces)
          guard !one.isEmpty, !one.contains("://"), !one.hasPrefix("@"), one.utf8.count < 80,
            !result.contains(where: { $0.lowercased() == one.lowercased() })
          else { continue }
          result.append(one)
        }
      }
    }
    return result
  }
}
