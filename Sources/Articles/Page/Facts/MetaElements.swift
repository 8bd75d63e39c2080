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
  private let roles: AttributeRoles

  private static let content: UInt8 = 1
  private static let key: UInt8 = 2

  init(of page: HTMLDocument) {
    roles = AttributeRoles(
      page,
      [
        "content": Self.content, "property": Self.key, "name": Self.key, "itemprop": Self.key,
        "http-equiv": Self.key,
      ])
    entries.reserveCapacity(40)
  }

  mutating func add(_ node: NodeID, of page: HTMLDocument) {
    let attributes = page.attributeIndices(of: node)
    guard
      let content = attributes.first(where: {
        roles[page.attributeName(at: $0)] == Self.content
      })
    else { return }
    let value = page.attributeValue(at: content)
    for index in attributes where roles[page.attributeName(at: index)] == Self.key {
      let name = page.attributeValue(at: index)
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
