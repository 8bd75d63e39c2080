import Foundation
import Pages
import Text

/// What tells one input from another: its bytes, and the facts given with them that decide the
/// reading. Where it lies plays no part: the same bytes under two paths are one document.
struct InputKey {
  /// SHA-256 of the bytes.
  let bytes: Data
  /// The first half of the SHA-256 of the bytes' hash and the facts.
  let fingerprint: Data

  init(_ input: Input) {
    let facts = [
      input.sha256, input.format.rawValue, input.isRaw ? "raw" : "", input.published ?? "",
      input.title ?? "", input.encoding ?? "", input.reasons.joined(separator: " "),
    ]
    bytes = Data(hex: input.sha256)
    fingerprint = Data(
      hex: String(SHA256.hex(Array(facts.joined(separator: "\u{0}").utf8)).prefix(32)))
  }

  /// A number of eight bytes for a text, by which it is found without an index that repeats it.
  static func number(of text: String) -> Int {
    let digits = SHA256.hex(Array(text.utf8)).prefix(16)
    return Int(bitPattern: UInt(digits, radix: 16) ?? 0)
  }
}

extension Data {
  /// Bytes from hexadecimal digits; empty where they are none.
  init(hex: String) {
    let digits = hex.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count % 2 == 0, digits.allSatisfy({ $0 != nil }) else {
      self.init()
      return
    }
    self.init()
    for (index, digit) in digits.compactMap(\.self).enumerated() {
      if index % 2 == 0 { append(UInt8(digit) << 4) } else { self[index / 2] |= UInt8(digit) }
    }
  }

  /// The bytes as lower-case hexadecimal digits.
  var hex: String {
    map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
