/// The entities of an XML document.
enum XMLEntities {
  private static let known = ["amp", "lt", "gt", "quot", "apos"].map { Array($0.utf8) }
  private static let dataStart = Array("<![CDATA[".utf8)
  private static let dataEnd = Array("]]>".utf8)

  /// The document with every `&name;` but XML's own five written as `&amp;name;`: those of HTML, which
  /// feeds use without declaring them, are read where the text is read as HTML, and those that the
  /// document declares never expand. An `&` that begins nothing is written out too.
  static func escaped(_ bytes: [UInt8]) -> [UInt8] {
    guard let first = bytes.firstIndex(of: UInt8(ascii: "&")) else { return bytes }
    var result = Array(bytes[..<first])
    result.reserveCapacity(bytes.count + bytes.count / 16)
    var index = first
    // What stands before the first & may have opened a stretch of plain characters.
    var isData = opensData(bytes, before: first)
    while index < bytes.count {
      let byte = bytes[index]
      if isData {
        isData = !starts(dataEnd, bytes, at: index)
      } else if byte == UInt8(ascii: "<"), starts(dataStart, bytes, at: index) {
        isData = true
      }
      result.append(byte)
      if byte == UInt8(ascii: "&"), !isData, !isReference(bytes, at: index + 1) {
        result += Array("amp;".utf8)
      }
      index += 1
    }
    return result
  }

  private static func opensData(_ bytes: [UInt8], before end: Int) -> Bool {
    var index = end - 1
    while index >= 0 {
      if bytes[index] == UInt8(ascii: "]"), starts(dataEnd, bytes, at: index) { return false }
      if bytes[index] == UInt8(ascii: "<"), starts(dataStart, bytes, at: index) { return true }
      index -= 1
    }
    return false
  }

  /// Whether one of XML's own entities or a number follows the `&`.
  private static func isReference(_ bytes: [UInt8], at index: Int) -> Bool {
    guard let end = bytes[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
      return false
    }
    let name = bytes[index..<end]
    if name.first == UInt8(ascii: "#") {
      return name.dropFirst().allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte & ~0x20)
          || byte & ~0x20 == UInt8(ascii: "X")
      } && name.count > 1
    }
    return known.contains { $0.elementsEqual(name) }
  }

  private static func starts(_ pattern: [UInt8], _ bytes: [UInt8], at index: Int) -> Bool {
    index >= 0 && bytes[index...].starts(with: pattern)
  }
}
