/// The fields at the head of a WARC record, kept as bytes; a field is looked up when it is asked for.
public struct WARCHeader: Hashable, Sendable {
  /// The version line and the fields, line breaks included.
  public let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value of a field, whatever the case of its name; nil where it doesn't stand.
  public subscript(name: StaticString) -> String? {
    HeaderFields.value(of: name, in: bytes).map { String(decoding: $0, as: UTF8.self) }
  }

  /// `response`, `warcinfo`, …, in lower case.
  public var type: String { self["WARC-Type"]?.lowercased() ?? "" }

  /// The address that the record tells of, without the `<>` that old writers put around it.
  public var target: String? {
    self["WARC-Target-URI"].map { $0.trimmed(of: "<", ">") }
  }

  /// The length of the block; nil where there is none or it is no number.
  var length: Int? {
    guard let digits = HeaderFields.value(of: "Content-Length", in: bytes), !digits.isEmpty,
      digits.count <= 15, digits.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}

extension String {
  fileprivate func trimmed(of first: Character, _ last: Character) -> String {
    guard self.first == first, self.last == last, count >= 2 else { return self }
    return String(dropFirst().dropLast())
  }
}

/// Fields as WARC and HTTP write them: `Name: value` on a line, folded lines begin with white space.
enum HeaderFields {
  /// The value of the first field of a name, white space around it left out.
  static func value(of name: StaticString, in bytes: [UInt8]) -> ArraySlice<UInt8>? {
    let length = name.utf8CodeUnitCount
    var line = 0
    while line < bytes.count {
      let end = lineEnd(bytes, from: line)
      if line + length < end, bytes[line + length] == 0x3A, matches(name, bytes, at: line) {
        return trimmed(bytes[(line + length + 1)..<end])
      }
      line = end + 1
    }
    return nil
  }

  /// All fields in order, folded lines joined.
  static func all(in bytes: ArraySlice<UInt8>) -> [HTTPField] {
    var fields: [HTTPField] = []
    for line in bytes.split(separator: 0x0A) {
      if let first = line.first, first == 0x20 || first == 0x09, let last = fields.popLast() {
        let more = String(decoding: trimmed(line), as: UTF8.self)
        fields.append(HTTPField(last.name, last.value + " " + more))
      } else if let colon = line.firstIndex(of: 0x3A), colon > line.startIndex {
        fields.append(
          HTTPField(
            String(decoding: trimmed(line[..<colon]), as: UTF8.self),
            String(decoding: trimmed(line[(colon + 1)...]), as: UTF8.self)))
      }
    }
    return fields
  }

  private static func lineEnd(_ bytes: [UInt8], from start: Int) -> Int {
    bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
  }

  private static func matches(_ name: StaticString, _ bytes: [UInt8], at start: Int) -> Bool {
    name.withUTF8Buffer { name in
      for offset in 0..<name.count
      where unsafe (bytes[start + offset] ^ name[offset]) & ~0x20 != 0 { return false }
      return true
    }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    var bytes = bytes
    while let first = bytes.first, isSpace(first) { bytes.removeFirst() }
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    return bytes
  }
}
