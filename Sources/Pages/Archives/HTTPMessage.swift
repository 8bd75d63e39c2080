/// An HTTP response as an archive keeps it: status line, fields, body as it was sent.
public struct HTTPMessage: Hashable, Sendable {
  /// The status, 200.
  public let status: Int
  /// The fields, in order.
  public let fields: [HTTPField]
  /// The body as it was sent: in chunks, packed.
  public let body: ArraySlice<UInt8>

  /// Reads a response; nil where the bytes are none.
  public init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: Array("HTTP/".utf8)) else { return nil }
    let end = Self.headEnd(bytes)
    let head = bytes[..<end]
    let line = head.prefix { $0 != 0x0A }
    let words = line.split(separator: 0x20, maxSplits: 2)
    guard words.count >= 2, let status = Int(String(decoding: words[1].prefix(3), as: UTF8.self))
    else { return nil }
    self.status = status
    fields = HeaderFields.all(in: head.dropFirst(line.count))
    body = bytes[end...]
  }

  /// The body without chunks and unpacked.
  public func content(limits: UnpackingLimits = UnpackingLimits()) -> Unpacked {
    var sent = Array(body)
    var wrong: String?
    if (fields["transfer-encoding"] ?? "").lowercased().contains("chunked") {
      (sent, wrong) = Self.withoutChunks(sent)
    }
    let codings = fields.filter { $0.name.lowercased() == "content-encoding" }.map(\.value)
    let outcome = ContentCoding.unpack(
      sent, codings: codings.joined(separator: ","), limits: limits)
    if let wrong, case .whole(let bytes) = outcome { return .damaged(bytes, wrong) }
    return outcome
  }

  /// Joins the chunks of a body (RFC 9112); one that has none is taken as it is, as archives often
  /// keep the field when they have joined the chunks.
  static func withoutChunks(_ bytes: [UInt8]) -> (bytes: [UInt8], wrong: String?) {
    var (joined, index): ([UInt8], Int) = ([], 0)
    while true {
      var size = 0
      var digits = 0
      while index < bytes.count, digits < 8, let digit = hexadecimal(bytes[index]) {
        size = size << 4 | digit
        digits += 1
        index += 1
      }
      guard digits > 0, let end = bytes[index...].firstIndex(of: 0x0A) else {
        return joined.isEmpty && digits == 0 ? (bytes, nil) : (joined, "a chunk has no length")
      }
      let between = bytes[index..<end]
      guard between.allSatisfy({ $0 == 0x0D || $0 == 0x20 }) || between.first == 0x3B else {
        return joined.isEmpty ? (bytes, nil) : (joined, "a chunk's length is no number")
      }
      index = end + 1
      if size == 0 { return (joined, nil) }
      let piece = bytes[index..<min(bytes.count, index + size)]
      joined += piece
      index += piece.count
      guard piece.count == size else { return (joined, "the last chunk is cut off") }
      while index < bytes.count, bytes[index] == 0x0D || bytes[index] == 0x0A { index += 1 }
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte - 0x30)
    case 0x41...0x46: Int(byte - 0x41) + 10
    case 0x61...0x66: Int(byte - 0x61) + 10
    default: nil
    }
  }

  /// The index behind the blank line; the end of the bytes where there is none.
  private static func headEnd(_ bytes: [UInt8]) -> Int {
    var index = 0
    while let line = bytes[index...].firstIndex(of: 0x0A) {
      let next = line + 1
      if next < bytes.count, bytes[next] == 0x0A { return next + 1 }
      if next + 1 < bytes.count, bytes[next] == 0x0D, bytes[next + 1] == 0x0A { return next + 2 }
      index = next
      if index >= bytes.count { break }
    }
    return bytes.count
  }
}
