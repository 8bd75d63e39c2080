/// A path of a robots.txt: `*` stands for any characters, `$` at the end for the end.
struct RobotsPattern: Hashable, Sendable {
  /// The pieces between the stars.
  private let pieces: [[UInt8]]
  private let isWhole: Bool
  /// How much it says: the longest pattern that fits decides.
  let length: Int

  init(_ text: String) {
    var text = text
    isWhole = text.hasSuffix("$")
    if isWhole { text.removeLast() }
    let bytes = Self.normal(text)
    length = bytes.count + (isWhole ? 1 : 0)
    pieces = bytes.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
      .map(Array.init)
  }

  /// Whether it fits a path, in time that grows with path and pattern and no faster: taking each
  /// piece where it stands first never spoils what follows.
  func fits(_ path: [UInt8]) -> Bool {
    guard let first = pieces.first, path.starts(with: first) else { return false }
    var at = first.count
    for piece in pieces.dropFirst() {
      guard let start = Self.find(piece, in: path, from: at) else { return false }
      at = start + piece.count
    }
    guard isWhole, let last = pieces.last else { return true }
    if pieces.count == 1 { return at == path.count }
    return path.count >= at && path.suffix(last.count).elementsEqual(last)
  }

  /// A path as it is compared: what needs no escape is written plainly, all else escaped.
  static func normal(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    var (result, index): ([UInt8], Int) = ([], 0)
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "%"), index + 2 < bytes.count, let high = digit(bytes[index + 1]),
        let low = digit(bytes[index + 2])
      {
        let meant = high << 4 | low
        if isPlain(meant) { result.append(meant) } else { result += escaped(meant) }
        index += 3
      } else {
        if byte < 0x21 || byte >= 0x7F { result += escaped(byte) } else { result.append(byte) }
        index += 1
      }
    }
    return result
  }

  private static func find(_ piece: [UInt8], in path: [UInt8], from start: Int) -> Int? {
    guard path.count - start >= piece.count else { return nil }
    return (start...path.count - piece.count).first {
      path[$0..<$0 + piece.count].elementsEqual(piece)
    }
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
  }

  /// RFC 3986's unreserved characters.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
    default: false
    }
  }

  private static func escaped(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
