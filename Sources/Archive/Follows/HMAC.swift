import Foundation
import Text

/// HMAC-SHA256 (RFC 2104).
enum HMAC {
  /// The code of a message in lower-case hexadecimal.
  static func hex(_ message: [UInt8], key: [UInt8]) -> String {
    let short = key.count > 64 ? bytes(SHA256.hex(key)) : key
    let padded = short + [UInt8](repeating: 0, count: 64 - short.count)
    let inner = bytes(SHA256.hex(padded.map { $0 ^ 0x36 } + message))
    return SHA256.hex(padded.map { $0 ^ 0x5C } + inner)
  }

  private static func bytes(_ hex: String) -> [UInt8] { Array(Data(hex: hex)) }
}
