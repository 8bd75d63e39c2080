import Archive
import Foundation
import Pages
import Records
import TestSupport
import Testing

@Suite struct ChangesTests {
  private func report(_ status: EventStatus, reader: String = "0.1.0") -> SmallReport {
    var report = SmallReport(
      "Ana Ruiz will meet Li Wei in Oslo, officials said. Talks failed.", source: "a",
      reader: reader)
    let ana = report.actor("Ana Ruiz")
    report.says(nil, "officials", "said", "Ana Ruiz will meet Li Wei in Oslo", kind: .anonymous)
    report.event(.consult, status, "Ana Ruiz will meet Li Wei", trigger: "meet", actors: [ana])
    return report
  }

  @Test func aReadingDoesNotDifferFromItself() {
    let record = report(.planned).record
    #expect(RecordDiff(from: record, to: record).isEmpty)
  }

  @Test func linesThatAppearVanishAndChangeAreTold() throws {
    let old = report(.planned)
    var new = report(.expected)
    new.record.attributions = []
    new.record.document.title = "New"
    new.event(.consult, .denied, "Talks failed", trigger: "failed")
    let diff = RecordDiff(from: old.record, to: new.record)
    #expect(diff.facts.map { [$0.name, $0.old, $0.new] } == [["title", nil, "New"]])
    #expect(diff.vanished.map(\.id) == ["a1"])
    #expect(diff.appeared.map(\.words) == ["Talks failed"])
    #expect(diff.changed.map(\.fields) == [["status"]])
  }

  @Test func aLineWithSomeOtherWordsIsTheSameLineChanged() throws {
    let old = report(.planned)
    var new = SmallReport("Ana Ruiz will soon meet Li Wei in Bergen.", source: "a")
    let ana = new.actor("Ana Ruiz")
    new.event(.consult, .planned, "Ana Ruiz will soon meet Li Wei", trigger: "meet", actors: [ana])
    let diff = RecordDiff(from: old.record, to: new.record)
    #expect(diff.changed.map(\.fields) == [["words"]])
    #expect(diff.appeared.isEmpty)
  }

  @Test func anotherReaderMakesAVersionWithADiff() throws {
    let folder = try ScratchFolder()
    let archive = try Archive(at: folder.file(), now: noon)
    let first = report(.planned)
    try archive.ingest(first.record, from: first.input)
    #expect(try archive.reread(1, as: first.record) == nil)
    #expect(try archive.reread(1, as: report(.expected, reader: "0.2.0").record) == 2)
    #expect(try archive.diff(of: 1).changed.map(\.fields) == [["status"]])
    #expect(try archive.document(1)?.versions.map(\.cause) == [.new, .reread])
    #expect(throws: ArchiveError.self) { try archive.diff(of: 1, from: 2, to: 3) }
  }

  @Test func aTakenDownReportLeavesATombstoneAndNoWord() throws {
    let folder = try ScratchFolder()
    let archive = try Archive(at: folder.file(), now: noon)
    let first = report(.planned)
    try archive.ingest(first.record, from: first.input)
    try archive.addFollow("meetings", SearchQuery("type:CONSULT"), includesPresent: true)
    #expect(try archive.matchFollows() == ["meetings": 1])
    try archive.decide(.correct, line: "e1", of: 1, field: "to", value: "Li Wei", who: "ana")
    try archive.takedown(1, reason: "the court ordered it")
    #expect(try archive.record(of: 1) == nil)
    #expect(try archive.input(of: 1) == nil)
    #expect(try archive.search(SearchQuery("oslo")).count == 0)
    let tombstone = try #require(try archive.document(1)?.tombstone)
    #expect(tombstone.sha256 == [first.input.sha256])
    #expect(tombstone.reason == "the court ordered it")
    #expect(try archive.ingest(first.record, from: first.input) == .known(document: 1))
    #expect(throws: ArchiveError.self) { try archive.takedown(1, reason: "again") }
    try archive.checkIntegrity()
    let bytes = try String(decoding: Data(contentsOf: URL(filePath: folder.file())), as: UTF8.self)
    for word in ["Ruiz", "Li Wei", "Oslo", "oslo", "ruiz"] {
      #expect(!bytes.contains(word), "\(word) is still in the file")
    }
  }

  @Test func aBackupIsTheArchiveAndCanBePutBack() throws {
    let folder = try ScratchFolder()
    let archive = try Archive(at: folder.file(), now: noon)
    let first = report(.planned)
    try archive.ingest(first.record, from: first.input)
    try archive.backup(to: folder.file("backup"))
    #expect(throws: ArchiveError.self) { try archive.backup(to: folder.file("backup")) }
    try archive.takedown(1, reason: "by mistake")
    let former = try Archive.restore(folder.file("backup"), to: folder.file())
    #expect(former == folder.file() + ".before-restore-1")
    #expect(try Archive(at: folder.file()).record(of: 1) == first.record)
    try Data("no archive".utf8).write(to: URL(filePath: folder.file("foreign")))
    #expect(throws: ArchiveError.self) {
      try Archive.restore(folder.file("foreign"), to: folder.file())
    }
    #expect(try Archive(at: folder.file()).record(of: 1) == first.record)
  }
}
