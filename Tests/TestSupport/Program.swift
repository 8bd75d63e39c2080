import Foundation
import Synchronization

/// The program `verbale` beside the tests, where the build made it.
public enum Program {
  /// What a run gave.
  public struct Outcome: Sendable {
    /// The exit status.
    public let status: Int32
    /// Whether a signal ended it.
    public let wasKilled: Bool
    /// Standard output.
    public let bytes: [UInt8]
    /// Standard output as text.
    public let output: String
    /// Standard error.
    public let complaints: String
  }

  /// The program's path; nil, said loudly, where it isn't beside the tests.
  public static let path: String? = {
    let maps = (try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8)) ?? ""
    let bundle = maps.split(separator: "\n").compactMap { line in
      line.split(separator: " ").last.map(String.init)
    }.first { $0.hasSuffix(".xctest") }
    let found = bundle.map {
      URL(filePath: $0).deletingLastPathComponent().appending(path: "verbale").path
    }
    if let found, FileManager.default.isExecutableFile(atPath: found) { return found }
    print("NOT CHECKED: the program isn't beside the tests, so its commands were not run.")
    return nil
  }()

  /// Runs a program, `verbale` where none is named, to its end.
  ///
  /// - Parameters:
  ///   - seconds: after so many it is killed, as by a power cut; nil kills only what would never end.
  ///   - environment: what is set beside the test's own environment.
  public static func run(
    _ arguments: [String], program: String? = path, input: String = "",
    killedAfter seconds: Double? = nil, environment: [String: String] = [:]
  ) async throws -> Outcome {
    guard let program else { throw CocoaError(.fileNoSuchFile) }
    let folder = try ScratchFolder()
    // Files rather than pipes: none can fill up while the other is read.
    let files = try ["in", "out", "err"].map { name in
      let file = folder.url(name)
      try Data((name == "in" ? input : "").utf8).write(to: file)
      return file
    }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    let hasEnded = Mutex(false)
    try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in
        hasEnded.withLock { $0 = true }
        ended.resume()
      }
      do { try process.run() } catch {
        process.terminationHandler = nil
        return ended.resume(throwing: error)
      }
      let id = process.processIdentifier
      DispatchQueue.global().asyncAfter(deadline: .now() + (seconds ?? patience)) {
        // Only while it runs: later its number may be another's.
        hasEnded.withLock { if !$0 { kill(id, SIGKILL) } }
      }
    }
    let bytes = [UInt8](try Data(contentsOf: files[1]))
    return Outcome(
      status: process.terminationStatus,
      wasKilled: process.terminationReason == .uncaughtSignal, bytes: bytes,
      output: String(decoding: bytes, as: UTF8.self),
      complaints: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
  }

  /// Seconds after which a program is held to hang.
  private static let patience = 600.0
}
