import HTML

/// Elements that a page marks as naming an author: by relation, property, class, or by a link to an
/// author's page.
struct AuthorMarks {
  private let page: HTMLDocument
  private let relations: [AttributeName]
  private let words: [AttributeName]
  private let content: AttributeName?
  private let href: AttributeName?

  /// The most marks that are read of a stretch.
  private static let limit = 60
  /// Elements that begin so many nodes before a stretch may hold its first words.
  private static let reach = 20

  init(_ page: HTMLDocument) {
    self.page = page
    relations = ["rel", "itemprop", "property"].compactMap { page.attributeName($0) }
    words = ["class", "id", "data-testid", "slot"].compactMap { page.attributeName($0) }
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
      for name in words {
        guard let value = page.bytes(of: name, in: above), value.count < 200 else { continue }
        if value.holds("comment-") || value.holds("related") { return true }
      }
      next = page.parent(of: above)
    }
    return false
  }

  private func isMark(_ node: NodeID) -> Bool {
    switch page.tag(of: node) {
    case .meta, .link, .script, .body, .html, .main, .article, .form, .input, .img, .svg: false
    default:
      Self.isRelated(node, page, relations) || isLink(node)
        || words.contains { name in
          page.bytes(of: name, in: node).map { $0.count < 200 && Self.namesAuthor($0) } ?? false
        }
    }
  }

  /// The pieces of text of a mark, with whether an element of its own says that each is a name.
  func pieces(of mark: NodeID) -> [(text: String, isName: Bool)] {
    var pieces: [(text: String, isName: Bool)] = []
    var length = 0
    for node in page.descendants(of: mark) {
      if page.tag(of: node) == .meta, let content, let value = page.bytes(of: content, in: node),
        Self.isNamed(node, page, relations)
      {
        // A name for machines alone.
        pieces.append((PageMetadata.plain(String(decoding: value, as: UTF8.self)), true))
      }
      guard page.kind(of: node) == .text else { continue }
      let text = PageMetadata.plain(page.text(of: node))
      guard !text.isEmpty, let parent = page.parent(of: node) else { continue }
      if page.tag(of: parent) == .script || page.tag(of: parent) == .style { continue }
      var isName = false
      var above = parent
      while !isName {
        isName = isLink(above) || Self.isNamed(above, page, relations + words)
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
    if Self.isRelated(node, page, relations) { return true }
    guard let href, let value = page.bytes(of: href, in: node), value.count < 300 else {
      return false
    }
    return Self.holdsAny(value, Self.addresses)
  }

  private static func isRelated(
    _ node: NodeID, _ page: HTMLDocument, _ names: [AttributeName]
  ) -> Bool {
    names.contains { name in
      guard let value = page.bytes(of: name, in: node), value.count < 60 else { return false }
      return value.split { $0 <= 0x20 || $0 == 0x3A }.contains {
        $0.elementsEqual("author".utf8) || $0.elementsEqual("creator".utf8)
      }
    }
  }

  /// Whether class words or a property say that an element is a name.
  private static func isNamed(
    _ node: NodeID, _ page: HTMLDocument, _ names: [AttributeName]
  ) -> Bool {
    names.contains { name in
      page.bytes(of: name, in: node).map {
        $0.count < 120 && $0.holds("name") && !$0.holds("rename")
      } ?? false
    }
  }

  /// Whether class words say that an element holds an author's name.
  private static func namesAuthor(_ value: ArraySlice<UInt8>) -> Bool {
    holdsAny(value, classes)
  }

  /// Parts of the addresses of authors' pages.
  private static let addresses = table(
    "/author", "/autor", "/auteur", "/contributor", "/journalist", "/reporter", "/writer",
    "/staff/", "/profile/", "/profiles/", "/byline", "/columnist", "/people/", "/correspondent",
    "author=", "/penulis/", "/yazar", "/redaktion/")
  /// Parts of the classes of elements that name authors.
  private static let classes = table(
    "author", "byline", "auteur", "autor", "writer", "journalist", "contributor", "columnist",
    "penulis", "yazar", "forfatter", "skribent", "attribution", "redattore", "redakteur",
    "firma-", "reporter-", "-reporter", "signature", "creditos-autor", "wartawan", "pewarta",
    "kirjoittaja", "szerzo", "writtenby", "written-by")

  /// Words by their first byte.
  private static func table(_ words: String...) -> [[[UInt8]]] {
    var table: [[[UInt8]]] = Array(repeating: [], count: 256)
    for word in words { table[Int(word.utf8.first ?? 0)].append(Array(word.utf8)) }
    return table
  }

  /// Whether one of the words stands in the bytes, letters of either case alike.
  private static func holdsAny(_ value: ArraySlice<UInt8>, _ table: [[[UInt8]]]) -> Bool {
    for start in value.indices {
      let byte = value[start]
      let first = byte &- 0x41 < 26 ? byte | 0x20 : byte
      for word in table[Int(first)] where start + word.count <= value.endIndex {
        var length = 1
        while length < word.count, value[start + length] | 0x20 == word[length] | 0x20 {
          length += 1
        }
        if length == word.count { return true }
      }
    }
    return false
  }
}
