import Foundation
import Synchronization

/// A mail server on this machine that takes every mail (as much of RFC 5321 as that needs).
public final class SmallMailbox: Sendable {
  private let listening: Int32
  private let log = Log()

  /// Where it listens on 127.0.0.1.
  public let port: Int

  /// A mailbox.
  ///
  /// - Throws: where no port is free.
  public init() throws {
    let listening = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    self.listening = listening
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = unsafe withUnsafeMutablePointer(to: &place) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe bind(listening, pointer, length) == 0 && listen(listening, 8) == 0
          && getsockname(listening, pointer, &length) == 0
      }
    }
    guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
    port = Int(UInt16(bigEndian: place.sin_port))
    Thread.detachNewThread { [log] in
      while true {
        let connection = accept(listening, nil, nil)
        if connection < 0 {
          close(listening)
          return
        }
        Thread.detachNewThread { Self.serve(connection, log) }
      }
    }
  }

  deinit { shutdown(listening, Int32(SHUT_RDWR)) }

  /// The mails so far, as they came.
  public var mails: [String] { log.mails.withLock { $0 } }

  /// For whom they came.
  public var recipients: [String] { log.recipients.withLock { $0 } }

  private final class Log: Sendable {
    let mails = Mutex<[String]>([])
    let recipients = Mutex<[String]>([])
  }

  private static func serve(_ connection: Int32, _ log: Log) {
    defer { close(connection) }
    func say(_ words: String) {
      let bytes = Array((words + "\r\n").utf8)
      _ = unsafe send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }
    say("220 mailbox")
    var mail: String?
    while let line = line(connection) {
      if let present = mail {
        if line == "." {
          log.mails.withLock { $0.append(present) }
          mail = nil
          say("250 kept")
        } else {
          mail = present + (line.hasPrefix(".") ? String(line.dropFirst()) : line) + "\r\n"
        }
        continue
      }
      let word = line.prefix(4).uppercased()
      if word == "RCPT" { log.recipients.withLock { $0.append(String(line.dropFirst(8))) } }
      switch word {
      case "DATA":
        mail = ""
        say("354 go on")
      case "QUIT": return say("221 bye")
      default: say("250 well")
      }
    }
  }

  private static func line(_ connection: Int32) -> String? {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while unsafe recv(connection, &byte, 1, 0) == 1 {
      if byte == UInt8(ascii: "\n") {
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
      }
      bytes.append(byte)
    }
    return nil
  }
}
