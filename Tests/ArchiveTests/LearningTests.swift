import Archive
import Foundation
import Pages
import Records
import TestSupport
import Testing

/// Dictionaries that an archive learns from its own reports.
@Suite struct LearningTests {
  private static let count = 260

  /// Reports that share their phrases; three have words that no other has.
  private func report(_ number: Int) -> SmallReport {
    let own = (7...9).contains(number) ? "The xylograph of Quetzaltenango was mentioned. " : ""
    var report = SmallReport(
      "Ana Ruiz will meet Li Wei in Oslo, officials of the ministry said on Monday. \(own)"
        + "The talks of round \(number) on the customs union failed, the spokesman said.",
      source: "reports/\(number).txt")
    let ana = report.actor("Ana Ruiz")
    report.says(nil, "officials", "said", "Ana Ruiz will meet Li Wei in Oslo", kind: .anonymous)
    report.event(.consult, .planned, "Ana Ruiz will meet Li Wei", trigger: "meet", actors: [ana])
    return report
  }

  private func filled(_ folder: ScratchFolder) throws -> Archive {
    let archive = try Archive(at: folder.file(), now: noon)
    for number in 1...Self.count {
      let report = report(number)
      try archive.ingest(report.record, from: report.input)
    }
    return archive
  }

  /// How often bytes stand in the archive's files.
  private func places(of words: String, in folder: ScratchFolder) throws -> Int {
    try ["", "-wal"].reduce(0) { count, end in
      let path = folder.file() + end
      guard FileManager.default.fileExists(atPath: path) else { return count }
      var data = try Data(contentsOf: URL(filePath: path))[...]
      var found = 0
      while let range = data.range(of: Data(words.utf8)) {
        found += 1
        data = data[range.upperBound...]
      }
      return count + found
    }
  }

  @Test func whatWasPackedBeforeAndAfterReadsAsItWentIn() throws {
    let folder = try ScratchFolder()
    let archive = try filled(folder)
    for number in [1, 7, 249, 250, 251, Self.count] {
      #expect(try archive.record(of: number) == report(number).record)
      #expect(try archive.input(of: number)?.input.bytes == report(number).input.bytes)
    }
    let other = try Archive(at: folder.file(), mode: .existing)
    #expect(try other.record(of: Self.count) == report(Self.count).record)
    try archive.checkpoint()
    // What many reports share stands in the dictionary in clear, the rest nowhere.
    #expect(try places(of: "on the customs union failed", in: folder) >= 1)
    #expect(try places(of: "talks of round 7", in: folder) == 0)
  }

  @Test func aReadingThatWasMadeReadyBeforeIsKeptAfter() throws {
    let folder = try ScratchFolder()
    let late = report(Self.count + 1)
    let first = try Archive(at: folder.file(), now: noon)
    let ready = try first.prepare(late.record, from: late.input)
    let archive = try filled(folder)
    let again = try archive.prepare(report(900).record, from: report(900).input)
    try archive.takedown(1, reason: "asked for")
    try archive.ingest(ready, from: late.input)
    try archive.ingest(again, from: report(900).input)
    #expect(try archive.record(of: Self.count + 1) == late.record)
    #expect(try archive.record(of: Self.count + 2) == report(900).record)
  }

  @Test func whatATakenDownReportSharedIsForgotten() throws {
    let folder = try ScratchFolder()
    let archive = try filled(folder)
    try archive.checkpoint()
    #expect(try places(of: "xylograph of Quetzaltenango", in: folder) >= 1)
    // Two reports are left that have it: too few to stand in a dictionary.
    try archive.takedown(7, reason: "asked for")
    #expect(try places(of: "xylograph of Quetzaltenango", in: folder) == 0)
    #expect(try archive.record(of: 7) == nil)
    #expect(try archive.record(of: 8) == report(8).record)
    #expect(try archive.record(of: Self.count) == report(Self.count).record)
  }
}
