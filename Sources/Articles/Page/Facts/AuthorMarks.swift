import HTML

/// Elements that a page marks as naming an author: by relation, property, class, or by a link to an
/// author's page.
struct AuthorMarks {
  /// The marked elements in page order, some inside of others.
  private(set) var nodes: [NodeID] = []

  private let relations: [AttributeName]
  private let words: [AttributeName]
  private let href: AttributeName?

  /// The most marks that are kept of a page.
  private static let limit = 120

  init(_ page: HTMLDocument) {
    relations = ["rel", "itemprop", "property"].compactMap { page.attributeName($0) }
    words = ["class", "id", "data-testid", "slot"].compactMap { page.attributeName($0) }
    href = page.attributeName("href")
  }

  /// Adds an element where it is marked; elements come in page order.
  mutating func add(_ node: NodeID, _ page: HTMLDocument) {
    if nodes.count < Self.limit, isMark(node, page) { nodes.append(node) }
  }

  private func isMark(_ node: NodeID, _ page: HTMLDocument) -> Bool {
    switch page.tag(of: node) {
    case .meta, .link, .script, .body, .html, .main, .article, .form, .input, .img, .svg: false
    default:
      Self.isRelated(node, page, relations) || isLink(node, page)
        || words.contains { name in
          page.bytes(of: name, in: node).map { $0.count < 200 && Self.namesAuthor($0) } ?? false
        }
    }
  }

  /// The pieces of text of a mark, with whether an element of its own says that each is a name.
  func pieces(of mark: NodeID, _ page: HTMLDocument) -> [(text: String, isName: Bool)] {
    var pieces: [(text: String, isName: Bool)] = []
    var length = 0
    for node in page.descendants(of: mark) where page.kind(of: node) == .text {
      let text = PageMetadata.plain(page.text(of: node))
      guard !text.isEmpty, let parent = page.parent(of: node) else { continue }
      if page.tag(of: parent) == .script || page.tag(of: parent) == .style { continue }
      var isName = false
      var above = parent
      while !isName {
        isName = isLink(above, page) || Self.isNamed(above, page, relations + words)
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
  private func isLink(_ node: NodeID, _ page: HTMLDocument) -> Bool {
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
    "penulis", "yazar", "forfatter", "skribent", "attribution")

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
