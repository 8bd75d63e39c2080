public import Foundation
import Pages
import Synchronization

/// Keeps every answer in a web archive, to be read again without the network.
public final class AnswerLog: Sendable {
  private let writer: Mutex<WARCWriter>
  private let now: @Sendable () -> Date

  /// A log at the end of a file; a new file is told what it is.
  ///
  /// - Parameters:
  ///   - path: the file; packed where it ends in `.gz`.
  ///   - software: who writes it, `Verbale/0.1.0`.
  ///   - now: the clock that stamps the records.
  /// - Throws: where the file can't be written.
  public init(
    at path: String, software: String, now: @escaping @Sendable () -> Date = { Date() }
  ) throws {
    if !FileManager.default.fileExists(atPath: path) {
      try Data().write(to: URL(fileURLWithPath: path))
    }
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    let writer = WARCWriter(file, packs: path.lowercased().hasSuffix(".gz"))
    if try file.seekToEnd() == 0 { try writer.writeInfo(software: software, date: now()) }
    self.writer = Mutex(writer)
    self.now = now
  }

  func add(_ answer: WebAnswer, from address: WebAddress) throws {
    let why = answer.shortage.map { $0 == .timedOut ? "time" : "disconnect" }
    try writer.withLock { writer in
      try writer.writeResponse(
        target: address.description, status: "\(answer.status) \(answer.words)",
        fields: answer.fields, body: answer.body, peer: answer.peer.description, truncated: why,
        date: now())
    }
  }
}
