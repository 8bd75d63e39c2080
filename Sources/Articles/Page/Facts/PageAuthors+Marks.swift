import HTML

/// Elements that a page marks as naming its authors.
extension PageAuthors {
  /// Names in marked elements.
  ///
  /// - Parameter clue: what a mark's text must hold.
  mutating func addMarks(in zone: Range<Int>, _ place: String, only clue: NameClue? = nil) {
    let (page, blocks) = (analysis.page, analysis.segmenter.blocks)
    guard let first = zone.first else { return }
    let from = page.index(of: blocks[first].node)
    let to = zone.upperBound < blocks.count ? page.index(of: blocks[zone.upperBound].node) : Int.max
    var others: NodeID?
    var last: NodeID?
    // Marks that stand inside of each other mostly hold the same words.
    var read: Set<UInt64> = []
    for node in marks.nodes(from: blocks[first].node, to: to) {
      let at = page.index(of: node)
      if let others, page.holds(others, node) { continue }
      let all = marks.pieces(of: node)
      guard let opening = all.first, clue?.stands(in: all) ?? true else { continue }
      if AuthorNames.opensOtherWork(opening.text[...]) {
        if at >= from || all.count < 12 { others = node }
        continue
      }
      let pieces = all.prefix {
        $0.text == opening.text || !AuthorNames.opensOtherWork($0.text[...])
      }
      guard at >= from || pieces.count < 12 else { continue }
      let key = pieces.reduce(WordHash.seed) { hash, piece in
        piece.text.utf8.reduce(WordHash.step(hash, piece.isName ? 1 : 2), WordHash.step)
      }
      guard read.insert(key).inserted else { continue }
      let named = pieces.flatMap { $0.isName ? AuthorNames.stated($0.text) : [] }
      var people = named.filter { AuthorNames.isPerson($0) }
      // What stands behind a desk in scripts without capitals is where it was written.
      if named.count > 1, CreditWords.desks.contains(named[0][...]),
        people.allSatisfy({ AuthorNames.isCaselessWord($0[...]) })
      {
        people = []
      }
      if !people.isEmpty {
        // A mark within one that is read already says nothing new.
        if let before = last, page.holds(before, node), let end = findings.last,
          people.allSatisfy(end.names.contains)
        {
          continue
        }
        if let before = last, areSideBySide(before, node), let end = findings.indices.last,
          findings[end].trust == .person
        {
          findings[end].isMerged = true
          findings[end].names += people.filter { !findings[end].names.contains($0) }
        } else {
          add(people, "mark:" + place, isSigned: pieces.contains(where: \.isSigned))
        }
        last = node
        continue
      }
      if let desk = named.first, CreditWords.desks.contains(desk[...]) {
        add([desk], "mark:" + place, .weak)
        continue
      }
      let words = pieces.reduce(0) { $0 + $1.text[...].words.count }
      guard words <= 40 else {
        addAuthorBox(pieces.map(\.text), "mark:" + place)
        continue
      }
      let parts = AuthorNames.withoutDates(pieces.map(\.text))
      let written = WrittenNames(parts, needsOpening: words > 12).names
      add(written, "mark:" + place)
      if written.isEmpty, place == "head", words <= 5, let desk = parts.first, Self.isDesk(desk) {
        add([String(desk)], "mark:" + place, .weak)
      }
      let isSigned = pieces.contains(where: \.isSigned)
      if place == "head" || isSigned, let name = named.first, named.count <= 2,
        name.utf8.count <= 40,
        isSigned ? place == "head" || !name.contains(" ") : name.first?.isLowercase == false,
        !Self.isPhrase(name)
      {
        add([name], "mark:" + place, .weak, isSigned: isSigned)
      }
    }
  }

  /// The name above a few lines about the author that begin with it: "Jane Roe", "Jane Roe is a …".
  private mutating func addAuthorBox(_ pieces: [String], _ by: String) {
    guard let name = pieces.first, AuthorNames.isPerson(name), name.utf8.count < 40,
      pieces.dropFirst().contains(where: { $0.hasPrefix(name + " ") })
    else { return }
    add([name], by, .fair)
  }

  /// Whether words are no name: "View more posts".
  private static func isPhrase(_ name: String) -> Bool {
    let rest = name[...].words.dropFirst()
    return !rest.isEmpty && rest.allSatisfy { WordShape($0).first.contains(.small) }
  }

  /// Whether words name a desk: "News Desk", "Web Team".
  static func isDesk(_ text: Substring) -> Bool {
    let words = text.words
    return (2...4).contains(words.count)
      && WrittenNames.collectives.contains(words[words.count - 1])
      && words.allSatisfy { WordShape($0).first.contains(.capital) }
  }

  /// Whether the words before a mark say that its names are not the author's: "Edited by".
  private func isOthersWork(_ mark: NodeID) -> Bool {
    let page = analysis.page
    guard let before = page.previousSibling(of: mark), page.kind(of: before) == .text else {
      return false
    }
    let text = PlainWords.of(page.text(of: before))[...].drop { !$0.isLetter }
    return AuthorNames.opensOtherWork(text)
  }

  /// Whether two marks are members of one list of authors: links in one line, or items of a list.
  private func areSideBySide(_ left: NodeID, _ right: NodeID) -> Bool {
    let page = analysis.page
    guard page.tag(of: left) == page.tag(of: right), !page.holds(left, right),
      let above = page.parent(of: left), let other = page.parent(of: right)
    else { return false }
    if above == other {
      return page.index(of: right) - page.index(of: left) < 12
        && !isOthersWork(right)
    }
    return page.tag(of: above) == page.tag(of: other) && page.tag(of: above) == .li
      && page.parent(of: above) == page.parent(of: other)
  }
}

extension HTMLDocument {
  /// Whether an element holds a node at any depth.
  func holds(_ top: NodeID, _ node: NodeID) -> Bool {
    var next = parent(of: node)
    while let above = next {
      if above == top { return true }
      next = parent(of: above)
    }
    return false
  }
}
