import HTML

/// The headline.
enum PageTitle {
  /// - Parameter url: the page's address.
  static func choose(_ analysis: PageAnalysis, url: String?) -> String? {
    let metadata = analysis.metadata
    let head = analysis.signs.titleBlock.map {
      PlainWords.of(analysis.segmenter.text(of: analysis.segmenter.blocks[$0]))
    }
    if let head = head ?? metadata.headings.first, !head.isEmpty {
      return withoutSite(head, metadata, url, isHeading: true)
    }
    let stated =
      metadata.linkedData.articles.lazy.compactMap {
        metadata.linkedData.names($0["headline"]).first
      }
      .first { !$0.isEmpty }
    let open = metadata.meta("og:title", "twitter:title", "title", "dc.title", "parsely-title")
    return [open, stated, metadata.title].lazy.compactMap { $0 }.first { !$0.isEmpty }
      .map { withoutSite($0, metadata, url, isHeading: false) }
  }

  /// A title without the site's name behind a bar or dash; in the page's title what is short counts
  /// as that.
  private static func withoutSite(
    _ title: String, _ metadata: PageMetadata, _ url: String?, isHeading: Bool
  ) -> String {
    let words = title[...].words
    guard words.contains(where: { $0.utf8.count <= 3 && marks.contains($0) }) else { return title }
    for mark in marks {
      guard let at = words.dropFirst().lastIndex(of: mark), at + 1 < words.count else { continue }
      let tail = title[words[at].endIndex...].trimmed
      if namesSite(tail, metadata, url) || !isHeading && words.count - at <= 5 && at >= 3 {
        return String(title[..<words[at].startIndex].trimmed)
      }
    }
    return title
  }

  private static let marks: [Substring] = ["|", "–", "—", "-", "::", "»"]

  /// Whether a text is the site's name, or what its address is made of.
  private static func namesSite(
    _ text: Substring, _ metadata: PageMetadata, _ url: String?
  ) -> Bool {
    let site = metadata.meta("og:site_name", "application-name")?.lowercased()
    if text.lowercased() == site { return true }
    // "The company at the fair" is more than the site's name.
    guard text.words.count <= 3 else { return false }
    let letters = text.lowercased().filter { $0.isLetter || $0.isNumber }
    guard letters.count > 3, let host = url?.split(separator: "/").dropFirst().first else {
      return false
    }
    return host.split(separator: ".").contains { label in
      let label = label.lowercased().filter { $0 != "-" }
      return label.count > 3 && letters.hasPrefix(label)
    }
  }
}
