import Foundation
import Synchronization

/// A site on this machine that answers as badly as a test wants: bytes and pauses over a plain
/// socket, on a port that the system gives.
public final class SmallSite: Sendable {
  /// What a connection gets to hear, step by step; behind the last one it is closed.
  public enum Step: Sendable {
    /// Bytes as they stand.
    case send([UInt8])
    /// A pause.
    case wait(milliseconds: Int)
    /// The same bytes until the other side goes away.
    case repeatForever([UInt8])

    /// Words as they stand.
    public static func send(_ text: String) -> Step { .send(Array(text.utf8)) }
  }

  /// A request as it came in.
  public struct Request: Sendable {
    /// `GET` or another.
    public let method: String
    /// The path with its query.
    public let path: String
    /// The lines before the body.
    public let head: String
    /// What follows them.
    public let body: String

    /// The value of a field of the head.
    public func field(_ name: String) -> String? {
      head.split(separator: "\r\n").first { $0.lowercased().hasPrefix(name.lowercased() + ":") }
        .map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
    }
  }

  private let listener: LoopbackListener
  private let log: Log

  /// Where it listens on 127.0.0.1.
  public var port: Int { listener.port }

  /// A site; `answer` decides what each request gets.
  ///
  /// - Throws: where no port is free.
  public init(_ answer: @escaping @Sendable (Request) -> [Step]) throws {
    let log = Log()
    self.log = log
    listener = try LoopbackListener { Self.serve($0, answer, log) }
  }

  /// The address of a path.
  public func address(_ path: String, host: String = "127.0.0.1") -> String {
    "http://\(host):\(port)\(path)"
  }

  /// The requests so far, those for robots.txt left out.
  public var requests: [Request] { allRequests.filter { $0.path != "/robots.txt" } }

  /// All requests so far.
  public var allRequests: [Request] { log.requests.withLock { $0 } }

  private final class Log: Sendable {
    let requests = Mutex<[Request]>([])
  }

  private static func serve(
    _ connection: Int32, _ answer: (Request) -> [Step], _ log: Log
  ) {
    defer { close(connection) }
    guard let request = read(connection) else { return }
    log.requests.withLock { $0.append(request) }
    for step in answer(request) {
      switch step {
      case .send(let bytes): guard send(bytes, connection) else { return }
      case .wait(let milliseconds): usleep(UInt32(milliseconds) * 1000)
      case .repeatForever(let bytes): while send(bytes, connection) {}
      }
    }
  }

  private static func read(_ connection: Int32) -> Request? {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4096)
    while true {
      if let request = request(String(decoding: bytes, as: UTF8.self)) { return request }
      let got = unsafe recv(connection, &piece, piece.count, 0)
      guard got > 0 else { return nil }
      bytes += piece[..<got]
    }
  }

  private static func request(_ text: String) -> Request? {
    guard let end = text.firstRange(of: "\r\n\r\n") else { return nil }
    let head = String(text[..<end.lowerBound])
    let words = head.prefix { $0 != "\r\n" }.split(separator: " ").map(String.init)
    guard words.count == 3 else { return nil }
    let body = String(text[end.upperBound...])
    let request = Request(method: words[0], path: words[1], head: head, body: body)
    let length = request.field("Content-Length").flatMap { Int($0) } ?? 0
    return body.utf8.count >= length ? request : nil
  }

  private static func send(_ bytes: [UInt8], _ connection: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Foundation.send(
          connection, buffer.baseAddress! + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }
}

extension SmallSite.Step {
  /// A whole answer.
  public static func answer(
    _ status: String = "200 OK", _ fields: [String] = ["Content-Type: text/html"],
    _ body: [UInt8] = []
  ) -> SmallSite.Step {
    let head = ["HTTP/1.1 \(status)"] + fields + ["Content-Length: \(body.count)"]
    return .send(Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
  }

  /// A page of a few words.
  public static func page(_ words: String, _ fields: [String] = []) -> SmallSite.Step {
    answer(
      "200 OK", ["Content-Type: text/html; charset=utf-8"] + fields,
      Array("<!doctype html><title>\(words)</title><p>\(words)</p>".utf8))
  }

  /// There is nothing.
  public static let notFound = answer("404 Not Found", [], Array("nothing here".utf8))

  /// The way elsewhere.
  public static func redirect(_ target: String, _ status: String = "302 Found") -> SmallSite.Step {
    answer(status, ["Location: \(target)"])
  }
}
