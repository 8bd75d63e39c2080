/// Columns as one run of bytes: the length of each stream in a fixed order, then what the order
/// doesn't know with its names, then all bytes.
package struct ColumnForm: Sendable {
  /// The names of the streams in their order; it lies in the archive, so that what it packed stays
  /// readable whatever order a later Verbale would choose.
  package let order: [String]

  package init(order: [String]) { self.order = order }

  /// Sorts a value into columns and lays them out.
  package func bytes(of value: some Encodable) throws -> [UInt8] {
    let root = ColumnNode()
    try ColumnEncoder.write(value, to: root)
    var streams = root.streams()
    var head = ByteStream()
    var body: [UInt8] = []
    func add(_ stream: [UInt8]) {
      Self.write(stream.count, to: &head)
      body += stream
    }
    for name in order { add(streams.removeValue(forKey: name) ?? []) }
    Self.write(streams.count, to: &head)
    for (name, stream) in streams.sorted(by: { $0.key < $1.key }) {
      head.write(name)
      add(stream)
    }
    return head.bytes + body
  }

  /// Reads back what `bytes` wrote.
  ///
  /// - Throws: `ByteStream.Damage`, or what the value throws for values that it doesn't know.
  package func value<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
    var head = ByteStream(bytes: bytes)
    var lengths = try order.map { ($0, try Self.readLength(&head)) }
    for _ in 0..<(try Self.readLength(&head)) {
      lengths.append((try head.readText(), try Self.readLength(&head)))
    }
    let root = ColumnNode()
    var at = head.position
    for (name, length) in lengths where length > 0 {
      guard length <= bytes.count - at else { throw ByteStream.Damage() }
      root.put(bytes[at..<(at + length)], named: name)
      at += length
    }
    return try ColumnDecoder.read(type, from: root)
  }

  /// Lengths don't resemble each other, so they aren't written as differences.
  private static func write(_ length: Int, to head: inout ByteStream) {
    var rest = length
    while rest >= 0x80 {
      head.write(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    head.write(UInt8(rest))
  }

  private static func readLength(_ head: inout ByteStream) throws -> Int {
    var (length, shift) = (0, 0)
    while shift < 56 {
      let byte = try head.readByte()
      length |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return length }
      shift += 7
    }
    throw ByteStream.Damage()
  }
}
