import Foundation

/// Words as the search compares them: lower case, without diacritics, parted at whatever is
/// neither letter nor digit; close to SQLite's `unicode61 remove_diacritics 2`.
enum Folded {
  /// The folded words of a text.
  static func words(_ text: some StringProtocol) -> [String] {
    let bytes = Array(text.utf8)
    if bytes.allSatisfy({ $0 < 0x80 }) { return plainWords(bytes) }
    return text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
      .split { !$0.isLetter && !$0.isNumber }.map { String($0) }
  }

  /// The folded words of ASCII, which most words are.
  private static func plainWords(_ bytes: [UInt8]) -> [String] {
    bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      .split { !(0x61...0x7A).contains($0) && !(0x30...0x39).contains($0) }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// A name as its folded words.
  static func name(_ text: String) -> String { words(text).joined(separator: " ") }
}
