import HTML

/// Names that stand with a date under the headline.
extension PageAuthors {
  /// A name in one line with a date: "Jane Roe | Senior Writer | July 2, 2025"; elements may set them
  /// apart instead of marks, and the author's electronic address may stand for the date.
  mutating func addNamesWithDates(in zone: Range<Int>) {
    guard let title = analysis.signs.titleBlock else { return }
    for index in zone
    where index > title && index <= title + 4 && (3...20).contains(analysis.measures[index].words) {
      let bytes = analysis.segmenter.text(of: analysis.segmenter.blocks[index])
      let isDated = analysis.measures[index].digits > 0
      guard isDated || bytes.contains(where: { $0 == 0x40 || $0 >= 0xD8 }) else { continue }
      let text = String(decoding: bytes, as: UTF8.self)[...]
      let parts = text.split(at: Self.bars).flatMap(Self.apart)
      if let name = nameBesideDate(parts) {
        add([name], "line-with-date:head", .fair)
      } else if parts.count == 1, isDated, analysis.measures[index].words > 3,
        let name = Self.nameBeforeDate(text), !isTold(name)
      {
        add([name], "line-with-date:head", .fair)
      } else if let name = nameInPieces(ofBlock: index) {
        add([name], "line-with-date:head", .fair)
      }
    }
  }

  /// The first name among parts of which one is a date.
  private func nameBesideDate(_ parts: [Substring]) -> String? {
    guard let dated = parts.first(where: { PublicationLine(Array($0.utf8)[...])?.date != nil })
    else { return nil }
    return parts.lazy.filter { $0 != dated }
      .map { part in
        part.prefix(before: Self.comma).words.prefix { $0 != "in" }.joined(separator: " ")
      }
      .first { AuthorNames.isPerson($0) && !isTold($0) }
  }

  /// The name that elements set apart from a date, how long ago that was, or an address:
  /// "<span>Jane Roe</span><span>3 hours ago</span>".
  private func nameInPieces(ofBlock index: Int) -> String? {
    let element = analysis.segmenter.elements[analysis.segmenter.blocks[index].element]
    guard !element.tag.isHeading, !element.around.contains(.nav) else { return nil }
    let pieces = analysis.pieces(ofBlock: index)
    guard pieces.count > 1 else { return nil }
    let parts = pieces.flatMap { $0[...].split(at: Self.bars) }.map(\.trimmed)
    let isBeside = parts.map { part in
      part.holds(byte: 0x40) && part.words.count == 1 || Self.isAgo(part)
        || PublicationLine(Array(part.utf8)[...]) != nil
    }
    guard isBeside.contains(true) else { return nil }
    return zip(parts, isBeside).lazy.filter { !$0.1 }
      .map { withoutLocalOpening($0.0.prefix(before: Self.comma).trimmed) }
      .first { $0.contains(" ") && AuthorNames.isPerson($0) && !isTold($0) }
  }

  /// A name without the word that only opens bylines in the page's language: "Na Juma Mwinyi".
  private func withoutLocalOpening(_ name: Substring) -> String {
    let words = name.words
    guard words.count > 2,
      let openings = CreditWords.localOpenings(in: analysis.metadata.languageCode),
      openings.contains(hash: WordHash.opened(words[0]))
    else { return String(name) }
    return words.dropFirst().joined(separator: " ")
  }

  /// "3 hours ago", "vor 3 Stunden", in any language.
  private static func isAgo(_ text: Substring) -> Bool {
    let words = text.words
    guard (2...5).contains(words.count) else { return false }
    return words.count(where: { !$0.holdsByte { $0 &- 0x30 >= 10 } }) == 1
  }

  /// The parts of a line between dashes and strokes that stand alone.
  private static func apart(_ part: Substring) -> [Substring] {
    part.words.split { ["/", "–", "—", "-"].contains($0) }
      .map { $0.joined(separator: " ")[...] }
  }

  /// "Jane Roe 14 May 2021, 10:30": the name before a date without a mark between them.
  private static func nameBeforeDate(_ line: Substring) -> String? {
    let words = line.words
    let date = words.firstIndex {
      let shape = WordShape($0)
      return shape.first.contains(.number) || DateWord.known(shape.hash) != nil
    }
    guard let date, (2...3).contains(date) else { return nil }
    let (name, rest) = (words[..<date], words[date...])
    let whole = name.joined(separator: " ")
    guard AuthorNames.isPerson(whole), AuthorNames.introduction(name) == 0,
      PublicationLine(Array(rest.joined(separator: " ").utf8)[...])?.date != nil
    else { return nil }
    return whole
  }

  private static let (bars, comma): (MarkSet, MarkSet) = ("|·•\n", ",")

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
        continue
      }
      if Self.isDesk(line), index <= title + 6 {
        add([String(line)], "line-by-date:head", .weak)
        continue
      }
      guard AuthorNames.introduction(line.words[...]) == 0 else { continue }
      // What elements set apart may stand glued together: "Jane RoeReporter".
      let pieces = analysis.pieces(ofBlock: index)
      let first = pieces.count > 1 ? Byline(names: pieces[0][...]) : nil
      if let byline = first ?? Byline(names: line) {
        add(byline.names, "line-by-date:head", .fair)
      }
    }
  }
}
