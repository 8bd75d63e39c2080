import Foundation

/// A port of this machine at which connections are taken, each on a thread of its own, until the
/// listener goes.
final class LoopbackListener: Sendable {
  /// The port on 127.0.0.1.
  let port: Int
  private let listening: Int32

  /// Listens; `serve` takes each connection and closes it.
  ///
  /// - Throws: where no port is free.
  init(_ serve: @escaping @Sendable (Int32) -> Void) throws {
    let listening = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    self.listening = listening
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = unsafe withUnsafeMutablePointer(to: &place) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe bind(listening, pointer, length) == 0 && listen(listening, 64) == 0
          && getsockname(listening, pointer, &length) == 0
      }
    }
    guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
    port = Int(UInt16(bigEndian: place.sin_port))
    Thread.detachNewThread {
      while true {
        let connection = accept(listening, nil, nil)
        if connection < 0 {
          // Closed here alone: a number that is given back earlier may be another's by now.
          close(listening)
          return
        }
        Thread.detachNewThread { serve(connection) }
      }
    }
  }

  deinit { shutdown(listening, Int32(SHUT_RDWR)) }
}
