import HTML

/// Elements that a page marks as naming an author: by relation, property, class, or by a link to an
/// author's page.
struct AuthorMarks {
  private let page: HTMLDocument
  /// What attributes are to this reader.
  private let roles: AttributeRoles
  private let content: AttributeName?
  private let href: AttributeName?

  private static let relation: UInt8 = 1
  private static let words: UInt8 = 2
  private static let address: UInt8 = 3

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

  /// The first element of a page that microdata call the author, wherever it stands.
  func firstProperty() -> NodeID? {
    guard let property = page.attributeName("itemprop") else { return nil }
    return page.descendants(of: page.root).first { node in
      guard let value = page.bytes(of: property, in: node), Self.isRelation(value) else {
        return false
      }
      return page.tag(of: node) != .meta && !isElsewhere(node)
    }
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
        case Self.words:
          value.count > 4 && value.count < 200 && Self.classes.stands(in: value)
            && !value.holds("-location")
        default:
          value.count < 300
            && Self.addresses.stands(
              in: value.starts(with: "http".utf8) ? value.dropFirst(7) : value)
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

  /// A stretch of a mark's text.
  struct Piece {
    let text: String
    /// Whether an element of its own says that it is a name.
    let isName: Bool
    /// Whether that element says that it is the author's.
    var isSigned = false
  }

  /// The pieces of text of a mark.
  func pieces(of mark: NodeID) -> [Piece] {
    var pieces: [Piece] = []
    var length = 0
    for node in page.descendants(of: mark) {
      if page.tag(of: node) == .meta, let content, let value = page.bytes(of: content, in: node),
        anyValue(of: node, role: Self.relation, under: 120, Self.isName)
      {
        // A name for machines alone.
        pieces.append(
          Piece(text: PlainWords.of(String(decoding: value, as: UTF8.self)), isName: true))
      }
      guard page.kind(of: node) == .text else { continue }
      let text = PlainWords.of(textNode: node, of: page)
      guard !text.isEmpty, let parent = page.parent(of: node) else { continue }
      if page.tag(of: parent) == .script || page.tag(of: parent) == .style { continue }
      var (isName, isSigned) = (false, false)
      var above = parent
      while !isSigned {
        isSigned =
          page.tag(of: above) == .a
          && anyValue(of: above, role: Self.relation, under: 60, Self.isRelation)
        isName =
          isName || isSigned || isLink(above)
          || anyValue(of: above, role: Self.relation, under: 120, Self.isName)
          || anyValue(of: above, role: Self.words, under: 120, Self.isName)
        guard above != mark, let next = page.parent(of: above) else { break }
        above = next
      }
      pieces.append(Piece(text: text, isName: isName, isSigned: isSigned))
      length += text.utf8.count
      if pieces.count > 40 || length > 800 { break }
    }
    return pieces
  }

  /// Whether a link leads to the page of an author.
  private func isLink(_ node: NodeID) -> Bool {
    guard page.tag(of: node) == .a else { return false }
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
  private static let addresses = ByteWords([
    "/author", "authors/", "/autor", "/auteur", "/firma", "/periodista", "/redactor", "/skribent",
    "/szerzo", "/muhabir", "/tac-gia", "/kolumnis", "/giornalist", "/toimittaj", "/avtor",
    "/contributor", "/journalist", "/reporter", "/writer",
    "/staff/", "/profile/", "/profiles/", "/byline", "/columnist", "/people/", "/correspondent",
    "author=", "/penulis/", "/yazar", "/redaktion/",
  ])
  /// Parts of the classes of elements that name authors.
  private static let classes = ByteWords([
    "author", "byline", "auteur", "autor", "writer", "journalist", "contributor", "columnist",
    "penulis", "yazar", "forfatter", "skribent", "attribution", "redattore", "redakteur",
    "firma-", "reporter-", "-reporter", "signature", "creditos-autor", "wartawan", "pewarta",
    "kirjoittaja", "szerzo", "writtenby", "written-by", "createdby", "created-by", "username",
    "muhabir", "giornalist", "periodista", "tacgia", "tac-gia", "autorzy", "skrevet",
  ])
}
