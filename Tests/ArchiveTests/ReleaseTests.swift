import Archive
import Exchange
import Foundation
import Records
import TestSupport
import Testing

@Suite struct ReleaseTests {
  private let folder: ScratchFolder
  private let archive: Archive

  init() throws {
    folder = try ScratchFolder()
    archive = try Archive(at: folder.file(), now: noon)
    for number in 0..<4 {
      var report = SmallReport(
        "Ana Ruiz met them. Li Wei said no. No. \(number)", source: "\(number)")
      let ana = report.actor("Ana Ruiz")
      let li = report.actor("Li Wei")
      report.says(li, "Li Wei", "said", "no")
      report.event(
        .consult, number == 0 ? .planned : .happened, "Ana Ruiz met them", trigger: "met",
        actors: [ana])
      try archive.ingest(report.record, from: report.input)
    }
  }

  @Test func theSameArchiveGivesTheSameReleaseAndItVerifies() throws {
    let first = try archive.release(
      to: folder.file("r1"), title: "May", formats: [.jsonl, .events])
    let second = try archive.release(
      to: folder.file("r2"), title: "May", formats: [.events, .jsonl])
    #expect(first == second)
    #expect(first.documents == 4)
    #expect(try Release.verify(folder.file("r1")) == [])
    #expect(throws: ArchiveError.taken(folder.file("r1"))) {
      try archive.release(to: folder.file("r1"), title: "May", formats: [.jsonl])
    }
  }

  @Test func everyChangeOfAReleaseIsFound() throws {
    let path = folder.file("r")
    try archive.release(to: path, title: "May", formats: [.jsonl, .events, .quotes])
    let jsonl = URL(filePath: path + "/jsonl.jsonl")
    let whole = try Data(contentsOf: jsonl)
    var changed = whole
    changed[40] ^= 1
    try changed.write(to: jsonl)
    #expect(try Release.verify(path) == ["jsonl.jsonl was changed"])
    try whole.write(to: jsonl)
    try FileManager.default.removeItem(atPath: path + "/quotes.csv")
    try Data("x".utf8).write(to: URL(filePath: path + "/more.txt"))
    #expect(
      try Release.verify(path) == ["quotes.csv is missing", "more.txt is no file of the release"])
    let manifest = URL(filePath: path + "/manifest.json")
    let text = try String(contentsOf: manifest, encoding: .utf8)
    try Data(text.replacing("\"May\"", with: "\"June\"").utf8).write(to: manifest)
    #expect(try Release.verify(path).first?.hasPrefix("manifest.json was changed") == true)
    #expect(throws: ArchiveError.self) { try Release.verify(folder.path) }
  }

  @Test func aQueryForLinesGivesOutOnlyThose() throws {
    var events: [Int] = []
    var attributions: [Int] = []
    try archive.records(matching: SearchQuery("status:happened")) { _, record in
      events.append(record.events.count)
      attributions.append(record.attributions.count)
    }
    #expect(events == [1, 1, 1])
    #expect(attributions == [0, 0, 0])
    var said = 0
    try archive.records(matching: SearchQuery("speaker:wei")) { _, record in
      #expect(record.events.isEmpty)
      said += record.attributions.count
    }
    #expect(said == 4)
    var all: [Int] = []
    try archive.records { document, _ in all.append(document) }
    #expect(all == [1, 2, 3, 4])
  }
}
