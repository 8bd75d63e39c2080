import HTML

/// Lines of a page that name its authors.
extension PageAuthors {
  /// Lines that begin with "By", or that stand behind such a line.
  ///
  /// - Parameter only: the blocks that are looked at, where not all are.
  mutating func addLines(in zone: Range<Int>, _ place: String, only: Set<Int>? = nil) {
    let blocks = analysis.segmenter.blocks
    let local =
      place == "head" ? CreditWords.localOpenings(in: analysis.metadata.languageCode) : nil
    var isOpen = false
    for index in zone where index != analysis.signs.titleBlock {
      guard analysis.measures[index].words <= 40, analysis.measures[index].bytes > 0,
        isOpen || only?.contains(index) ?? true
      else {
        isOpen = false
        continue
      }
      // A byline begins with its opening, glued to the name where elements set them apart ("ByJane
      // Roe"), or has it behind a date.
      let bytes = analysis.segmenter.text(of: blocks[index])
      if place != "elsewhere", bytes.count < 100, Unspaced.mayBegin(bytes) {
        let names = analysis.pieces(ofBlock: index).lazy.map { Unspaced.signed($0[...]) }
          .first { !$0.isEmpty }
        if let names { add(names, "byline:" + place) }
      }
      if let local, (3...9).contains(analysis.measures[index].words) {
        addLocal(String(decoding: bytes, as: UTF8.self)[...], local, at: index)
      }
      if place == "head", analysis.measures[index].words <= 6 { addDesk(bytes) }
      guard isOpen || mayNameAuthor(index, bytes) else { continue }
      let text = String(decoding: bytes, as: UTF8.self)[...]
      if AuthorNames.isOpening(text) {
        isOpen = true
        continue
      }
      var pieces = AuthorNames.withoutDates(analysis.pieces(ofBlock: index))
      // Where no element tells the headline, it may stand in one block with the byline.
      if analysis.signs.titleBlock == nil, place == "head" {
        let byline = pieces.firstIndex { AuthorNames.introduction($0.words[...]) > 0 }
        pieces.removeFirst(byline ?? 0)
      }
      add(
        WrittenNames(isOpen ? ["by"] + pieces : pieces, needsOpening: true).names,
        isUnderTitle(index) ? Self.underTitle : "byline:" + place,
        isOpen || AuthorNames.endsAsByline(text) ? .person : .fair)
      isOpen = false
    }
  }

  /// Whether a block may name the author behind an opening: at its start, behind a date, or behind
  /// another label.
  private func mayNameAuthor(_ index: Int, _ bytes: ArraySlice<UInt8>) -> Bool {
    if CreditWords.openingStarts.begins(bytes) { return true }
    if analysis.measures[index].digits > 0 || bytes.contains(0x3A),
      analysis.hashes[index].prefix(10).contains(where: WordClues.shared.openings.contains)
    {
      return true
    }
    return bytes.count < 200 && (Unspaced.mayBegin(bytes) || analysis.measures[index].digits > 0)
      && bytes.holdsOne(of: "作者", "记者", "記者", "撰文")
  }

  /// A byline that opens with a word that only opens bylines in the page's language.
  private mutating func addLocal(_ text: Substring, _ openings: WordSet, at index: Int) {
    let words = text.words
    guard isUnderTitle(index), let first = words.first,
      openings.contains(hash: WordHash.opened(first))
    else { return }
    let rest = words.dropFirst().joined(separator: " ")
    let names = WrittenNames(["by", rest[...]], needsOpening: true).names
    if names.contains(where: { AuthorNames.isPerson($0) }) { add(names, Self.underTitle) }
  }

  /// A line that signs with a desk's name alone: "Staff Reporter", "Da Redação".
  private mutating func addDesk(_ bytes: ArraySlice<UInt8>) {
    guard CreditWords.deskStarts.begins(bytes) else { return }
    let end = bytes.firstIndex { $0 == 0x2C || $0 == 0x7C || $0 == 0x0A } ?? bytes.endIndex
    var line = bytes[..<end]
    while line.last == 0x20 { line.removeLast() }
    guard !line.isEmpty, CreditWords.desks.contains(hash: WordHash.lowercased(line)) else { return }
    add([String(decoding: line, as: UTF8.self)], "byline:head", .weak)
  }

  /// Whether a block stands right under the headline, before the report's first paragraph.
  func isUnderTitle(_ index: Int) -> Bool {
    guard let title = analysis.signs.titleBlock, index > title, index <= title + 6 else {
      return false
    }
    return !analysis.measures[title + 1..<index].contains { $0.isProse && $0.words > 40 }
  }
}
