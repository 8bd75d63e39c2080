import Foundation
import TestSupport
import Testing

/// The program killed in the middle of an ingest, as by a power cut, and started again.
@Suite struct KillTests {
  @Test(.enabled(if: Program.path != nil))
  func anIngestThatWasKilledAgainAndAgainEndsAsAnUnbrokenOne() throws {
    let folder = try ScratchFolder()
    let inputs = folder.file("inputs")
    try FileManager.default.createDirectory(atPath: inputs, withIntermediateDirectories: true)
    for file in try Repository.examples() {
      for copy in 0..<6 {
        // Copies that differ in a line, so that each is a document.
        let text = try String(contentsOf: file, encoding: .utf8)
        let name = "\(copy)-\(file.lastPathComponent)"
        try Data((text + "\nCopy \(copy).\n").utf8)
          .write(to: URL(filePath: inputs + "/" + name))
      }
    }
    let whole = folder.file("whole.sqlite")
    let killed = folder.file("killed.sqlite")
    #expect(try run(["ingest", "--archive", whole, inputs]).status <= 1)
    var random = SplitMix(seed: UInt64(ProcessInfo.processInfo.processIdentifier))
    var kills = 0
    while kills < 12 {
      let outcome = try run(
        ["ingest", "--archive", killed, "--jobs", "2", inputs],
        killedAfter: 0.02 + Double(random.below(400)) / 1000)
      if !outcome.wasKilled { break }
      kills += 1
    }
    #expect(try run(["ingest", "--archive", killed, inputs]).status <= 1)
    for format in ["jsonl", "events"] {
      let export = try run(["export", "--format", format, "--archive", whole])
      #expect(!export.output.isEmpty)
      #expect(
        try run(["export", "--format", format, "--archive", killed]).output == export.output,
        "after \(kills) kills")
    }
    let ledgers = try [whole, killed].map { path in
      String(
        decoding: try run(["ledger", "--limit", "1000", "--archive", path]).output, as: UTF8.self
      )
      .split(separator: "\n").map { $0.dropFirst("2021-05-14T14:00:00Z".count) }
    }
    #expect(ledgers[0] == ledgers[1])
  }

  private func run(_ arguments: [String], killedAfter seconds: Double? = nil) throws
    -> (status: Int32, output: Data, wasKilled: Bool)
  {
    let process = Process()
    process.executableURL = URL(filePath: try #require(Program.path))
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    if let seconds {
      Thread.sleep(forTimeInterval: seconds)
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, data, process.terminationReason == .uncaughtSignal)
  }
}
