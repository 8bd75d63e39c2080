/// Writes Codable values as JSON with the keys in the order in which they are encoded, and every
/// absent optional as `null`: the record's keys stand in a fixed order, which Foundation's encoder
/// doesn't keep.
///
/// ```swift
/// try JSONText.of(record)                      // one line
/// try JSONText.of(record, layout: .indented)   // for people
/// ```
public enum JSONText {
  /// How the text is laid out.
  public enum Layout: Sendable {
    /// Without white space, on one line.
    case line
    /// Two spaces a level; arrays of numbers stay on one line.
    case indented
  }

  /// The JSON text of a value.
  ///
  /// - Throws: `EncodingError` where a number is not finite, and what `value` itself throws.
  public static func of(_ value: some Encodable, layout: Layout = .line) throws -> String {
    let encoder = OrderedEncoder(node: JSONNode(), path: [])
    try value.encode(to: encoder)
    var text = ""
    encoder.node.write(to: &text, layout: layout, depth: 0)
    return text
  }
}

/// A JSON value under construction.
final class JSONNode {
  enum Content {
    case null
    case literal(String)
    case array([JSONNode])
    case object([(key: String, value: JSONNode)])
  }

  var content: Content = .null

  func member(_ key: String) -> JSONNode {
    let node = JSONNode()
    if case .object(var members) = content {
      content = .null
      members.append((key, node))
      content = .object(members)
    } else {
      content = .object([(key, node)])
    }
    return node
  }

  func element() -> JSONNode {
    let node = JSONNode()
    if case .array(var elements) = content {
      content = .null
      elements.append(node)
      content = .array(elements)
    } else {
      content = .array([node])
    }
    return node
  }

  private var isNumber: Bool {
    if case .literal(let text) = content { return text.first != "\"" }
    return false
  }

  func write(to text: inout String, layout: JSONText.Layout, depth: Int) {
    switch content {
    case .null: text += "null"
    case .literal(let literal): text += literal
    case .array(let elements):
      let flat = layout == .line || elements.allSatisfy(\.isNumber)
      Self.write(elements, ("[", "]"), flat: flat, to: &text, depth: depth) { element, text in
        element.write(to: &text, layout: layout, depth: depth + 1)
      }
    case .object(let members):
      Self.write(members, ("{", "}"), flat: layout == .line, to: &text, depth: depth) {
        member, text in
        text += JSONString.quoted(member.key)
        text += layout == .line ? ":" : ": "
        member.value.write(to: &text, layout: layout, depth: depth + 1)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], _ brackets: (String, String), flat: Bool, to text: inout String, depth: Int,
    item write: (Item, inout String) -> Void
  ) {
    text += brackets.0
    for (index, item) in items.enumerated() {
      if index > 0 { text += "," }
      if !flat { text += "\n" + String(repeating: "  ", count: depth + 1) }
      write(item, &text)
    }
    if !flat && !items.isEmpty { text += "\n" + String(repeating: "  ", count: depth) }
    text += brackets.1
  }
}

/// Strings as JSON writes them (RFC 8259): quotation mark, backslash and controls escaped.
enum JSONString {
  static func quoted(_ string: String) -> String {
    var text: [UInt8] = [UInt8(ascii: "\"")]
    text.reserveCapacity(string.utf8.count + 2)
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""): text += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\\"): text += [byte, byte]
      case 0x0A: text += Array("\\n".utf8)
      case 0x0D: text += Array("\\r".utf8)
      case 0x09: text += Array("\\t".utf8)
      case 0..<0x20:
        let hex = String(byte, radix: 16)
        text += Array(("\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex).utf8)
      default: text.append(byte)
      }
    }
    text.append(UInt8(ascii: "\""))
    return String(decoding: text, as: UTF8.self)
  }
}
