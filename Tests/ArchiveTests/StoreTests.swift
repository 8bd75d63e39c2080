import Archive
import Foundation
import Records
import TestSupport
import Testing

@Suite struct StoreTests {
  @Test func aMissingArchiveIsToldWhereNoneIsToBeMade() throws {
    let folder = try ScratchFolder()
    let path = folder.file()
    #expect(throws: ArchiveError.missing(path: path)) {
      try Archive(at: path, mode: .existing)
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test(arguments: ["A letter, and no archive at all.", "SQLite format 3", "{}"])
  func aForeignFileIsRefusedAndLeftAsItWas(content: String) throws {
    let folder = try ScratchFolder()
    try Data(content.utf8).write(to: URL(filePath: folder.file()))
    #expect(throws: ArchiveError.foreign(path: folder.file())) { try Archive(at: folder.file()) }
    #expect(try String(contentsOfFile: folder.file(), encoding: .utf8) == content)
  }

  @Test func anEmptyFileBecomesAnArchive() throws {
    let folder = try ScratchFolder()
    try Data().write(to: URL(filePath: folder.file()))
    #expect(try Archive(at: folder.file()).counts().documents == 0)
    #expect(try Archive(at: folder.file(), mode: .existing).counts().documents == 0)
  }

  @Test func aTornArchiveIsToldAsDamaged() throws {
    let folder = try ScratchFolder()
    do {
      let archive = try Archive(at: folder.file(), now: noon)
      for number in 0..<40 {
        let report = SmallReport(
          "Report \(number) of a torn archive.", source: "\(number)", published: nil)
        try archive.ingest(report.record, from: report.input)
      }
      try archive.checkpoint()
    }
    for end in ["", "-wal", "-shm"] where end != "" {
      try? FileManager.default.removeItem(atPath: folder.file() + end)
    }
    var bytes = try Data(contentsOf: URL(filePath: folder.file()))
    for offset in 4096..<bytes.count { bytes[offset] = 0x5A }
    try bytes.write(to: URL(filePath: folder.file()))
    let error = #expect(throws: ArchiveError.self) {
      _ = try Archive(at: folder.file()).documents()
    }
    guard case .damaged = error else {
      Issue.record("told as \(String(describing: error))")
      return
    }
  }

  @Test func aFullDiskLosesNothingThatWasAcknowledged() throws {
    let folder = try ScratchFolder()
    let small = try Archive(at: folder.file(), pages: 120, now: noon)
    var kept = 0
    let error = #expect(throws: ArchiveError.self) {
      while kept < 10_000 {
        let report = SmallReport(
          String(repeating: "Report \(kept) fills the disk. ", count: 40), source: "\(kept)")
        try small.ingest(report.record, from: report.input)
        kept += 1
      }
    }
    #expect(error == .full(path: folder.file()))
    #expect(kept > 0)
    #expect(try small.counts().documents == kept)
    let roomier = try Archive(at: folder.file(), now: noon)
    #expect(try roomier.counts().documents == kept)
    #expect(try roomier.record(of: kept)?.text.hasPrefix("Report \(kept - 1) fills") == true)
    let next = SmallReport("There is room again.", source: "next")
    #expect(try roomier.ingest(next.record, from: next.input) == .new(document: kept + 1))
  }
}
