import HTML

/// A time that an element states: `<time datetime>`, microdata, or the words of a `time` element.
struct StatedTime {
  /// What the page says that it is.
  enum Role: Int {
    case published, unsaid, modified
  }

  /// The date as written.
  let value: String
  let role: Role
  let node: NodeID

  /// The attributes' names, looked up once for a page.
  struct Names {
    /// Above zero for the names that elements with a time have.
    fileprivate let roles: AttributeRoles
    fileprivate let content: AttributeName?
    fileprivate let pubdate: AttributeName?
    fileprivate let datetime: AttributeName?
    fileprivate let properties: [AttributeName]
    fileprivate let words: [AttributeName]

    init(_ page: HTMLDocument) {
      roles = AttributeRoles(page, ["datetime": 1, "itemprop": 1, "property": 1])
      datetime = page.attributeName("datetime")
      properties = ["itemprop", "property"].compactMap { page.attributeName($0) }
      content = page.attributeName("content")
      pubdate = page.attributeName("pubdate")
      words = ["itemprop", "property", "class", "id"].compactMap { page.attributeName($0) }
    }
  }

  /// Whether an element may state a time, which most don't.
  @inline(__always)
  static func mayBe(_ node: NodeID, _ page: HTMLDocument, _ names: Names) -> Bool {
    if page.tag(of: node) == .time { return true }
    for index in page.attributeIndices(of: node)
    where names.roles[page.attributeName(at: index)] > 0 {
      return true
    }
    return false
  }

  /// The time that an element states.
  init?(_ node: NodeID, _ page: HTMLDocument, _ names: Names) {
    let tag = page.tag(of: node)
    guard tag != .meta, tag != .ins, tag != .del else { return nil }
    let datetime = names.datetime.flatMap { page.bytes(of: $0, in: node) }
    let isProperty = names.properties.contains { name in
      page.bytes(of: name, in: node).map { $0.count < 32 && $0.holds("datepublished") } ?? false
    }
    guard tag == .time || datetime != nil || isProperty else { return nil }
    var role = Role.unsaid
    for name in names.words where role == .unsaid {
      role = page.bytes(of: name, in: node).map(Self.role) ?? .unsaid
    }
    if let pubdate = names.pubdate, page.bytes(of: pubdate, in: node) != nil { role = .published }
    let written =
      datetime ?? (isProperty ? names.content.flatMap { page.bytes(of: $0, in: node) } : nil)
    value =
      written.map { String(decoding: $0, as: UTF8.self) } ?? PlainWords.of(page.text(of: node))
    self.role = role
    self.node = node
  }

  /// What class, id or property words say of a date.
  static func role(_ value: ArraySlice<UInt8>) -> Role {
    guard value.count <= 200 else { return .unsaid }
    if value.holds("modif") || value.holds("updat") || value.holds("edited") { return .modified }
    if value.holds("publi") || value.holds("pubdate") || value.holds("posted") {
      return .published
    }
    return .unsaid
  }
}

extension ArraySlice<UInt8> {
  /// Whether one of some words in lower case stands in the bytes, letters of either case alike.
  func holdsOne(of words: StaticString...) -> Bool { words.contains { holds($0) } }

  /// Whether a word in lower case stands in the bytes, letters of either case alike.
  func holds(_ word: StaticString) -> Bool {
    let word = unsafe UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    let bytes = span
    guard bytes.count >= word.count, let first = unsafe word.first else { return false }
    for start in 0...(bytes.count - word.count) where bytes[start] | 0x20 == first {
      var length = 1
      while length < word.count, unsafe bytes[start + length] | 0x20 == word[length] { length += 1 }
      if length == word.count { return true }
    }
    return false
  }
}
