/// The name of an attribute, looked up once for many nodes.
public struct AttributeName: Hashable, Sendable {
  /// A number below the document's `attributeNameCount`: an index for tables beside the tree.
  public let number: Int32

  @usableFromInline
  init(number: Int32) { self.number = number }
}

/// An attribute of an element.
public struct Attribute: Hashable, Sendable {
  /// `xlink`, `xml` or `xmlns` for attributes of foreign elements in those namespaces, else nil.
  public let prefix: String?
  /// The name, without the prefix.
  public let name: String
  /// The value, its references decoded.
  public let value: String
  /// Where name and value stand in the page, in bytes.
  public let sourceRange: Range<Int>
}

/// Attributes.
extension HTMLDocument {
  /// The name as this document knows it; nil where no attribute of any node has it.
  public func attributeName(_ name: String) -> AttributeName? {
    arena.names.known(name).map(AttributeName.init(number:))
  }

  /// All numbers of names of attributes are below this one.
  public var attributeNameCount: Int { arena.names.count }

  /// Where the attributes of an element are in the document's list, in the order of its tag; empty for
  /// other nodes.
  @inlinable
  public func attributeIndices(of node: NodeID) -> Range<Int> {
    let node = self.node(node)
    return node.kind == .element ? Int(node.from)..<Int(node.to) : 0..<0
  }

  /// The name of an attribute in the document's list.
  @inlinable
  public func attributeName(at index: Int) -> AttributeName {
    AttributeName(number: arena.attributes[index].name)
  }

  /// The value of an attribute in the document's list, as UTF-8.
  public func attributeValue(at index: Int) -> ArraySlice<UInt8> {
    arena.store[arena.attributes[index].value]
  }

  /// Calls with the value of an attribute in the document's list, as UTF-8.
  @inlinable
  public func withAttributeValue<Result>(
    at index: Int, _ body: (Swift.Span<UInt8>) -> Result
  ) -> Result {
    arena.store.withBytes(of: arena.attributes[index].value, body)
  }

  /// The attributes of an element, in the order of its tag.
  public func attributes(of node: NodeID) -> [Attribute] {
    guard kind(of: node) == .element else { return [] }
    let node = self.node(node)
    return (Int(node.from)..<Int(node.to)).map { index in
      let attribute = arena.attributes[index]
      return Attribute(
        prefix: attribute.prefix == .none ? nil : "\(attribute.prefix)",
        name: arena.names.string(attribute.name), value: string(attribute.value),
        sourceRange: sourceRange(attribute.source))
    }
  }

  /// The value of an attribute, as UTF-8; nil where the element doesn't have it.
  public func bytes(of name: AttributeName, in node: NodeID) -> ArraySlice<UInt8>? {
    guard kind(of: node) == .element else { return nil }
    let node = self.node(node)
    for index in Int(node.from)..<Int(node.to) where arena.attributes[index].name == name.number {
      return arena.store[arena.attributes[index].value]
    }
    return nil
  }

  /// The value of an attribute; nil where the element doesn't have it.
  public func attribute(_ name: String, of node: NodeID) -> String? {
    guard let name = attributeName(name), let bytes = bytes(of: name, in: node) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
