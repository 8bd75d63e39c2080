import HTML

/// Lines of a page that name its authors.
extension PageAuthors {
  /// Lines that begin with "By", or that stand behind such a line.
  mutating func addLines(in zone: Range<Int>, _ place: String) {
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
      if place != "elsewhere", bytes.count < 100, bytes.first ?? 0 >= 0xE3 {
        let names = bytes.split(separator: 0x0A).lazy
          .map { Unspaced.signed(String(decoding: $0, as: UTF8.self)[...]) }.first { !$0.isEmpty }
        if let names { add(names, "byline:" + place) }
      }
      let clues = WordClues.shared
      guard
        isOpen || clues.mayOpenByline(bytes)
          || analysis.measures[index].digits > 0
            && analysis.hashes[index].prefix(6).contains(where: clues.openings.contains)
      else { continue }
      let text = String(decoding: bytes, as: UTF8.self)[...]
      if AuthorNames.isOpening(text) {
        isOpen = true
        continue
      }
      let pieces = AuthorNames.withoutDates(pieces(ofBlock: index))
      add(
        WrittenNames(isOpen ? ["by"] + pieces : pieces, needsOpening: true).names,
        isUnderTitle(index) ? Self.underTitle : "byline:" + place,
        isOpen || AuthorNames.endsAsByline(text) ? .person : .fair)
      isOpen = false
    }
  }

  /// Whether a block stands right under the headline, before the report's first paragraph.
  private func isUnderTitle(_ index: Int) -> Bool {
    guard let title = analysis.signs.titleBlock, index > title, index <= title + 6 else {
      return false
    }
    return !analysis.measures[title + 1..<index].contains { $0.isProse && $0.words > 40 }
  }

  /// The texts of a block's nodes, which the page may set apart without a space.
  private func pieces(ofBlock index: Int) -> [String] {
    let (page, blocks) = (analysis.page, analysis.segmenter.blocks)
    let end = index + 1 < blocks.count ? blocks[index + 1].node : nil
    var pieces: [String] = []
    var next: NodeID? = blocks[index].node
    while let node = next, node != end, pieces.count < 12 {
      if page.kind(of: node) == .text {
        let text = PlainWords.of(page.text(of: node))
        if !text.isEmpty { pieces.append(text) }
      }
      next = page.firstChild(of: node) ?? page.nodeAfter(node, within: page.root)
    }
    return pieces
  }

  /// A name in one line with a date under the headline: "Jane Roe | Senior Writer | July 2, 2025".
  mutating func addNamesWithDates(in zone: Range<Int>) {
    guard let title = analysis.signs.titleBlock else { return }
    for index in zone
    where index > title && index <= title + 4 && analysis.measures[index].digits > 0
      && (4...14).contains(analysis.measures[index].words)
    {
      let block = analysis.segmenter.blocks[index]
      let parts = String(decoding: analysis.segmenter.text(of: block), as: UTF8.self)[...]
        .split(at: Self.bars).map { $0.trimmed.split(separator: " in ").first ?? "" }
      guard parts.count > 1,
        parts.contains(where: { PublicationLine(Array($0.utf8)[...])?.date != nil }),
        let name = parts.first(where: { AuthorNames.isPerson($0) })
      else { continue }
      add([String(name)], "line-with-date:head", .fair)
    }
  }

  private static let bars: MarkSet = "|·•\n"

  /// A short line of names next to a date under the headline.
  mutating func addNamesBesideDates(in zone: Range<Int>) {
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
      let text = String(decoding: analysis.segmenter.text(of: block), as: UTF8.self)[...]
      let line = text.prefix(before: Self.bars).trimmed
      if CreditWords.agencies.contains(line), index <= title + 6 {
        add([String(line)], "line-by-date:head", .weak)
      } else if AuthorNames.introduction(line.words[...]) == 0, let byline = Byline(names: line) {
        add(byline.names, "line-by-date:head", .fair)
      }
    }
  }
}
