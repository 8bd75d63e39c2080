import Foundation
import TestSupport
import Testing

/// The commands that keep an archive, run as a user runs them.
@Suite(.enabled(if: Program.path != nil)) struct KeepingTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    try folder.write("talks.html", Array(Reports.planned.utf8))
  }

  private func run(_ arguments: [String], input: String = "") async throws -> Program.Outcome {
    try await Program.run(arguments + ["--archive", folder.file()], input: input)
  }

  private func ingest() async throws {
    let outcome = try await run(["ingest", folder.file("talks.html")])
    #expect(outcome.status == 0, "\(outcome.complaints)")
  }

  @Test func aChangedPageIsAVersionWhoseDiffTellsWhatChanged() async throws {
    try await ingest()
    let none = try await run(["diff", "1"])
    #expect(none.output.isEmpty && none.complaints.contains("one version"))
    try folder.write("talks.html", Array(Reports.held.utf8))
    try await ingest()
    let diff = try await run(["diff", folder.file("talks.html")])
    #expect(diff.status == 0)
    #expect(
      diff.output.contains("Duarte to meet Nasser")
        && diff.output.contains("“Duarte meets Nasser in Cairo”"))
    let json = try await run(["diff", "1", "--json", "--from", "1", "--to", "2"])
    let object = try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any]
    #expect(Set(object?.keys ?? [:].keys) == ["facts", "appeared", "vanished", "changed"])
    let wrong = try await run(["diff", "1", "--from", "7"])
    #expect(wrong.status == 2 && wrong.complaints.contains("version 7"))
  }

  @Test func decisionsFindTheirLinesInAnotherReadingOrAreListedAsOrphaned() async throws {
    try await ingest()
    let first = try await run(["search", "--json", "status:planned actor:\"Ana Duarte\""])
    let line = try #require(first.output.firstMatch(of: /"line":"(e\d+)"/)?.1)
    let kept = try await run(["review", "confirm", "1.\(line)", "--who", "ana"])
    #expect(kept.status == 0, "\(kept.complaints)")
    let said = try await run(["search", "--json", "speaker:\"Ana Duarte\""])
    let words = try #require(said.output.firstMatch(of: /"line":"(a\d+)"/)?.1)
    let rejected = try await run(["review", "reject", "1.\(words)", "--who", "ana"])
    #expect(rejected.status == 0)
    // Another reading: a table of types that takes the meeting for something else.
    try folder.write("types.tsv", Array("meet\tobj:*\tAID\t\n".utf8))
    let reread = try await run(["reread", "--all", "--types", folder.file("types.tsv")])
    #expect(reread.complaints.contains("1 new version"), "\(reread.complaints)")
    let log = try await run(["review", "log", "--json"])
    #expect(log.output.contains("\"verdict\":\"reject\"") && log.output.contains("\"line\":\"a"))
    #expect(log.output.contains("\"verdict\":\"confirm\""))
    // The words are gone with the page's next version: nothing to attach to.
    let other = Reports.page("Harbour closed", first: "The harbour was closed by ice on Friday.")
      .replacing("We are ready to go on", with: "Nobody will starve")
    try folder.write("talks.html", Array(other.utf8))
    try await ingest()
    let orphaned = try await run(["review", "log", "--orphaned"])
    #expect(orphaned.output.contains("(orphaned)") && orphaned.output.contains("confirm"))
    let agreement = try await run(["review", "agreement", "--json"])
    #expect(agreement.output.contains("\"confirmed\":0"))
  }

  @Test func whatADecisionCanNotSayIsTold() async throws {
    try await ingest()
    let wrong = [
      (["correct", "1.e1", "--field", "status", "--value", "perhaps"], "planned"),
      (["correct", "1.e1", "--field", "colour", "--value", "red"], "colour"),
      (["confirm", "1.e99"], "e99"), (["confirm", "e1"], "12.e3"), (["undo", "7"], "decision 7"),
      (["merge", "1", "1"], "different actors"),
    ]
    for (arguments, told) in wrong {
      let outcome = try await run(["review"] + arguments)
      #expect(outcome.status == 2, "\(arguments)")
      #expect(outcome.complaints.contains(told), "\(arguments): \(outcome.complaints)")
    }
    let list = try await run(["review", "list", "--json"])
    #expect(list.status == 0 && list.output.contains("\"unit\":\"event\""))
  }

  @Test func aBackupIsPutBackInTheArchivesPlaceAndNothingElseIs() async throws {
    try await ingest()
    let before = try await run(["export", "--format", "jsonl"])
    let copied = try await run(["backup", folder.file("copy.sqlite")])
    #expect(copied.status == 0, "\(copied.complaints)")
    let twice = try await run(["backup", folder.file("copy.sqlite")])
    #expect(twice.status == 2)
    let gone = try await run(["takedown", "1", "--reason", "asked for", "--yes"])
    #expect(gone.status == 0)
    let empty = try await run(["export", "--format", "jsonl"])
    #expect(empty.output.isEmpty)
    // What is no archive is not put anywhere, and named.
    try folder.write("torn.sqlite", Array("not an archive".utf8))
    let foreign = try await run(["restore", folder.file("torn.sqlite")])
    #expect(foreign.status == 2 && foreign.complaints.contains("torn.sqlite: not an archive"))
    let absent = try await run(["restore", folder.file("none.sqlite")])
    #expect(absent.status == 2 && absent.complaints.contains("none.sqlite"))
    let restored = try await run(["restore", folder.file("copy.sqlite")])
    #expect(restored.status == 0, "\(restored.complaints)")
    let after = try await run(["export", "--format", "jsonl"])
    #expect(after.output == before.output && !after.output.isEmpty)
    #expect(FileManager.default.fileExists(atPath: folder.file() + ".before-restore-1"))
    #expect(!FileManager.default.fileExists(atPath: folder.file() + ".part"))
  }

  @Test func aReleaseThatSomebodyChangedIsFoundOut() async throws {
    try await ingest()
    let release = folder.file("release")
    let made = try await run([
      "export", "--release", release, "--format", "jsonl", "--format", "gdelt", "--format", "acled",
    ])
    #expect(made.status == 0, "\(made.complaints)")
    let good = try await Program.run(["verify", release])
    #expect(good.status == 0)
    let file = URL(filePath: release + "/jsonl.jsonl")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacing("planned", with: "happened").utf8).write(to: file)
    let changed = try await Program.run(["verify", release])
    #expect(changed.status == 1 && changed.complaints.contains("jsonl.jsonl"))
    let nowhere = try await Program.run(["verify", folder.file("nowhere")])
    #expect(nowhere.status == 2 && nowhere.complaints.contains("manifest"))
  }
}
