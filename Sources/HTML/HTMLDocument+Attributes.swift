/// The name of an attribute, looked up once for many nodes.
public struct AttributeName: Hashable, Sendable {
  let number: Int32
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

  /// The attributes of an element, in the order of its tag.
  public func attributes(of node: NodeID) -> [Attribute] {
    guard kind(of: node) == .element else { return [] }
    let node = self.node(node)
    return arena.attributes[Int(node.from)..<Int(node.to)].map { attribute in
      Attribute(
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
