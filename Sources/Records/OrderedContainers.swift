/// A single value: all other containers write through it.
struct OrderedValue: SingleValueEncodingContainer {
  let node: JSONNode
  let codingPath: [any CodingKey]

  func encodeNil() { node.content = .null }
  func encode(_ value: Bool) { node.content = .literal(value ? "true" : "false") }
  func encode(_ value: String) { node.content = .literal(JSONString.quoted(value)) }
  func encode(_ value: Double) throws {
    guard value.isFinite else {
      throw EncodingError.invalidValue(
        value, .init(codingPath: codingPath, debugDescription: "JSON has no such number"))
    }
    node.content = .literal(
      value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)")
  }
  func encode(_ value: Float) throws { try encode(Double(value)) }
  func encode<Value: Encodable>(_ value: Value) throws {
    switch value {
    case let number as any BinaryInteger: node.content = .literal("\(number)")
    case let text as String: encode(text)
    case let flag as Bool: encode(flag)
    case let number as Double: try encode(number)
    default: try value.encode(to: OrderedEncoder(node: node, path: codingPath))
    }
  }
}

/// An object's members in the order of the calls; an absent optional is written as `null`.
struct OrderedMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let node: JSONNode
  let codingPath: [any CodingKey]

  private func value(_ key: Key) -> OrderedValue {
    OrderedValue(node: node.member(key.stringValue), codingPath: codingPath + [key])
  }

  func encodeNil(forKey key: Key) { value(key).encodeNil() }
  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    try self.value(key).encode(value)
  }
  func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey key: Key) throws {
    if let value { try encode(value, forKey: key) } else { encodeNil(forKey: key) }
  }
  func encodeIfPresent(_ value: String?, forKey key: Key) throws {
    if let value { try encode(value, forKey: key) } else { encodeNil(forKey: key) }
  }
  func encodeIfPresent(_ value: Bool?, forKey key: Key) throws {
    if let value { try encode(value, forKey: key) } else { encodeNil(forKey: key) }
  }
  func encodeIfPresent(_ value: Double?, forKey key: Key) throws {
    if let value { try encode(value, forKey: key) } else { encodeNil(forKey: key) }
  }
  func encodeIfPresent(_ value: Int?, forKey key: Key) throws {
    if let value { try encode(value, forKey: key) } else { encodeNil(forKey: key) }
  }
  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    OrderedEncoder(node: value(key).node, path: codingPath + [key]).container(keyedBy: type)
  }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    OrderedEncoder(node: value(key).node, path: codingPath + [key]).unkeyedContainer()
  }
  func superEncoder() -> any Encoder {
    OrderedEncoder(node: node.member("super"), path: codingPath)
  }
  func superEncoder(forKey key: Key) -> any Encoder {
    OrderedEncoder(node: value(key).node, path: codingPath + [key])
  }
}

/// An array's elements.
struct OrderedElements: UnkeyedEncodingContainer {
  let node: JSONNode
  let codingPath: [any CodingKey]
  private(set) var count = 0

  init(node: JSONNode, codingPath: [any CodingKey]) {
    self.node = node
    self.codingPath = codingPath
  }

  private mutating func next() -> OrderedValue {
    count += 1
    return OrderedValue(node: node.element(), codingPath: codingPath)
  }

  mutating func encodeNil() { next().encodeNil() }
  mutating func encode<Value: Encodable>(_ value: Value) throws { try next().encode(value) }
  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    OrderedEncoder(node: next().node, path: codingPath).container(keyedBy: type)
  }
  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    OrderedEncoder(node: next().node, path: codingPath).unkeyedContainer()
  }
  mutating func superEncoder() -> any Encoder {
    OrderedEncoder(node: next().node, path: codingPath)
  }
}
