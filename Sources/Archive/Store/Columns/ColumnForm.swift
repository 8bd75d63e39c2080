/// Columns as one run of bytes: the length of each stream in a fixed order, then what the order
/// doesn't know with its names, then all bytes.
package struct ColumnForm: Sendable {
  /// The names of the streams in their order; it lies in the archive, so that what it packed stays
  /// readable whatever order a later Verbale would choose.
  private let order: [ColumnName]

  package init(order: [String]) { self.order = order.map(ColumnName.init) }

  /// Sorts a value into columns and lays them out.
  package func bytes(of value: some Encodable) throws -> [UInt8] {
    let root = ColumnNode()
    try ColumnEncoder.write(value, to: root)
    var head = ByteStream()
    var body: [UInt8] = []
    var left = root.filled
    func add(_ stream: [UInt8]) {
      Self.write(stream.count, to: &head)
      body += stream
    }
    for name in order {
      let stream = root.node(at: name)?.stream(name.kind).bytes ?? []
      if !stream.isEmpty { left -= 1 }
      add(stream)
    }
    Self.write(left, to: &head)
    if left > 0 {
      let known = Set(order.map(\.text))
      let others = root.streams().filter { !known.contains($0.key) }
      for (name, stream) in others.sorted(by: { $0.key < $1.key }) {
        head.write(name)
        add(stream)
      }
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
      lengths.append((ColumnName(try head.readText()), try Self.readLength(&head)))
    }
    let root = ColumnNode()
    var at = head.position
    for (name, length) in lengths where length > 0 {
      guard length <= bytes.count - at else { throw ByteStream.Damage() }
      root.put(bytes[at..<(at + length)], at: name)
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
