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
