import Text

/// Sorts an encodable value into columns.
final class ColumnEncoder: Encoder {
  let node: ColumnNode
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }
  /// How many elements the array has that is being written; nil while it is none.
  fileprivate var count: Int?

  init(_ node: ColumnNode) { self.node = node }

  /// Writes a value that is no container of its own, or asks it to write itself.
  static func write<Value: Encodable>(_ value: Value, to node: ColumnNode) throws {
    // A record holds hundreds of these. The types are known to be one, so nothing is converted.
    if Value.self == Span.self {
      node.write(unsafe unsafeBitCast(value, to: Span.self))
    } else if Value.self == String.self {
      node.values.write(unsafe unsafeBitCast(value, to: String.self))
    } else if Value.self == Int.self {
      node.values.write(unsafe unsafeBitCast(value, to: Int.self))
    } else if Value.self == Bool.self {
      node.values.write(unsafe unsafeBitCast(value, to: Bool.self) ? 1 : 0 as UInt8)
    } else if let number = value as? Double {
      node.values.write("\(number)")
    } else {
      let encoder = ColumnEncoder(node)
      try value.encode(to: encoder)
      if let count = encoder.count { node.counts.write(count) }
    }
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(Members<Key>(node: node))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    count = 0
    return Elements(encoder: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { Single(node: node) }

  private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: ColumnNode
    var codingPath: [any CodingKey] { [] }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
      try ColumnEncoder.write(value, to: node.member(key.stringValue))
    }
    func encodeNil(forKey key: Key) { node.member(key.stringValue).flags.write(0 as UInt8) }
    func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey key: Key) throws {
      let member = node.member(key.stringValue)
      member.flags.write(value == nil ? 0 : 1 as UInt8)
      if let value { try ColumnEncoder.write(value, to: member) }
    }
    func encodeIfPresent(_ value: String?, forKey key: Key) throws { try optional(value, key) }
    func encodeIfPresent(_ value: Bool?, forKey key: Key) throws { try optional(value, key) }
    func encodeIfPresent(_ value: Double?, forKey key: Key) throws { try optional(value, key) }
    func encodeIfPresent(_ value: Int?, forKey key: Key) throws { try optional(value, key) }
    private func optional<Value: Encodable>(_ value: Value?, _ key: Key) throws {
      let member = node.member(key.stringValue)
      member.flags.write(value == nil ? 0 : 1 as UInt8)
      if let value { try ColumnEncoder.write(value, to: member) }
    }
    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
      ColumnEncoder(node.member(key.stringValue)).container(keyedBy: type)
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
      preconditionFailure("records nest arrays by values of their own")
    }
    func superEncoder() -> any Encoder { ColumnEncoder(node) }
    func superEncoder(forKey key: Key) -> any Encoder {
      ColumnEncoder(node.member(key.stringValue))
    }
  }

  private struct Elements: UnkeyedEncodingContainer {
    let encoder: ColumnEncoder
    var codingPath: [any CodingKey] { [] }
    var count: Int { encoder.count ?? 0 }

    func encode<Value: Encodable>(_ value: Value) throws {
      encoder.count = count + 1
      try ColumnEncoder.write(value, to: encoder.node.element())
    }
    func encodeNil() throws {
      throw EncodingError.invalidValue(
        "nil", .init(codingPath: [], debugDescription: "records have no arrays of optionals"))
    }
    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type
    ) -> KeyedEncodingContainer<Nested> {
      encoder.count = count + 1
      return ColumnEncoder(encoder.node.element()).container(keyedBy: type)
    }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
      preconditionFailure("records nest arrays by values of their own")
    }
    func superEncoder() -> any Encoder { ColumnEncoder(encoder.node) }
  }

  private struct Single: SingleValueEncodingContainer {
    let node: ColumnNode
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { node.flags.write(0 as UInt8) }
    func encode<Value: Encodable>(_ value: Value) throws {
      try ColumnEncoder.write(value, to: node)
    }
  }
}

extension ColumnNode {
  /// A span as it writes itself: an array of two numbers.
  fileprivate func write(_ span: Span) {
    counts.write(2)
    element().values.write(span.start)
    element().values.write(span.end)
  }
}
