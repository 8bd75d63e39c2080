import Foundation

/// The program `verbale` while it serves, until the test is done with it.
public final class RunningProgram {
  /// What it said in vain.
  public struct Trouble: Error {
    /// In words.
    public let what: String
  }

  private let folder: ScratchFolder
  private let process = Process()

  /// Starts it.
  ///
  /// - Throws: where it isn't there.
  public init(_ arguments: [String]) throws {
    guard let path = Program.path else { throw CocoaError(.fileNoSuchFile) }
    folder = try ScratchFolder()
    try Data().write(to: folder.url("said"))
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: folder.url("said"))
    process.standardError = process.standardOutput
    try process.run()
  }

  deinit {
    process.terminate()
    for _ in 0..<100 where process.isRunning { usleep(50_000) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }

  /// What it said so far on both of its outputs.
  public var said: String {
    (try? String(contentsOf: folder.url("said"), encoding: .utf8)) ?? ""
  }

  /// The port of the desk, once it says so.
  ///
  /// - Throws: `Trouble` where it ends before, or says nothing for a minute.
  public func port() async throws -> Int {
    var port: Int?
    try await Self.wait("the desk’s address") {
      port = said.firstMatch(of: /The desk is at http:\/\/[^\n]*:(\d+)\n/).flatMap { Int($0.1) }
      if port == nil, !process.isRunning { throw Trouble(what: "the program ended: \(said)") }
      return port != nil
    }
    return port ?? 0
  }

  /// Waits, two minutes at most, until something holds.
  ///
  /// - Throws: `Trouble`, and what `holds` throws.
  public static func wait(_ what: String, until holds: () async throws -> Bool) async throws {
    let end = ContinuousClock.now + .seconds(120)
    while ContinuousClock.now < end {
      if try await holds() { return }
      try await Task.sleep(for: .milliseconds(100))
    }
    throw Trouble(what: "waited in vain for \(what)")
  }
}
