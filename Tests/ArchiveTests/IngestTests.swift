import Archive
import Pages
import Records
import TestSupport
import Testing
import Text

@Suite struct IngestTests {
  @Test func aRecordComesBackAsItWasGiven() throws {
    let folder = try ScratchFolder()
    let archive = try Archive(at: folder.file(), now: noon)
    var report = SmallReport("Ana Ruiz met Li Wei in Oslo. — “Grannò” …", title: "A meeting")
    let ana = report.actor("Ana Ruiz", role: nil)
    report.event(.consult, .happened, "Ana Ruiz met Li Wei", trigger: "met", actors: [ana])
    #expect(try archive.ingest(report.record, from: report.input) == .new(document: 1))
    #expect(try archive.record(of: 1) == report.record)
    #expect(try archive.record(of: 2) == nil)
    #expect(try archive.document(1)?.versions.map(\.at) == ["2021-05-14T14:00:00Z"])
  }

  @Test func theSameBytesTwiceAreOneDocumentUnderAnyPath() throws {
    let folder = try ScratchFolder()
    let archive = try Archive(at: folder.file(), now: noon)
    let report = SmallReport("Oslo is quiet.")
    let copy = SmallReport("Oslo is quiet.", source: "copy.txt")
    #expect(try archive.document(holding: report.input) == nil)
    try archive.ingest(report.record, from: report.input)
    #expect(try archive.document(holding: copy.input) == 1)
    #expect(try archive.ingest(report.record, from: report.input) == .known(document: 1))
    #expect(try archive.ingest(copy.record, from: copy.input) == .known(document: 1))
    #expect(try archive.counts().documents == 1)
    #expect(try archive.counts().inputs["whole"] == 2)
  }

  @Test func otherBytesAtTheSameAddressAreANewVersion() throws {
    let folder = try ScratchFolder()
    let archive = try Archive(at: folder.file(), now: noon)
    let first = SmallReport("Oslo is quiet.", url: "https://news.example/oslo")
    let second = SmallReport("Oslo is loud.", source: "b.txt", url: "https://news.example/oslo")
    try archive.ingest(first.record, from: first.input)
    #expect(
      try archive.ingest(second.record, from: second.input) == .changed(document: 1, version: 2))
    #expect(try archive.record(of: 1)?.text == "Oslo is loud.")
    #expect(try archive.record(of: 1, version: 1)?.text == "Oslo is quiet.")
    #expect(try archive.document(1)?.versions.map(\.cause) == [.new, .changed])
    #expect(try archive.ingest(first.record, from: first.input) == .known(document: 1))
    #expect(try archive.document(1)?.summary.version == 2)
  }

  @Test func everyInputEndsInTheLedgerOnce() throws {
    let folder = try ScratchFolder()
    let archive = try Archive(at: folder.file(), now: noon)
    let report = SmallReport("Oslo is quiet.")
    let line = LedgerLine(source: "gone.txt", state: .refused, reasons: ["not-found"])
    for _ in 0..<2 {
      try archive.ingest(report.record, from: report.input)
      #expect(try archive.refuse(line) == .refused)
    }
    let ledger = try archive.ledger().items
    #expect(ledger.map(\.line.source) == ["gone.txt", "report.txt"])
    #expect(ledger.map(\.document) == [nil, 1])
    #expect(try archive.ledger(state: .refused).items.map(\.line) == [line])
    #expect(try archive.counts().inputs == ["whole": 1, "partial": 0, "refused": 1])
  }

  @Test func pagesOfDocumentsNeitherSkipNorRepeat() throws {
    let folder = try ScratchFolder()
    let archive = try Archive(at: folder.file(), now: noon)
    let days: [String?] = ["2021-05-14", nil, "2021-05-16", "2021-05-14", "2020-01-01", nil]
    for (index, day) in days.enumerated() {
      let report = SmallReport("Report \(index).", source: "\(index).txt", published: day)
      try archive.ingest(report.record, from: report.input)
    }
    var seen: [Int] = []
    var cursor: Cursor?
    repeat {
      let page = try archive.documents(after: cursor, limit: 2)
      seen += page.items.map(\.id)
      cursor = try page.next.map { try #require(Cursor("\($0)")) }
      // What comes in meanwhile with a later day moves nothing.
      let late = SmallReport("Late \(seen.count).", source: "late\(seen.count)", published: "2022")
      try archive.ingest(late.record, from: late.input)
    } while cursor != nil
    #expect(seen == [3, 4, 1, 5, 6, 2])
  }

  @Test func aDocumentIsFoundByWhatAPersonCallsIt() throws {
    let folder = try ScratchFolder()
    let archive = try Archive(at: folder.file(), now: noon)
    let report = SmallReport("Oslo is quiet.", url: "https://news.example/oslo")
    try archive.ingest(report.record, from: report.input)
    let names = ["1", "https://news.example/oslo", "report.txt", report.input.sha256]
    for name in names + [String(report.input.sha256.prefix(8))] {
      #expect(try archive.document(named: name) == 1, "\(name)")
    }
    for name in ["2", "oslo", "%", "", "0000000000"] {
      #expect(try archive.document(named: name) == nil, "\(name)")
    }
  }
}

@Suite struct GivenAgainTests {
  @Test func aCopyUnderAnotherNameHasItsLineInTheLedger() throws {
    let folder = try ScratchFolder()
    let archive = try Archive(at: folder.file(), now: noon)
    let report = SmallReport("Oslo is quiet.")
    try archive.ingest(report.record, from: report.input)
    let copy = SmallReport("Oslo is quiet.", source: "copy.txt")
    for _ in 0..<2 { try archive.acknowledge(copy.input, as: 1) }
    #expect(try archive.ledger().items.map(\.line.source) == ["copy.txt", "report.txt"])
    #expect(try archive.ledger().items.map(\.document) == [1, 1])
  }

  @Test func anotherFallbackDayThatChangesNothingIsNoNewVersion() throws {
    let folder = try ScratchFolder()
    let archive = try Archive(at: folder.file(), now: noon)
    let report = SmallReport("Oslo is quiet.")
    try archive.ingest(report.record, from: report.input)
    #expect(try archive.document(holding: report.input, published: "2021-05-15") == nil)
    #expect(
      try archive.ingest(report.record, from: report.input, published: "2021-05-15")
        == .known(document: 1))
    #expect(try archive.document(holding: report.input, published: "2021-05-15") == 1)
    #expect(try archive.document(1)?.versions.count == 1)
  }

  @Test func whatCameInCanBeReadAgain() throws {
    let folder = try ScratchFolder()
    let archive = try Archive(at: folder.file(), now: noon)
    let report = SmallReport("Oslo is quiet.")
    var page = SmallReport("A page.", source: "page.html", url: "https://news.example/page")
    page.input.bytes = Array("<p>A page.</p>\u{FF}".utf8)
    page.input.sha256 = SHA256.hex(page.input.bytes)
    page.input.format = .html
    for (report, day) in [(report, String?.none), (page, "2021-05-15")] {
      try archive.ingest(report.record, from: report.input, published: day)
    }
    for (number, report) in [report, page].enumerated() {
      let stored = try #require(try archive.input(of: number + 1))
      #expect(stored.input.bytes == report.input.bytes)
      #expect(stored.input.format == report.input.format)
      #expect(stored.input.url == report.input.url)
    }
    #expect(try archive.input(of: 2)?.published == "2021-05-15")
  }
}
