import Foundation
import Synchronization

/// A mail server on this machine that takes every mail (as much of RFC 5321 as that needs).
public final class SmallMailbox: Sendable {
  private let listener: LoopbackListener
  private let log: Log

  /// Where it listens on 127.0.0.1.
  public var port: Int { listener.port }

  /// A mailbox.
  ///
  /// - Throws: where no port is free.
  public init() throws {
    let log = Log()
    self.log = log
    listener = try LoopbackListener { Self.serve($0, log) }
  }

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
