import Exchange
import Foundation
import Reader
import Records
import TestSupport
import Testing

/// The readings of the example reports, as they were when somebody last looked at them.
///
/// They show what a change does to what is read. Where the change is meant, run the tests once with
/// `VERBALE_REWRITE_GOLDEN=1`, look at the difference, and commit it with the reason.
@Suite struct GoldenTests {
  private static let folder = Repository.root.appending(path: "Tests/ReaderTests/Golden")

  @Test func examplesAreReadAsTheGoldenFilesSay() throws {
    let rewrite = ProcessInfo.processInfo.environment["VERBALE_REWRITE_GOLDEN"] == "1"
    for (file, record) in zip(try Repository.examples(), try ExamplesTests.records()) {
      let golden = Self.folder.appending(path: file.lastPathComponent + ".tsv")
      let reading = Self.digest(of: record)
      if rewrite {
        try FileManager.default.createDirectory(
          at: Self.folder, withIntermediateDirectories: true)
        try Data(reading.utf8).write(to: golden)
      }
      let expected = try String(contentsOf: golden, encoding: .utf8)
      let (old, new) = (lines(expected), lines(reading))
      let changed = zip(old, new).filter { $0 != $1 }.prefix(3).map { "- \($0)\n+ \($1)" }
      #expect(
        expected == reading,
        "\(file.lastPathComponent): \(old.count) and \(new.count) lines\n\(changed.joined(separator: "\n"))"
      )
    }
  }

  private func lines(_ text: String) -> [Substring] { text.split(separator: "\n") }

  /// Blocks, actors, attributions and events, a line each, without spans that only repeat words.
  private static func digest(of record: Record) -> String {
    let blocks = record.blocks.map { ["block", $0.kind.rawValue, "\($0.span)"] }
    let actors = record.actors.map { actor in
      [
        "actor", actor.id, actor.kind.rawValue, actor.name, actor.country ?? "",
        actor.sectors.joined(separator: ","), actor.roles.map(\.title).joined(separator: "; "),
      ]
    }
    let quotes = QuotesTable.rows(record).map { ["attribution"] + $0.dropFirst().dropLast(1) }
    let events = EventsTable.rows(record).map { ["event"] + $0.dropFirst().dropLast(1) }
    return (blocks + actors + quotes + events).map { $0.joined(separator: "\t") + "\n" }.joined()
  }
}
