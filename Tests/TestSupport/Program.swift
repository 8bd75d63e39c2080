import Foundation

/// The program `verbale` beside the tests, where the build made it.
public enum Program {
  /// What a run gave.
  public struct Outcome: Sendable {
    /// The exit status.
    public let status: Int32
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

  /// Runs a program, `verbale` where none is named, on a thread of its own.
  public static func run(
    _ arguments: [String], program: String? = path, input: String = ""
  ) async throws -> Outcome {
    guard let program else { throw CocoaError(.fileNoSuchFile) }
    return try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(with: Result { try wait(program, arguments, input) })
      }
    }
  }

  private static func wait(
    _ program: String, _ arguments: [String], _ input: String
  ) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "verbale-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files rather than pipes: none can fill up while the other is read.
    let files = try ["in", "out", "err"].map { name in
      let file = folder.appending(path: name)
      try Data((name == "in" ? input : "").utf8).write(to: file)
      return file
    }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    // Waiting by a run loop would spin on this thread.
    while process.isRunning { usleep(4000) }
    let bytes = [UInt8](try Data(contentsOf: files[1]))
    return Outcome(
      status: process.terminationStatus, bytes: bytes,
      output: String(decoding: bytes, as: UTF8.self),
      complaints: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
  }
}
