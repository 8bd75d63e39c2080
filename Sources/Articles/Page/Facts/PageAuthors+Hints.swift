import HTML

/// Names that only their place and their look tell from others: taken where nothing else does, and
/// never those whom the report itself tells of.
extension PageAuthors {
  /// Whether the report's first paragraphs have a name.
  func isTold(_ name: String) -> Bool {
    let start = (analysis.signs.titleBlock ?? -1) + 1
    let clue = NameClue(whole: name)
    return analysis.measures.indices.dropFirst(start).lazy
      .filter { analysis.measures[$0].isProse && analysis.measures[$0].words > 20 }.prefix(10)
      .contains { clue.stands(in: analysis.segmenter.text(of: analysis.segmenter.blocks[$0])) }
  }

  /// Reporters within the report's first and last lines, as East Asian papers name them.
  mutating func addReporters(in surroundings: ReportSurroundings) {
    let blocks = analysis.segmenter.blocks
    guard let first = firstParagraph(in: surroundings.head) else { return }
    add(ReporterBrackets.names(in: analysis.segmenter.text(of: blocks[first])), "lead:head")
    for index in ends(behind: first, surroundings) where analysis.measures[index].bytes < 80 {
      let bytes = analysis.segmenter.text(of: blocks[index])
      guard bytes.first == 0x28 || Unspaced.mayBegin(bytes) else { continue }
      add(ReporterBrackets.names(inLine: bytes), "signature:tail", .fair, isSigned: true)
    }
  }

  private func firstParagraph(in zone: Range<Int>) -> Int? {
    let title = analysis.signs.titleBlock ?? -1
    return zone.first {
      $0 > title && analysis.measures[$0].isProse && analysis.measures[$0].words > 12
    }
  }

  /// Where a report may end: short ones do so within what counts as their head.
  private func ends(behind first: Int, _ surroundings: ReportSurroundings) -> [Int] {
    surroundings.head.filter { $0 > first } + surroundings.tail
  }

  /// "The harbour has changed, writes Jane Roe" at the end of a standfirst.
  mutating func addStandfirstNames(in zone: Range<Int>) {
    guard analysis.metadata.languageCode ?? "en" == "en" else { return }
    for index in zone
    where analysis.measures[index].words > 5 && isUnderTitle(index)
      && analysis.measures[index].words < 60
    {
      let bytes = analysis.segmenter.text(of: analysis.segmenter.blocks[index])
      let end = String(decoding: bytes.suffix(60), as: UTF8.self)[...].words.suffix(5)
      guard let verb = end.lastIndex(where: { Self.tellingVerbs.contains($0) }) else { continue }
      let name = end[(verb + 1)...].joined(separator: " ")[...].trimmingMarks
      let isOutright = Self.writingVerbs.contains(end[verb])
      guard AuthorNames.isPerson(name), isOutright || !name.contains(where: \.isLowercase)
      else { continue }
      add([String(name)], "standfirst:head", .fair)
    }
  }

  private static let writingVerbs: Set<Substring> = ["writes", "reports"]
  private static let tellingVerbs = writingVerbs.union([
    "says", "asks", "argues", "finds", "explains",
  ])

  /// A name in bold type or at the right margin: alone under the headline, or as the report's last
  /// line.
  mutating func addSetOffNames(in surroundings: ReportSurroundings) {
    for index in surroundings.head where isUnderTitle(index) {
      if let name = setOffName(index) { add([name], Self.setOff, .fair) }
    }
    guard !findings.contains(where: { $0.trust == .fair }),
      let first = firstParagraph(in: surroundings.head)
    else { return }
    for index in ends(behind: first, surroundings)
    where analysis.measures[index - 1].isProse && analysis.scores[index - 1] > 0 {
      if let name = setOffName(index) { add([name], "signature:tail", .fair) }
    }
  }

  private func setOffName(_ index: Int) -> String? {
    guard (2...5).contains(analysis.measures[index].words) else { return nil }
    let block = analysis.segmenter.blocks[index]
    let element = analysis.segmenter.elements[block.element]
    guard element.tag == .p || element.tag == .div, block.linked == 0 else { return nil }
    let isSetOff =
      block.stressed * 10 >= analysis.measures[index].bytes * 9
      || analysis.page.attribute("style", of: element.node)?.contains("right") ?? false
    guard isSetOff else { return nil }
    let text = String(decoding: analysis.segmenter.text(of: block), as: UTF8.self)[...]
    let name = String(text.prefix(before: Self.nameEnds).trimmed)
    guard AuthorNames.isPerson(name), WordShape(name[...]).hasCase, !isTold(name) else {
      return nil
    }
    return name
  }

  private static let nameEnds: MarkSet = ",|"
}
