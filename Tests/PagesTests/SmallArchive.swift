import Foundation
import Pages
import Records
import TestSupport

/// Web archives made of the example pages, for tests.
enum SmallArchive {
  /// A record as bytes.
  static func record(
    _ type: String, url: String = "https://news.example/a", content: String? = nil,
    fields: [(String, String)] = [], block: [UInt8], length: Int? = nil
  ) -> [UInt8] {
    var head = "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(url)\r\n"
    if let content { head += "Content-Type: \(content)\r\n" }
    for (name, value) in fields { head += "\(name): \(value)\r\n" }
    head += "Content-Length: \(length ?? block.count)\r\n\r\n"
    return Array(head.utf8) + block + Array("\r\n\r\n".utf8)
  }

  /// A site's answer.
  static func answer(
    _ body: [UInt8], status: String = "200 OK", fields: [(String, String)] = [],
    type: String = "text/html; charset=utf-8"
  ) -> [UInt8] {
    var head = "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\n"
    for (name, value) in fields { head += "\(name): \(value)\r\n" }
    return Array((head + "\r\n").utf8) + body
  }

  static func response(_ body: [UInt8], url: String = "https://news.example/a") -> [UInt8] {
    record("response", url: url, content: "application/http", block: answer(body))
  }

  /// The example pages.
  static func pages() throws -> [[UInt8]] {
    try Repository.examples().filter { $0.pathExtension == "html" }.map {
      [UInt8](try Data(contentsOf: $0))
    }
  }

  /// Chunks as HTTP sends them.
  static func chunked(_ body: [UInt8], size: Int = 700) -> [UInt8] {
    var result: [UInt8] = []
    for start in stride(from: 0, to: body.count, by: size) {
      let piece = body[start..<min(body.count, start + size)]
      result += Array("\(String(piece.count, radix: 16))\r\n".utf8) + piece + [13, 10]
    }
    return result + Array("0\r\n\r\n".utf8)
  }
}

/// The items that a file gives.
func items(_ path: String, limits: UnpackingLimits = UnpackingLimits()) -> [IntakeItem] {
  IntakeSequence(at: [path], limits: limits).map { $0.load() }
}

/// The lines of refusals.
func refusals(_ items: [IntakeItem]) -> [LedgerLine] {
  items.compactMap { if case .refused(let line) = $0 { line } else { nil } }
}

/// The inputs.
func inputs(_ items: [IntakeItem]) -> [Input] {
  items.compactMap { if case .input(let input) = $0 { input } else { nil } }
}

/// The bytes of the file that items cover: (offset, length) in order.
func stretches(_ items: [IntakeItem]) -> [(Int, Int)] {
  items.map { item in
    switch item {
    case .input(let input): (input.offset ?? -1, input.stored ?? -1)
    case .refused(let line): (line.offset ?? -1, line.stored ?? -1)
    }
  }
}

/// Whether stretches follow one another from a file's first byte to its last.
func coverFile(_ items: [IntakeItem], size: Int) -> Bool {
  var position = 0
  for (offset, stored) in stretches(items) {
    guard offset == position, stored >= 0 else { return false }
    position += stored
  }
  return position == size
}
