import Foundation

/// The simplest client of HTTP/1.1: one request a connection, to this machine.
public struct Loopback: Sendable {
  /// What came back.
  public struct Answer: Sendable {
    /// The status; 0 where no answer came.
    public let status: Int
    /// The lines before the body.
    public let head: String
    /// The body.
    public let body: String

    /// The value of a field of the head.
    public func field(_ name: String) -> String? {
      head.split(separator: "\r\n").first { $0.lowercased().hasPrefix(name.lowercased() + ":") }
        .map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
    }
  }

  /// The port on 127.0.0.1.
  public let port: Int

  /// A client of a port.
  public init(port: Int) { self.port = port }

  /// Asks and waits for the answer, a minute at most.
  public func ask(
    _ path: String, method: String = "GET", fields: [String] = [], body: String = ""
  ) -> Answer {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var limit = timeval(tv_sec: 60, tv_usec: 0)
    unsafe setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_port = UInt16(port).bigEndian
    place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let isConnected = unsafe withUnsafePointer(to: &place) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe connect(descriptor, pointer, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isConnected else { return Answer(status: 0, head: "", body: "") }
    let lines =
      ["\(method) \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close"] + fields
      + (body.isEmpty ? [] : ["Content-Length: \(body.utf8.count)"])
    let request = Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)
    guard unsafe send(descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count
    else { return Answer(status: 0, head: "", body: "") }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let got = unsafe recv(descriptor, &piece, piece.count, 0)
      guard got > 0 else { break }
      bytes += piece[..<got]
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let end = text.firstRange(of: "\r\n\r\n")
    let head = end.map { String(text[..<$0.lowerBound]) } ?? text
    let words = head.split(separator: " ", maxSplits: 2)
    return Answer(
      status: words.count > 1 ? Int(words[1]) ?? 0 : 0, head: head,
      body: end.map { String(text[$0.upperBound...]) } ?? "")
  }
}
