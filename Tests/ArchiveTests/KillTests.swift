import Foundation
import TestSupport
import Testing

/// The program killed in the middle of an ingest, as by a power cut, and started again.
@Suite struct KillTests {
  @Test(.enabled(if: Program.path != nil))
  func anIngestThatWasKilledAgainAndAgainEndsAsAnUnbrokenOne() async throws {
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
    #expect(try await Program.run(["ingest", "--archive", whole, inputs]).status <= 1)
    var random = SplitMix(seed: UInt64(ProcessInfo.processInfo.processIdentifier))
    var kills = 0
    while kills < 12 {
      let outcome = try await Program.run(
        ["ingest", "--archive", killed, "--jobs", "2", inputs],
        killedAfter: 0.02 + Double(random.below(400)) / 1000)
      if !outcome.wasKilled { break }
      kills += 1
    }
    #expect(try await Program.run(["ingest", "--archive", killed, inputs]).status <= 1)
    for format in ["jsonl", "events"] {
      let export = try await Program.run(["export", "--format", format, "--archive", whole])
      #expect(!export.output.isEmpty)
      let again = try await Program.run(["export", "--format", format, "--archive", killed])
      #expect(again.output == export.output, "after \(kills) kills")
    }
    var ledgers: [[Substring]] = []
    for archive in [whole, killed] {
      let ledger = try await Program.run(["ledger", "--limit", "1000", "--archive", archive])
      let lines = ledger.output.split(separator: "\n")
      ledgers.append(lines.map { $0.dropFirst("2021-05-14T14:00:00Z".count) })
    }
    #expect(ledgers[0] == ledgers[1])
  }
}
