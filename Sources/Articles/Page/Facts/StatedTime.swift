import HTML

/// A time that an element states: `<time datetime>`, microdata, or the words of a `time` element.
struct StatedTime {
  /// What the page says that it is.
  enum Role: Int {
    case published, unsaid, modified
    /// Nothing that can be trusted, in an attribute that only the page's own scripts read.
    case data
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
      roles = AttributeRoles(
        page,
        [
          "datetime": 1, "itemprop": 1, "property": 1, "title": 2, "data-timestamp": 3,
          "data-time": 3, "data-date": 3, "data-datetime": 3, "data-epoch": 3, "data-unix": 3,
          "data-unixtime": 3, "data-unix-timestamp": 3, "data-utc": 3, "data-utc-date": 3,
          "data-published": 3, "data-publish-date": 3, "data-published-date": 3,
          "data-pubdate": 3, "data-publish-time": 3, "data-published-time": 3, "data-created": 3,
          "data-livestamp": 3, "data-ts": 3, "data-epoch-time": 3, "data-publish": 3,
          "data-published-at": 3, "data-original-date": 3, "data-gmt": 3, "data-iso": 3,
          "data-iso-date": 3, "data-time-utc": 3,
        ])
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
      // Most titles are those of links and pictures.
      if names.roles[page.attributeName(at: index)] != 2 || page.tag(of: node) != .a { return true }
    }
    return false
  }

  /// The time that an element states; nil where it states none.
  static func of(_ node: NodeID, _ page: HTMLDocument, _ names: Names) -> StatedTime? {
    let tag = page.tag(of: node)
    guard tag != .meta, tag != .ins, tag != .del else { return nil }
    let datetime = names.datetime.flatMap { page.bytes(of: $0, in: node) }
    let isProperty = names.properties.contains { name in
      page.bytes(of: name, in: node).map {
        $0.count < 60
          && $0.holdsOne(
            of: "datepublished", "datecreated", "dc:date", "dc:created", "dcterms:date")
      } ?? false
    }
    guard tag == .time || datetime != nil || isProperty else {
      return inData(node, page, names)
    }
    var role = Role.unsaid
    for name in names.words where role == .unsaid {
      role = page.bytes(of: name, in: node).map(Self.role) ?? .unsaid
    }
    if let pubdate = names.pubdate, page.bytes(of: pubdate, in: node) != nil { role = .published }
    let written =
      datetime ?? (isProperty ? names.content.flatMap { page.bytes(of: $0, in: node) } : nil)
    let value =
      written.map { String(decoding: $0, as: UTF8.self) } ?? PlainWords.of(page.text(of: node))
    return StatedTime(value: value, role: role, node: node)
  }

  /// A time in an attribute for scripts, or in the title of what class words call a date.
  private static func inData(
    _ node: NodeID, _ page: HTMLDocument, _ names: Names
  ) -> StatedTime? {
    var value: ArraySlice<UInt8>?
    var isTitle = false
    for index in page.attributeIndices(of: node) where value == nil {
      let role = names.roles[page.attributeName(at: index)]
      guard role > 1 else { continue }
      let content = page.attributeValue(at: index)
      guard (8...40).contains(content.count), content.contains(where: { $0 &- 0x30 < 10 }) else {
        continue
      }
      isTitle = role == 2
      value = content
    }
    guard let value else { return nil }
    var isModified = false
    var isDate = !isTitle
    for name in names.words {
      guard let words = page.bytes(of: name, in: node), words.count <= 200 else { continue }
      isModified = isModified || Self.role(words) == .modified
      isDate = isDate || words.holdsOne(of: "date", "time", "publish", "posted")
    }
    guard isDate else { return nil }
    return StatedTime(
      value: String(decoding: value, as: UTF8.self), role: isModified ? .modified : .data,
      node: node)
  }

  /// What class, id or property words say of a date.
  static func role(_ value: ArraySlice<UInt8>) -> Role {
    guard value.count <= 200 else { return .unsaid }
    if value.holds("datepublished") { return .published }
    if value.holdsOne(of: "modif", "updat", "edited") { return .modified }
    return value.holdsOne(of: "publi", "pubdate", "posted") ? .published : .unsaid
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
