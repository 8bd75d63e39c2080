/// The `Encoder` behind `JSONText`: containers that add to a `JSONNode` in the order of the calls.
struct OrderedEncoder: Encoder {
  /// Where the value goes.
  let node: JSONNode
  let path: [any CodingKey]

  var codingPath: [any CodingKey] { path }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    node.content = .object([])
    return KeyedEncodingContainer(OrderedMembers(node: node, codingPath: path))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    node.content = .array([])
    return OrderedElements(node: node, codingPath: path)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    OrderedValue(node: node, codingPath: path)
  }
}
