/// A value of JSON as pages have it: also with raw line ends and quotes inside of strings, commas
/// before closing brackets, comments around it, or a broken end.
enum LooseJSON: Equatable {
  case text(String)
  case number(String)
  case flag(Bool)
  case nothing
  case list([LooseJSON])
  case object(Members)

  /// The members of an object, in page order: few, so that they are gone through.
  struct Members: Equatable {
    fileprivate(set) var entries: [Entry] = []

    struct Entry: Equatable {
      let key: String
      let value: LooseJSON
    }

    /// The first member of a name.
    subscript(key: String) -> LooseJSON? { entries.first { $0.key == key }?.value }
  }

  /// The values that stand in the bytes one behind the other.
  ///
  /// - Parameter keys: the hashes of the names of the members whose texts and numbers are asked for; of all others only the
  ///   objects within them are kept.
  static func values(_ bytes: [UInt8], keys: HashNumbers) -> [LooseJSON] {
    var reader = Reader(bytes, keys)
    return reader.values()
  }

  /// The text of a string or number.
  var text: String? {
    switch self {
    case .text(let text), .number(let text): text
    default: nil
    }
  }

  /// The members of an object.
  var members: Members? {
    if case .object(let members) = self { members } else { nil }
  }

  /// Whether it is a list or an object.
  var holdsOthers: Bool {
    switch self {
    case .list, .object: true
    default: false
    }
  }

  /// The elements of a list; any other value is the only one of its list.
  var elements: [LooseJSON] {
    switch self {
    case .list(let elements): elements
    case .nothing: []
    default: [self]
    }
  }
}

/// Reads JSON and goes on where it is broken.
private struct Reader {
  private let bytes: [UInt8]
  private var at = 0
  private var depth = 0
  private let keys: HashNumbers
  /// Whether what is read now is asked for.
  private var isKept = true

  private static let deepest = 60
  private static let quote: UInt8 = 0x22
  private static let escape: UInt8 = 0x5C

  init(_ bytes: [UInt8], _ keys: HashNumbers) { (self.bytes, self.keys) = (bytes, keys) }

  mutating func values() -> [LooseJSON] {
    var values: [LooseJSON] = []
    // What stands before the first bracket is a comment's mark or the name of a variable.
    while at < bytes.count {
      if bytes[at] == 0x7B || bytes[at] == 0x5B {
        if let value = value() { values.append(value) }
      } else {
        at += 1
      }
    }
    return values
  }

  private mutating func value() -> LooseJSON? {
    skipSpace()
    guard at < bytes.count, depth < Self.deepest else {
      at = bytes.count
      return nil
    }
    switch bytes[at] {
    case 0x7B: return object()
    case 0x5B: return list()
    case Self.quote:
      if isKept { return .text(string()) }
      skipString()
      return .nothing
    default: return word()
    }
  }

  private mutating func object() -> LooseJSON {
    var members = LooseJSON.Members()
    at += 1
    depth += 1
    let isOuterKept = isKept
    defer {
      depth -= 1
      isKept = isOuterKept
    }
    while !ends(with: 0x7D) {
      guard bytes[at] == Self.quote else {
        at += 1
        continue
      }
      let start = at
      let hash = skipString()
      skipSpace()
      guard at < bytes.count, bytes[at] == 0x3A else { continue }
      at += 1
      isKept = keys.contains(hash)
      if let value = value(), isKept || value.holdsOthers {
        members.entries.append(.init(key: key(start), value: value))
      }
    }
    return .object(members)
  }

  private mutating func list() -> LooseJSON {
    var elements: [LooseJSON] = []
    at += 1
    depth += 1
    defer { depth -= 1 }
    while !ends(with: 0x5D) {
      if bytes[at] == 0x2C {
        at += 1
        continue
      }
      let start = at
      if let value = value(), isKept || value.holdsOthers { elements.append(value) }
      if at == start { at += 1 }
    }
    return .list(elements)
  }

  /// Whether an object or a list ends here. The other's bracket ends it too, since its own is
  /// lacking then, and is left to the other.
  private mutating func ends(with bracket: UInt8) -> Bool {
    skipSpace()
    guard at < bytes.count else { return true }
    if bytes[at] == bracket {
      at += 1
      return true
    }
    return bytes[at] == 0x7D || bytes[at] == 0x5D
  }

  /// A string; a quotation mark ends it where what follows goes on with JSON.
  private mutating func string() -> String {
    at += 1
    // What is read already where it isn't as it stands.
    var text: [UInt8] = []
    var start = at
    while at < bytes.count {
      let byte = bytes[at]
      if byte == Self.quote, endsString(at) { break }
      at += 1
      guard byte == Self.escape || byte < 0x20 else { continue }
      text += bytes[start..<at - 1]
      if byte == Self.escape { readEscape(into: &text) } else { text.append(0x20) }
      start = at
    }
    defer { at += 1 }
    if text.isEmpty { return String(decoding: bytes[start..<at], as: UTF8.self) }
    text += bytes[start..<at]
    return String(decoding: text, as: UTF8.self)
  }

  /// Goes behind a string, and hashes its bytes.
  @discardableResult
  private mutating func skipString() -> UInt64 {
    var hash = WordHash.seed
    at += 1
    while at < bytes.count {
      let byte = bytes[at]
      if byte == Self.quote, endsString(at) { break }
      hash = WordHash.step(hash, byte)
      at += byte == Self.escape ? 2 : 1
    }
    at += 1
    return hash
  }

  /// The string that begins at an offset.
  private mutating func key(_ start: Int) -> String {
    let here = at
    defer { at = here }
    at = start
    return string()
  }

  private func endsString(_ quote: Int) -> Bool {
    var next = quote + 1
    while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
    guard next < bytes.count else { return true }
    switch bytes[next] {
    case 0x3A, 0x7D, 0x5D, Self.quote: return true
    case 0x2C:
      // `said "no", he` goes on with a word, JSON with a value.
      next += 1
      while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
      guard next < bytes.count else { return true }
      return bytes[next] < 0x3A || bytes[next] == 0x5B || bytes[next] == 0x7B
        || bytes[next] == 0x7D || bytes[next] == 0x5D
        || [0x74, 0x66, 0x6E].contains(bytes[next]) && startsWord(next)
    default: return false
    }
  }

  private func startsWord(_ start: Int) -> Bool {
    ["true", "false", "null"].contains { bytes[start...].starts(with: $0.utf8) }
  }

  private mutating func readEscape(into text: inout [UInt8]) {
    guard at < bytes.count else { return }
    let byte = bytes[at]
    at += 1
    switch byte {
    case 0x6E, 0x72, 0x74, 0x62, 0x66: text.append(0x20)
    case 0x75:
      guard var value = hex(at) else { return }
      at += 4
      if (0xD800..<0xDC00).contains(value), at + 6 <= bytes.count, bytes[at] == Self.escape,
        bytes[at + 1] == 0x75, let low = hex(at + 2), (0xDC00..<0xE000).contains(low)
      {
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
        at += 6
      }
      text.append(contentsOf: String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
    default: text.append(byte)
    }
  }

  private func hex(_ start: Int) -> UInt32? {
    guard start + 4 <= bytes.count else { return nil }
    return UInt32(String(decoding: bytes[start..<start + 4], as: UTF8.self), radix: 16)
  }

  private mutating func word() -> LooseJSON? {
    let start = at
    while at < bytes.count, bytes[at] > 0x20, bytes[at] != 0x2C, bytes[at] != 0x7D,
      bytes[at] != 0x5D, bytes[at] != Self.quote
    {
      at += 1
    }
    switch String(decoding: bytes[start..<at], as: UTF8.self) {
    case "true": return .flag(true)
    case "false": return .flag(false)
    case "null": return .nothing
    case let word where word.utf8.first.map { $0 &- 0x30 < 10 || $0 == 0x2D } ?? false:
      return .number(word)
    default: return nil
    }
  }

  private mutating func skipSpace() {
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
  }
}
