import HTML

/// Names that stand with a date under the headline.
extension PageAuthors {
  /// A name in one line with a date: "Jane Roe | Senior Writer | July 2, 2025".
  mutating func addNamesWithDates(in zone: Range<Int>) {
    guard let title = analysis.signs.titleBlock else { return }
    for index in zone
    where index > title && index <= title + 4 && analysis.measures[index].digits > 0
      && (4...14).contains(analysis.measures[index].words)
    {
      let block = analysis.segmenter.blocks[index]
      let text = String(decoding: analysis.segmenter.text(of: block), as: UTF8.self)[...]
      let parts = text.split(at: Self.bars).flatMap(Self.apart)
      guard let dated = parts.first(where: { PublicationLine(Array($0.utf8)[...])?.date != nil })
      else {
        if parts.count == 1, let name = Self.nameBeforeDate(text), !isTold(name) {
          add([name], "line-with-date:head", .fair)
        }
        continue
      }
      let name = parts.lazy.filter { $0 != dated }
        .map { part in
          part.prefix(before: Self.comma).words.prefix { $0 != "in" }.joined(separator: " ")
        }
        .first { AuthorNames.isPerson($0) && !isTold($0) }
      if let name { add([name], "line-with-date:head", .fair) }
    }
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
      let pieces = pieces(ofBlock: index)
      let first = pieces.count > 1 ? Byline(names: pieces[0][...]) : nil
      if let byline = first ?? Byline(names: line) {
        add(byline.names, "line-by-date:head", .fair)
      }
    }
  }
}
