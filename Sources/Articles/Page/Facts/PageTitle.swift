import HTML

/// The headline.
enum PageTitle {
  /// - Parameter url: the page's address.
  static func choose(_ analysis: PageAnalysis, url: String?) -> String? {
    let metadata = analysis.metadata
    let block = analysis.signs.titleBlock
    let head = block.map {
      PlainWords.of(analysis.segmenter.text(of: analysis.segmenter.blocks[$0]))
    }
    if let head = head ?? metadata.headings.first, !head.isEmpty {
      return block.flatMap { withoutTopline($0, analysis) } ?? behindSite(head, analysis)
        ?? withoutSite(head, metadata, url, isHeading: true)
    }
    let open = metadata.meta("og:title", "twitter:title", "title", "dc.title", "parsely-title")
    if let title = [open, headline(metadata)].lazy.compactMap({ $0 }).first(where: { !$0.isEmpty })
    {
      return withoutSite(title, metadata, url, isHeading: false)
    }
    guard let title = metadata.title, !title.isEmpty else { return nil }
    return shownPart(of: title, analysis) ?? boldLine(title, analysis)
      ?? withoutSite(title, metadata, url, isHeading: false)
  }

  /// The headline that JSON-LD states.
  private static func headline(_ metadata: PageMetadata) -> String? {
    metadata.linkedData.articles.lazy
      .compactMap { metadata.linkedData.names($0["headline"]).first }.first { !$0.isEmpty }
  }

  /// The heading without the line above the headline that stands in the same element, where the page
  /// states the headline alone.
  private static func withoutTopline(_ block: Int, _ analysis: PageAnalysis) -> String? {
    let pieces = analysis.pieces(ofBlock: block)
    guard pieces.count > 1 else { return nil }
    let metadata = analysis.metadata
    let stated =
      [metadata.meta("og:title"), headline(metadata)] + [
        metadata.title.flatMap { parts(of: $0).first.map(String.init) }
      ]
    return pieces.indices.dropFirst().lazy.map { pieces[$0...].joined(separator: " ") }
      .first { $0[...].words.count > 2 && stated.contains($0) }
  }

  /// The headline where the first heading is the site's name, which the page's title has before the
  /// headline: "Ansel Post: Ferry line to close".
  private static func behindSite(_ head: String, _ analysis: PageAnalysis) -> String? {
    guard let title = analysis.metadata.title, title.utf8.count > 2 * head.utf8.count,
      title.utf8.starts(with: head.utf8)
    else { return nil }
    let rest = title.dropFirst(head.count).trimmed
    guard let mark = rest.first, ":|–—-»".contains(mark) else { return nil }
    let headline = rest.drop { ":|–—-» ".contains($0) }
    let elements = analysis.segmenter.elements
    let isHeading = analysis.segmenter.blocks.contains { block in
      elements[block.element].tag.isHeading
        && analysis.segmenter.text(of: block).elementsEqual(headline.utf8)
    }
    return isHeading ? String(headline) : nil
  }

  /// The part of the page's title with which something begins that the page shows.
  private static func shownPart(of title: String, _ analysis: PageAnalysis) -> String? {
    let parts = parts(of: title)
    guard parts.count > 1 else { return nil }
    return parts.first { part in
      part.words.count > 2
        && analysis.segmenter.blocks.contains {
          analysis.segmenter.text(of: $0).starts(with: part.utf8)
        }
    }.map(String.init)
  }

  /// The line in bold type over the report, where the page's title is nothing but a short name.
  private static func boldLine(_ title: String, _ analysis: PageAnalysis) -> String? {
    guard title[...].words.count <= 4,
      let first = analysis.measures.indices.first(where: {
        analysis.measures[$0].isProse && analysis.measures[$0].words > 12
      })
    else { return nil }
    let (page, blocks) = (analysis.page, analysis.segmenter.blocks)
    for index in max(0, first - 2)..<first {
      var next: NodeID? = blocks[index].node
      while let node = next, node != blocks[index + 1].node {
        next = page.firstChild(of: node) ?? page.nodeAfter(node, within: page.root)
        guard page.kind(of: node) == .text, let parent = page.parent(of: node),
          page.tag(of: parent) == .b || page.tag(of: parent) == .strong
        else { continue }
        let line = PlainWords.of(textNode: node, of: page)
        if (4...20).contains(line[...].words.count), line.last != ".", line.last != ":" {
          return line
        }
      }
    }
    return nil
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

  /// The parts of a page's title between bars and dashes.
  static func parts(of title: String) -> [Substring] {
    title[...].words.split(whereSeparator: marks.contains)
      .map { title[$0[$0.startIndex].startIndex..<$0[$0.endIndex - 1].endIndex] }
  }

  private static let marks: [Substring] = ["|", "–", "—", "-", "::", "»"]

  /// Whether a text is the site's name, or what its address is made of.
  private static func namesSite(
    _ text: Substring, _ metadata: PageMetadata, _ url: String?
  ) -> Bool {
    let site = metadata.meta("og:site_name", "application-name")?.lowercased()
    if text.lowercased() == site { return true }
    // "The company at the fair" is more than the site's name, and "Time to act" is no name of time.com:
    // sites' names have capitals.
    guard text.words.count <= 3, !text.words.contains(where: { $0.first?.isLowercase == true })
    else { return false }
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
