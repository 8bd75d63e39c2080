public import Text

/// Bytes of a plain text to characters.
public enum TextDecoding {
  /// What came of decoding.
  public enum Outcome: Sendable {
    /// The text, and what had to be assumed (`encoding:windows-1252`), which makes it partial.
    case text(SourceText, reasons: [String])
    /// Not a text at all.
    case binary
  }

  /// Decodes bytes: by their byte order mark, else as UTF-8, else as windows-1252, which is told.
  /// Control characters beyond white space in more than one byte of fifty make a binary.
  public static func decode(_ bytes: [UInt8]) -> Outcome {
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), bigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), bigEndian: true) }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    let controls = body.count { $0 < 9 || (14..<32).contains($0) && $0 != 0x1B }
    if controls * 50 > body.count || body.contains(0) { return .binary }
    if let valid = String(validating: body, as: UTF8.self) {
      return .text(SourceText(valid), reasons: [])
    }
    var scalars = String.UnicodeScalarView()
    for byte in body { scalars.append(windows1252(byte)) }
    return .text(SourceText(String(scalars)), reasons: ["encoding:windows-1252"])
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> Outcome {
    let pairs = Array(bytes)
    let units = stride(from: 0, to: pairs.count - 1, by: 2).map { offset in
      let (first, second) = (UInt16(pairs[offset]), UInt16(pairs[offset + 1]))
      return bigEndian ? first << 8 | second : second << 8 | first
    }
    guard pairs.count % 2 == 0, let valid = String(validating: units, as: UTF16.self) else {
      return .text(
        SourceText(String(decoding: units, as: UTF16.self)), reasons: ["encoding:damaged-utf-16"])
    }
    return .text(SourceText(valid), reasons: [])
  }

  /// The character of a byte in windows-1252, as the WHATWG Encoding Standard has it.
  private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80..<0xA0).contains(byte) else { return Unicode.Scalar(byte) }
    return high[Int(byte) - 0x80]
  }

  private static let high: [Unicode.Scalar] = [
    "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}",
    "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
  ]
}
