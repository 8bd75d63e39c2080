import HTML

/// Who wrote the report.
///
/// What the page states of itself comes first, then the marks and the lines around the headline,
/// then those behind the report. In each, names that can be a person's come before a site's, a
/// desk's or a handle; and where the byline that readers see names more people than the page's data
/// and those among them, the byline is taken.
struct PageAuthors {
  /// Names from one place of the page.
  private struct Finding {
    var names: [String]
    var by: String
    var trust: Trust
    var isStated: Bool { by.hasPrefix("json-ld") || by.hasPrefix("meta") }
  }

  private enum Trust: Int, Comparable {
    /// People, where authors stand.
    case person
    /// People, in a line that may say something else.
    case fair
    /// Desks, and single names.
    case weak
    /// Sites, organisations, handles.
    case last

    static func < (left: Trust, right: Trust) -> Bool { left.rawValue < right.rawValue }
  }

  private let analysis: PageAnalysis
  private let site: Set<String>
  private var findings: [Finding] = []

  init(_ analysis: PageAnalysis, _ surroundings: ReportSurroundings) {
    self.analysis = analysis
    let metadata = analysis.metadata
    let publishers = metadata.linkedData.articles.flatMap {
      metadata.linkedData.names($0["publisher"])
    }
    let names = [metadata.meta("og:site_name"), metadata.meta("application-name")]
    site = Set((names.compactMap { $0 } + publishers).map { $0.lowercased() })
    addStated()
    addMarks(in: surroundings.head, "head")
    addLines(in: surroundings.head, "head")
    if findings.contains(where: { $0.trust == .person }) { return }
    addNamesWithDates(in: surroundings.head)
    addMarks(in: surroundings.tail, "tail")
    addLines(in: surroundings.tail, "tail")
    addNamesBesideDates(in: surroundings.head)
    if findings.isEmpty { addLines(in: analysis.segmenter.blocks.indices, "elsewhere") }
  }

  /// The names, and where they stood.
  var chosen: ([String], String?) {
    // A desk that the page states is its author; only a site or a handle gives way to people, and
    // a handle not to people away from the headline: commenters, authors of other reports.
    let stated = findings.first { $0.isStated && $0.trust <= .weak }
    let handle = findings.first {
      $0.isStated && $0.trust == .last && $0.names.allSatisfy { !site.contains($0.lowercased()) }
    }
    let near = findings.filter { handle == nil || $0.isStated || $0.by.hasSuffix(":head") }
    guard let best = stated ?? near.min(by: { $0.trust < $1.trust }) else {
      return ([], nil)
    }
    let own = Set(best.names.map { $0.lowercased() })
    let fuller = findings.first { finding in
      finding.by.hasSuffix(":head") && finding.trust == .person
        && finding.names.count > best.names.count
        && finding.names.count <= 8 && own.isSubset(of: finding.names.map { $0.lowercased() })
    }
    let taken = best.by.hasSuffix(":head") || best.trust != .person ? best : fuller ?? best
    return (taken.names, taken.by)
  }

  private mutating func add(_ names: [String], _ by: String, _ trust: Trust = .person) {
    var unique: [String] = []
    for name in names where !unique.contains(where: { $0.lowercased() == name.lowercased() }) {
      unique.append(name)
    }
    // Away from the headline "by" is as often part of something else: "Powered by Link".
    if by.hasSuffix(":tail") || by.hasSuffix(":elsewhere") {
      unique = unique.filter { $0.contains(" ") }
    }
    let people = unique.filter { AuthorNames.isPerson($0) && !site.contains($0.lowercased()) }
    if !people.isEmpty {
      findings.append(Finding(names: people, by: by, trust: trust))
    } else if !unique.isEmpty {
      findings.append(
        Finding(names: unique, by: by, trust: isLast(unique[0]) ? .last : max(trust, .weak)))
    }
  }

  /// Whether a name is the site's own or a handle.
  private func isLast(_ name: String) -> Bool {
    site.contains(name.lowercased()) || name.contains(where: \.isNumber)
      || !name.contains(" ") && name.dropFirst().contains(where: \.isUppercase)
      || !name.contains(" ") && !name.contains(where: \.isUppercase)
        && name.contains(where: \.isLowercase)
  }

  private mutating func addStated() {
    let metadata = analysis.metadata
    for object in metadata.linkedData.articles {
      let authors = metadata.linkedData.authors(of: object)
      add(
        authors.filter { !$0.isOrganisation }.flatMap { AuthorNames.stated($0.name) },
        "json-ld:author")
      add(authors.filter(\.isOrganisation).map(\.name), "json-ld:author", .last)
    }
    for name in metadata.metas.keys.sorted(by: Self.isRather) where Self.namesAuthor(name) {
      add((metadata.metas[name] ?? []).flatMap(AuthorNames.stated), "meta:" + name)
    }
    for number in 1...4 where metadata.meta("twitter:label\(number)").map(Self.isLabel) ?? false {
      let label = "twitter:data\(number)"
      add(metadata.meta(label).map(AuthorNames.stated) ?? [], "meta:" + label)
    }
  }

  /// "author" itself first, then names that hold it, in the order of the alphabet.
  private static func isRather(_ left: String, _ right: String) -> Bool {
    (left == "author" ? 0 : 1, left) < (right == "author" ? 0 : 1, right)
  }

  private static func namesAuthor(_ name: String) -> Bool {
    let words = name.split { !$0.isLetter }
    guard words.contains(where: { ["author", "authors", "creator", "byl", "byline"].contains($0) })
    else { return false }
    return !words.contains {
      ["url", "id", "image", "twitter", "type", "link", "count", "email", "slug"].contains($0)
    }
  }

  private static func isLabel(_ label: String) -> Bool {
    AuthorNames.isOpening(label)
  }

  private mutating func addMarks(in zone: Range<Int>, _ place: String) {
    let (page, blocks) = (analysis.page, analysis.segmenter.blocks)
    guard let first = zone.first else { return }
    let from = page.index(of: blocks[first].node)
    let to = zone.upperBound < blocks.count ? page.index(of: blocks[zone.upperBound].node) : Int.max
    for node in analysis.metadata.authors.nodes {
      let at = page.index(of: node)
      guard at < to, at > from - 20 else { continue }
      let all = analysis.metadata.authors.pieces(of: node, page)
      let pieces = all.prefix { $0.text == all[0].text || !AuthorNames.opensOtherWork($0.text) }
      guard let opening = pieces.first, at >= from || pieces.count < 12 else { continue }
      if AuthorNames.opensOtherWork(opening.text) { continue }
      let named = pieces.filter(\.isName).flatMap { AuthorNames.stated($0.text) }
      let people = named.filter(AuthorNames.isPerson)
      if !people.isEmpty {
        add(people, "mark:" + place)
        continue
      }
      let words = pieces.reduce(0) { $0 + $1.text.split(separator: " ").count }
      guard words <= 40 else { continue }
      add(
        AuthorNames.written(
          AuthorNames.withoutDates(pieces.map(\.text)), needsOpening: words > 12),
        "mark:" + place)
      if place == "head", let name = named.first, named.count <= 2, name.utf8.count <= 40,
        name.first?.isLowercase == false
      {
        add([name], "mark:" + place, .weak)
      }
    }
  }

  /// Lines that begin with "By", or that stand behind such a line.
  private mutating func addLines(in zone: Range<Int>, _ place: String) {
    let blocks = analysis.segmenter.blocks
    var isOpen = false
    for index in zone where index != analysis.signs.titleBlock {
      guard analysis.measures[index].words <= 40, analysis.measures[index].bytes > 0 else {
        isOpen = false
        continue
      }
      // A byline begins with its opening, glued to the name where elements set them apart ("ByJane
      // Roe"), or has it behind a date.
      let bytes = analysis.segmenter.text(of: blocks[index])
      let clues = WordClues.shared
      guard
        isOpen || clues.mayOpenByline(bytes)
          || analysis.measures[index].digits > 0
            && analysis.measures[index].hashes.prefix(6).contains(where: clues.openings.contains)
      else { continue }
      let text = String(decoding: bytes, as: UTF8.self)
      if AuthorNames.isOpening(text) {
        isOpen = true
        continue
      }
      let pieces = AuthorNames.withoutDates(pieces(ofBlock: index))
      add(
        AuthorNames.written(isOpen ? ["by"] + pieces : pieces, needsOpening: true),
        "byline:" + place, isOpen || AuthorNames.endsAsByline(text) ? .person : .fair)
      isOpen = false
    }
  }

  /// The texts of a block's nodes, which the page may set apart without a space.
  private func pieces(ofBlock index: Int) -> [String] {
    let (page, blocks) = (analysis.page, analysis.segmenter.blocks)
    let end = index + 1 < blocks.count ? blocks[index + 1].node : nil
    var pieces: [String] = []
    var next: NodeID? = blocks[index].node
    while let node = next, node != end, pieces.count < 12 {
      if page.kind(of: node) == .text {
        let text = PageMetadata.plain(page.text(of: node))
        if !text.isEmpty { pieces.append(text) }
      }
      next = page.firstChild(of: node) ?? page.nodeAfter(node, within: page.root)
    }
    return pieces
  }

  /// A name in one line with a date under the headline: "Jane Roe | Senior Writer | July 2, 2025".
  private mutating func addNamesWithDates(in zone: Range<Int>) {
    guard let title = analysis.signs.titleBlock else { return }
    for index in zone
    where index > title && index <= title + 4 && analysis.measures[index].digits > 0
      && (4...14).contains(analysis.measures[index].words)
    {
      let block = analysis.segmenter.blocks[index]
      let parts = String(decoding: analysis.segmenter.text(of: block), as: UTF8.self)
        .split { "|·•\n".contains($0) }.map(\.trimmed)
      guard parts.count > 1, let name = parts.first(where: AuthorNames.isPerson),
        parts.contains(where: { PublicationLine(Array($0.unicodeScalars)[...])?.date != nil })
      else { continue }
      add([name], "line-with-date:head", .fair)
    }
  }

  /// A short line of names next to a date under the headline.
  private mutating func addNamesBesideDates(in zone: Range<Int>) {
    let signs = analysis.signs
    guard let title = signs.titleBlock else { return }
    for index in zone
    where index > title && (1...8).contains(analysis.measures[index].words)
      && [index - 2, index - 1, index + 1, index + 2].contains(where: {
        zone.contains($0) && signs.dates[$0]
      })
    {
      let block = analysis.segmenter.blocks[index]
      let element = analysis.segmenter.elements[block.element]
      guard !element.tag.isHeading, !element.around.contains(.nav) else { continue }
      let text = String(decoding: analysis.segmenter.text(of: block), as: UTF8.self)
      if let byline = Byline(names: text.prefix { $0 != "|" && $0 != "·" }.trimmed) {
        add(byline.names, "line-by-date:head", .fair)
      }
    }
  }
}
