import Text

/// Reads values back out of their columns, in the order in which `ColumnEncoder` wrote them.
///
/// A key that the columns don't know reads as absent, so that a record of an older reader is read
/// by a newer one that knows more.
struct ColumnDecoder: Decoder {
  let node: ColumnNode
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  static func read<Value: Decodable>(_ type: Value.Type, from node: ColumnNode) throws -> Value {
    // A record holds hundreds of these. The types are known to be one, so nothing is converted.
    if type == Span.self { return unsafe unsafeBitCast(try node.readSpan(), to: type) }
    if type == String.self { return unsafe unsafeBitCast(try node.values.readText(), to: type) }
    if type == Int.self { return unsafe unsafeBitCast(try node.values.readNumber(), to: type) }
    if type == Bool.self { return unsafe unsafeBitCast(try node.readFlag(), to: type) }
    if type == Double.self { return unsafe unsafeBitCast(try node.readDouble(), to: type) }
    return try Value(from: ColumnDecoder(node: node))
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(Members<Key>(node: node))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    let count = try node.counts.readNumber()
    guard count >= 0 else { throw ByteStream.Damage() }
    return Elements(node: node, count: count)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { Single(node: node) }

  private struct Members<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let node: ColumnNode
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { node.members.map(\.key).sorted().compactMap { Key(stringValue: $0) } }

    func contains(_ key: Key) -> Bool { node.known(key.stringValue) != nil }
    func decodeNil(forKey key: Key) throws -> Bool {
      try node.member(key.stringValue).flags.readByte() == 0
    }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
      try ColumnDecoder.read(type, from: node.member(key.stringValue))
    }
    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
      guard let member = node.known(key.stringValue), try member.flags.readByte() != 0 else {
        return nil
      }
      return try ColumnDecoder.read(type, from: member)
    }
    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
      guard let member = node.known(key.stringValue), try member.flags.readByte() != 0 else {
        return nil
      }
      return try member.values.readText()
    }
    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedDecodingContainer<Nested> {
      ColumnDecoder(node: node.member(key.stringValue)).container(keyedBy: type)
    }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
      try ColumnDecoder(node: node.member(key.stringValue)).unkeyedContainer()
    }
    func superDecoder() -> any Decoder { ColumnDecoder(node: node) }
    func superDecoder(forKey key: Key) -> any Decoder {
      ColumnDecoder(node: node.member(key.stringValue))
    }
  }

  private struct Elements: UnkeyedDecodingContainer {
    let node: ColumnNode
    let count: Int?
    var currentIndex = 0
    var codingPath: [any CodingKey] { [] }
    var isAtEnd: Bool { currentIndex >= count ?? 0 }

    mutating func decodeNil() -> Bool { false }
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
      guard !isAtEnd else { throw ByteStream.Damage() }
      currentIndex += 1
      return try ColumnDecoder.read(type, from: node.element())
    }
    mutating func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
      currentIndex += 1
      return ColumnDecoder(node: node.element()).container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
      currentIndex += 1
      return try ColumnDecoder(node: node.element()).unkeyedContainer()
    }
    func superDecoder() -> any Decoder { ColumnDecoder(node: node) }
  }

  private struct Single: SingleValueDecodingContainer {
    let node: ColumnNode
    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { false }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
      try ColumnDecoder.read(type, from: node)
    }
  }
}

extension ColumnNode {
  /// A span, which writes itself as an array of two numbers.
  func readSpan() throws -> Span {
    guard try counts.readNumber() == 2 else { throw ByteStream.Damage() }
    let numbers = element()
    let (start, end) = (try numbers.values.readNumber(), try numbers.values.readNumber())
    guard 0 <= start, start <= end else { throw ByteStream.Damage() }
    return Span(start, end)
  }

  fileprivate func readFlag() throws -> Bool { try values.readByte() == 1 }

  fileprivate func readDouble() throws -> Double {
    guard let number = Double(try values.readText()) else { throw ByteStream.Damage() }
    return number
  }
}
