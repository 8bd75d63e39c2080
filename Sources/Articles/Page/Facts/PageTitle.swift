import Foundation
import HTML

/// The headline.
enum PageTitle {
  static func choose(_ analysis: PageAnalysis) -> String? {
    let metadata = analysis.metadata
    let stated =
      metadata.linkedData.articles.lazy.compactMap {
        metadata.linkedData.names($0["headline"]).first
      }
      .first { !$0.isEmpty }
    let open = metadata.meta("og:title", "twitter:title", "title", "dc.title", "parsely-title")
    let head = analysis.signs.titleBlock.map {
      PlainWords.of(
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
