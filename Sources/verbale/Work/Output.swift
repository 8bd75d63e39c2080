import Foundation

/// Standard output, whose reader may go away (`verbale … | head`): then the program just ends.
enum Output {
  static func write(_ text: String) { write(bytes: Array(text.utf8)) }

  static func write(bytes: [UInt8]) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Foundation.write(
          STDOUT_FILENO, buffer.baseAddress! + written, bytes.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { exit(errno == EPIPE ? 0 : 1) }
      written += count
    }
  }
}
