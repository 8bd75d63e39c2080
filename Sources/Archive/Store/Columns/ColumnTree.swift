/// The values of a record sorted into columns: all statuses behind one another, all spans, all
/// reasons, so that they pack to half of what the record's JSON packs to.
///
/// A node stands for a key, at whatever element of an array; its values follow each other in the
/// order of the record. Three streams hold them: `values`, `counts` (how many elements each array
/// has) and `flags` (whether an optional is there).
final class ColumnNode {
  var values = ByteStream()
  var counts = ByteStream()
  var flags = ByteStream()
  private(set) var members: [(key: String, node: ColumnNode)] = []
  private(set) var elements: ColumnNode?
  /// Where the next key is looked for first: values name theirs in one order.
  private var next = 0

  /// The node of a key; nil where no value had one.
  func known(_ key: String) -> ColumnNode? {
    for step in members.indices {
      let at = next + step < members.count ? next + step : next + step - members.count
      if members[at].key == key {
        next = at + 1 < members.count ? at + 1 : 0
        return members[at].node
      }
    }
    return nil
  }

  /// The node of a key.
  func member(_ key: String) -> ColumnNode {
    if let known = known(key) { return known }
    let node = ColumnNode()
    members.append((key, node))
    return node
  }

  /// The node of all elements of the arrays that stand here.
  func element() -> ColumnNode {
    if let elements { return elements }
    let node = ColumnNode()
    elements = node
    return node
  }

  /// The stream of a kind.
  func stream(_ kind: ColumnName.Kind) -> ByteStream {
    switch kind {
    case .values: values
    case .counts: counts
    case .flags: flags
    }
  }

  /// How many streams hold something, here and below.
  var filled: Int {
    let own = [values, counts, flags].count { !$0.bytes.isEmpty }
    return members.reduce(own + (elements?.filled ?? 0)) { $0 + $1.node.filled }
  }

  /// Every stream that holds something, with its name.
  func streams(path: String = "") -> [String: [UInt8]] {
    var named: [String: [UInt8]] = [:]
    for kind in ColumnName.Kind.allCases where !stream(kind).bytes.isEmpty {
      named[path + kind.rawValue] = stream(kind).bytes
    }
    for (key, node) in members {
      named.merge(node.streams(path: path + "." + key)) { first, _ in first }
    }
    if let elements {
      named.merge(elements.streams(path: path + "*")) { first, _ in first }
    }
    return named
  }

  /// The node that a name leads to; nil where there is none.
  func node(at name: ColumnName) -> ColumnNode? {
    var node = self
    for step in name.steps {
      guard let next = step.map({ node.known($0) }) ?? node.elements else { return nil }
      node = next
    }
    return node
  }

  /// Puts a stream where its name says.
  func put(_ bytes: ArraySlice<UInt8>, at name: ColumnName) {
    var node = self
    for step in name.steps { node = step.map { node.member($0) } ?? node.element() }
    let stream = ByteStream(bytes: Array(bytes))
    switch name.kind {
    case .values: node.values = stream
    case .counts: node.counts = stream
    case .flags: node.flags = stream
    }
  }
}

/// The name of a stream, read: the path, then `=`, `#` or `?`.
struct ColumnName: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case values = "="
    case counts = "#"
    case flags = "?"
  }

  let text: String
  /// Keys, and nil for the elements of an array.
  let steps: [String?]
  let kind: Kind

  init(_ text: String) {
    self.text = text
    kind = text.last.flatMap { Kind(rawValue: String($0)) } ?? .values
    var steps: [String?] = []
    var path = text.dropLast()
    while let first = path.popFirst() {
      if first == "*" {
        steps.append(nil)
      } else {
        let key = path.prefix { $0 != "." && $0 != "*" }
        path = path.dropFirst(key.count)
        steps.append(String(key))
      }
    }
    self.steps = steps
  }
}

/// The values of a column as bytes; each is written by how it differs from the one before.
struct ByteStream {
  /// What `next` throws where nothing is left, or something else than what was asked for.
  struct Damage: Error {}

  /// Marks that no text holds unescaped: its end, "the same again", and "the same with the next
  /// number", as in `x1`, `x2`, `x3`.
  private enum Mark {
    static let end: UInt8 = 0
    static let same: UInt8 = 1
    static let following: UInt8 = 2
    static let escape: UInt8 = 3
  }

  private(set) var bytes: [UInt8]
  /// Where reading stands.
  private(set) var position = 0
  private var lastNumber = 0
  private var lastText: [UInt8] = []

  init(bytes: [UInt8] = []) { self.bytes = bytes }

  mutating func write(_ byte: UInt8) { bytes.append(byte) }

  mutating func readByte() throws -> UInt8 {
    guard position < bytes.count else { throw Damage() }
    defer { position += 1 }
    return bytes[position]
  }

  /// A number as the difference to the one before it, zigzag, seven bits a byte.
  mutating func write(_ number: Int) {
    let difference = number &- lastNumber
    lastNumber = number
    var rest = UInt(bitPattern: (difference << 1) ^ (difference >> 63))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func readNumber() throws -> Int {
    var rest: UInt = 0
    var shift: UInt = 0
    while true {
      let byte = try readByte()
      guard shift < 64 else { throw Damage() }
      rest |= UInt(byte & 0x7F) << shift
      shift += 7
      if byte < 0x80 { break }
    }
    lastNumber = lastNumber &+ (Int(bitPattern: rest >> 1) ^ -Int(bitPattern: rest & 1))
    return lastNumber
  }

  mutating func write(_ text: String) {
    let utf8 = Array(text.utf8)
    if utf8 == lastText, !utf8.isEmpty {
      bytes.append(Mark.same)
    } else if let following = Self.following(lastText), following == utf8 {
      bytes.append(Mark.following)
    } else {
      for byte in utf8 {
        if byte <= Mark.escape { bytes += [Mark.escape, byte + 0x20] } else { bytes.append(byte) }
      }
      bytes.append(Mark.end)
    }
    lastText = utf8
  }

  mutating func readText() throws -> String {
    var utf8: [UInt8] = []
    reading: while true {
      let byte = try readByte()
      switch byte {
      case Mark.end: break reading
      case Mark.same where utf8.isEmpty:
        utf8 = lastText
        break reading
      case Mark.following where utf8.isEmpty:
        guard let following = Self.following(lastText) else { throw Damage() }
        utf8 = following
        break reading
      case Mark.escape:
        let escaped = try readByte()
        guard escaped >= 0x20 else { throw Damage() }
        utf8.append(escaped - 0x20)
      default: utf8.append(byte)
      }
    }
    lastText = utf8
    return String(decoding: utf8, as: UTF8.self)
  }

  /// `x10` after `x9`; nil for what doesn't end in a number of one to six digits without leading
  /// zeros.
  private static func following(_ text: [UInt8]) -> [UInt8]? {
    let digits = text.reversed().prefix { (0x30...0x39).contains($0) }.count
    guard (1...6).contains(digits), text[text.count - digits] != 0x30,
      let number = Int(String(decoding: text.suffix(digits), as: UTF8.self))
    else { return nil }
    return text.dropLast(digits) + Array(String(number + 1).utf8)
  }
}
