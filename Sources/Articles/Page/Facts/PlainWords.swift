import HTML

/// The words of a text with single spaces between them.
enum PlainWords {
  /// A text with single spaces and without references that were written twice over.
  static func of(_ text: String) -> String { of(Array(text.utf8)[...]) }

  /// The words of a text node.
  static func of(textNode node: NodeID, of page: HTMLDocument) -> String {
    var bytes: [UInt8] = []
    page.appendText(of: node, to: &bytes)
    // Most are the white space between two elements.
    if bytes.allSatisfy({ $0 <= 0x20 }) { return "" }
    return of(bytes[...])
  }

  static func of(_ text: ArraySlice<UInt8>) -> String {
    if text.count < 2000, text.contains(0x26), text.contains(0x3B) {
      let once = HTMLDocument.parseFragment(Array(text), in: "textarea")
      return spaced(Array(once.text(of: once.root).utf8)[...])
    }
    return spaced(text)
  }

  private static func spaced(_ text: ArraySlice<UInt8>) -> String {
    let bytes = text.span
    var offset = 0
    // As most are: nothing but single spaces between words.
    while offset < bytes.count {
      let width = spaceWidth(bytes, offset)
      if width > 0 {
        guard offset > 0, bytes[offset] == 0x20, offset + 1 < bytes.count,
          spaceWidth(bytes, offset + 1) == 0
        else { break }
      }
      offset += 1
    }
    if offset == bytes.count { return String(decoding: text, as: UTF8.self) }
    var result = Array(text.prefix(offset))
    while offset < bytes.count {
      let width = spaceWidth(bytes, offset)
      if width == 0 {
        result.append(bytes[offset])
        offset += 1
      } else {
        if let last = result.last, last != 0x20 { result.append(0x20) }
        offset += width
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// The bytes of the white space at an offset; beyond ASCII no-break and ideographic spaces, line
  /// separators, the em and en spaces.
  @inline(__always)
  private static func spaceWidth(_ bytes: Span<UInt8>, _ offset: Int) -> Int {
    let byte = bytes[offset]
    if byte <= 0x20 { return 1 }
    guard byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3 else { return 0 }
    var next = offset
    return bytes.scalar(at: &next).isWhiteSpace ? next - offset : 0
  }
}
