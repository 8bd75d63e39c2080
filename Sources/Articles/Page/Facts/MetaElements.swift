import HTML

/// The `meta` elements of a page, by name, property or itemprop, in page order. Most are never asked
/// for, so that nothing is made of them until then.
struct MetaElements {
  private struct Entry {
    /// The name as the page writes it, and its hash in lower case.
    let name: ArraySlice<UInt8>
    let hash: UInt64
    let content: ArraySlice<UInt8>
  }

  private var entries: [Entry] = []
  private let content: AttributeName?
  private let keys: [AttributeName]

  init(of page: HTMLDocument) {
    content = page.attributeName("content")
    keys = ["property", "name", "itemprop", "http-equiv"].compactMap { page.attributeName($0) }
  }

  mutating func add(_ node: NodeID, of page: HTMLDocument) {
    guard let content, let value = page.bytes(of: content, in: node) else { return }
    for key in keys {
      guard let name = page.bytes(of: key, in: node) else { continue }
      entries.append(Entry(name: name, hash: WordHash.lowercased(name), content: value))
    }
  }

  /// The contents of a name in lower case, in page order.
  func contents(of name: String) -> [String] {
    let hash = WordHash.of(name)
    return entries.filter { $0.hash == hash }.map { PlainWords.of($0.content) }
  }

  /// The first content of a name in lower case that isn't empty.
  func first(of name: String) -> String? { first(hash: WordHash.of(name)) }

  /// The first content of a name with a hash that isn't empty.
  func first(hash: UInt64) -> String? {
    for entry in entries where entry.hash == hash {
      let content = PlainWords.of(entry.content)
      if !content.isEmpty { return content }
    }
    return nil
  }

  /// The names that fit in lower case, in the order of the alphabet.
  func names(where fits: (_ name: ArraySlice<UInt8>) -> Bool) -> [String] {
    let names = entries.filter { fits($0.name) }
      .map { String(decoding: $0.name, as: UTF8.self).lowercased() }
    return Set(names).sorted()
  }
}

/// The words of a text with single spaces between them.
enum PlainWords {
  /// A text with single spaces and without references that were written twice over.
  static func of(_ text: String) -> String { of(Array(text.utf8)[...]) }

  static func of(_ text: ArraySlice<UInt8>) -> String {
    if text.count < 2000, text.contains(0x26), text.contains(0x3B) {
      let once = HTMLDocument.parseFragment(Array(text), in: "textarea")
      return spaced(Array(once.text(of: once.root).utf8)[...])
    }
    return spaced(text)
  }

  private static func spaced(_ text: ArraySlice<UInt8>) -> String {
    let bytes = text.span
    var offset = 0
    // As most are: nothing but single spaces between words.
    while offset < bytes.count {
      let width = spaceWidth(bytes, offset)
      if width > 0 {
        guard offset > 0, bytes[offset] == 0x20, offset + 1 < bytes.count,
          spaceWidth(bytes, offset + 1) == 0
        else { break }
      }
      offset += 1
    }
    if offset == bytes.count { return String(decoding: text, as: UTF8.self) }
    var result = Array(text.prefix(offset))
    while offset < bytes.count {
      let width = spaceWidth(bytes, offset)
      if width == 0 {
        result.append(bytes[offset])
        offset += 1
      } else {
        if let last = result.last, last != 0x20 { result.append(0x20) }
        offset += width
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// The bytes of the white space at an offset; beyond ASCII no-break and ideographic spaces, line
  /// separators, the em and en spaces.
  @inline(__always)
  private static func spaceWidth(_ bytes: Span<UInt8>, _ offset: Int) -> Int {
    let byte = bytes[offset]
    if byte <= 0x20 { return 1 }
    guard byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3 else { return 0 }
    var next = offset
    return bytes.scalar(at: &next).isWhiteSpace ? next - offset : 0
  }
}
