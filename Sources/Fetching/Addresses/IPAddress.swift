import Foundation

/// An address of the internet protocol, version 4 or 6.
public struct IPAddress: Hashable, Sendable, CustomStringConvertible {
  /// Four bytes or sixteen, in the order in which they are written.
  public let bytes: [UInt8]

  /// Reads `192.0.2.1` or `2001:db8::1`; other spellings (`127.1`, `0x7f.1`, zones) are none.
  public init?(_ text: String) {
    var bytes = [UInt8](repeating: 0, count: 16)
    if unsafe inet_pton(AF_INET, text, &bytes) == 1 {
      self.bytes = Array(bytes[..<4])
    } else if unsafe inet_pton(AF_INET6, text, &bytes) == 1 {
      self.bytes = bytes
    } else {
      return nil
    }
  }

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Whether it is of version 6.
  public var isVersion6: Bool { bytes.count == 16 }

  /// The usual spelling.
  public var description: String {
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    let family = isVersion6 ? AF_INET6 : AF_INET
    _ = unsafe inet_ntop(family, bytes, &text, socklen_t(text.count))
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
