import Mustache

/// Text that a page shows as text, whatever it holds.
///
/// Mustache's own escaping goes by characters, so that a quotation mark with a combining accent
/// escapes it; this one goes by bytes. Controls that a page may not hold become U+FFFD.
package struct EscapedHTML: MustacheContentType {
  /// The name under which templates ask for it.
  static let name = "ESCAPED"

  package init() {}

  package func escapeText(_ text: String) -> String {
    guard text.utf8.contains(where: Self.isSpecial) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 32)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      case UInt8(ascii: "`"): bytes += "&#96;".utf8
      case _ where Self.isSpecial(byte): bytes += "\u{FFFD}".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F: true
    default: "<>&\"'`".utf8.contains(byte)
    }
  }
}
