import HTML

/// Elements that a page marks as naming an author: by relation, property, class, or by a link to an
/// author's page.
struct AuthorMarks {
  private let page: HTMLDocument
  /// What attributes are to this reader.
  private let roles: AttributeRoles
  private let content: AttributeName?
  private let href: AttributeName?

  private static let (relation, words, address): (UInt8, UInt8, UInt8) = (1, 2, 3)

  /// The most marks that are read of a stretch.
  private static let limit = 60
  /// Elements that begin so many nodes before a stretch may hold its first words.
  private static let reach = 20

  init(_ page: HTMLDocument) {
    self.page = page
    roles = AttributeRoles(
      page,
      [
        "rel": Self.relation, "itemprop": Self.relation, "property": Self.relation,
        "class": Self.words, "id": Self.words, "data-testid": Self.words, "slot": Self.words,
        "href": Self.address,
      ])
    content = page.attributeName("content")
    href = page.attributeName("href")
  }

  /// The marked elements from a node to an index in the page, those around the node among them, in
  /// page order; some stand inside of others.
  func nodes(from first: NodeID, to end: Int) -> [NodeID] {
    var top = first
    while let above = page.parent(of: top),
      page.index(of: above) > page.index(of: first) - Self.reach
    {
      top = above
    }
    var marks: [NodeID] = []
    var next: NodeID? = top
    while let node = next, page.index(of: node) < end, marks.count < Self.limit {
      if page.kind(of: node) == .element, isMark(node), !isElsewhere(node) { marks.append(node) }
      next = page.firstChild(of: node) ?? page.nodeAfter(node, within: page.root)
    }
    return marks
  }

  /// Whether an element stands among readers' comments, other reports, or in a quotation.
  private func isElsewhere(_ node: NodeID) -> Bool {
    var next = page.parent(of: node)
    for _ in 0..<8 {
      guard let above = next else { return false }
      if page.tag(of: above) == .blockquote || page.tag(of: above) == .figcaption { return true }
      if page.tag(of: above) == .article || page.tag(of: above) == .body { return false }
      let isOthers = anyValue(of: above, role: Self.words, under: 200) {
        $0.holds("comment-") || $0.holds("related")
      }
      if isOthers { return true }
      next = page.parent(of: above)
    }
    return false
  }

  private func isMark(_ node: NodeID) -> Bool {
    switch page.tag(of: node) {
    case .meta, .link, .script, .body, .html, .main, .article, .form, .input, .img, .svg:
      return false
    default: break
    }
    let isLink = page.tag(of: node) == .a
    for index in page.attributeIndices(of: node) {
      let role = roles[page.attributeName(at: index)]
      guard role > 0, role != Self.address || isLink else { continue }
      let value = page.attributeValue(at: index)
      let isMark =
        switch role {
        case Self.relation: Self.isRelation(value)
        case Self.words: value.count < 200 && Self.classes.stands(in: value)
        default: value.count < 300 && Self.addresses.stands(in: value)
        }
      if isMark { return true }
    }
    return false
  }

  /// Whether an attribute with a role has a value that fits.
  private func anyValue(
    of node: NodeID, role: UInt8, under limit: Int, _ fits: (ArraySlice<UInt8>) -> Bool
  ) -> Bool {
    for index in page.attributeIndices(of: node)
    where roles[page.attributeName(at: index)] == role {
      let value = page.attributeValue(at: index)
      if value.count < limit, fits(value) { return true }
    }
    return false
  }

  /// The pieces of text of a mark, with whether an element of its own says that each is a name.
  func pieces(of mark: NodeID) -> [(text: String, isName: Bool)] {
    var pieces: [(text: String, isName: Bool)] = []
    var length = 0
    for node in page.descendants(of: mark) {
      if page.tag(of: node) == .meta, let content, let value = page.bytes(of: content, in: node),
        anyValue(of: node, role: Self.relation, under: 120, Self.isName)
      {
        // A name for machines alone.
        pieces.append((PlainWords.of(String(decoding: value, as: UTF8.self)), true))
      }
      guard page.kind(of: node) == .text else { continue }
      let text = PlainWords.of(page.text(of: node))
      guard !text.isEmpty, let parent = page.parent(of: node) else { continue }
      if page.tag(of: parent) == .script || page.tag(of: parent) == .style { continue }
      var isName = false
      var above = parent
      while !isName {
        isName =
          isLink(above) || anyValue(of: above, role: Self.relation, under: 120, Self.isName)
          || anyValue(of: above, role: Self.words, under: 120, Self.isName)
        guard above != mark, let next = page.parent(of: above) else { break }
        above = next
      }
      pieces.append((text, isName))
      length += text.utf8.count
      if pieces.count > 40 || length > 800 { break }
    }
    return pieces
  }

  /// Whether a link leads to the page of an author.
  private func isLink(_ node: NodeID) -> Bool {
    guard page.tag(of: node) == .a else { return false }
    if anyValue(of: node, role: Self.relation, under: 60, Self.isRelation) { return true }
    return anyValue(of: node, role: Self.address, under: 300, Self.addresses.stands)
  }

  private static func isRelation(_ value: ArraySlice<UInt8>) -> Bool {
    guard value.count < 60, value.holds("author") || value.holds("creator") else { return false }
    return value.split { $0 <= 0x20 || $0 == 0x3A }.contains {
      $0.elementsEqual("author".utf8) || $0.elementsEqual("creator".utf8)
    }
  }

  /// Whether class words or a property say that an element is a name.
  private static func isName(_ value: ArraySlice<UInt8>) -> Bool {
    value.holds("name") && !value.holds("rename")
  }

  /// Parts of the addresses of authors' pages.
  private static let addresses = ByteWords(
    "/author", "/autor", "/auteur", "/contributor", "/journalist", "/reporter", "/writer",
    "/staff/", "/profile/", "/profiles/", "/byline", "/columnist", "/people/", "/correspondent",
    "author=", "/penulis/", "/yazar", "/redaktion/")
  /// Parts of the classes of elements that name authors.
  private static let classes = ByteWords(
    "author", "byline", "auteur", "autor", "writer", "journalist", "contributor", "columnist",
    "penulis", "yazar", "forfatter", "skribent", "attribution", "redattore", "redakteur",
    "firma-", "reporter-", "-reporter", "signature", "creditos-autor", "wartawan", "pewarta",
    "kirjoittaja", "szerzo", "writtenby", "written-by")
}

/// Words of ASCII in lower case, to be looked for within class words and addresses.
private struct ByteWords {
  /// By the first two bytes.
  private var byStart: [[[UInt8]]] = Array(repeating: [], count: 1024)
  private var isStart: [Bool] = Array(repeating: false, count: 1024)

  init(_ words: String...) {
    for word in words.map({ Array($0.utf8) }) {
      byStart[Self.key(word[0], word[1])].append(word)
      isStart[Self.key(word[0], word[1])] = true
    }
  }

  /// The same for letters of either case.
  @inline(__always)
  private static func key(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first & 31) << 5 | Int(second & 31)
  }

  /// Whether one of the words stands in the bytes, letters of either case alike.
  func stands(in value: ArraySlice<UInt8>) -> Bool {
    let bytes = value.span
    var last: UInt8 = 0
    for at in 0..<bytes.count {
      let key = Self.key(last, bytes[at])
      last = bytes[at]
      guard isStart[key], at > 0 else { continue }
      for word in byStart[key] where at - 1 + word.count <= bytes.count {
        var length = 0
        while length < word.count, bytes[at - 1 + length] | 0x20 == word[length] | 0x20 {
          length += 1
        }
        if length == word.count { return true }
      }
    }
    return false
  }
}
