import Foundation
import Pages
import Records
import TestSupport
import Testing
import Text

/// The line of a refusal.
private func refusal(_ item: IntakeItem) -> LedgerLine? {
  if case .refused(let line) = item { line } else { nil }
}

/// The input, where there is one.
private func input(_ item: IntakeItem) -> Input? {
  if case .input(let input) = item { input } else { nil }
}

@Suite struct IntakeTests {
  @Test func `A folder gives its pages by name, with those of the folders in it`() throws {
    let scratch = try ScratchFolder()
    for name in ["b.txt", "a.html", "c/z.md", "c/y.HTM", "c/picture.png", "d/e/f.txt", ".x.txt"] {
      try scratch.write(name, Array("words".utf8))
    }
    let names = Intake.sources(at: [scratch.path]).map {
      $0.name?.dropFirst(scratch.path.count + 1)
    }
    #expect(names == ["a.html", "b.txt", "c/y.HTM", "c/z.md", "d/e/f.txt"])
    #expect(Intake.sources(at: [scratch.path + "/"]).first?.name == scratch.path + "/a.html")
  }

  @Test func `A link to a folder above ends`() throws {
    let scratch = try ScratchFolder()
    try scratch.write("in/a.txt", Array("words".utf8))
    try scratch.link("in/up", to: scratch.path)
    try scratch.link("in/self", to: scratch.path + "/in")
    let names = Intake.sources(at: [scratch.path]).map {
      $0.name?.dropFirst(scratch.path.count + 1)
    }
    #expect(names == ["in/a.txt"])
  }

  @Test func `Paths keep the order in which they were given`() throws {
    let sources = Intake.sources(at: ["z.txt", "-", "a.txt"])
    #expect(sources == [.file("z.txt"), .standardInput, .file("a.txt")])
  }

  @Test func `What can't be read is refused with its reason`() throws {
    let scratch = try ScratchFolder()
    try scratch.write("empty.txt", [])
    try scratch.write("blank.txt", Array(" \r\n\t".utf8))
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/folder", withIntermediateDirectories: false)
    try scratch.link("nowhere.txt", to: scratch.path + "/missing")
    func reasons(_ name: String) -> [String]? {
      Intake.sources(at: [scratch.path + "/" + name]).first.flatMap { refusal($0.load())?.reasons }
    }
    #expect(reasons("empty.txt") == ["empty"])
    #expect(reasons("blank.txt") == ["empty"])
    #expect(reasons("missing.txt") == ["not-found"])
    #expect(reasons("nowhere.txt") == ["not-found"])
    #expect(reasons("folder") == ["no-pages"])
    #expect(refusal(IntakeSource.file(scratch.path + "/folder").load())?.reasons == ["unreadable"])
  }

  @Test func `A file over the limit is refused by its size alone`() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path + "/huge.txt"
    try scratch.write("huge.txt", [])
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.truncate(atOffset: 200 << 20)
    try handle.close()
    let line = try #require(refusal(IntakeSource.file(path).load()))
    #expect(line.reasons == ["too-large"])
    #expect(line.bytes == 200 << 20)
    #expect(line.sha256 == nil)
  }

  @Test func `A stream without a size stops at the limit`() {
    #expect(refusal(IntakeSource.file("/dev/zero").load(limit: 1 << 20))?.reasons == ["too-large"])
  }

  @Test func `A page is told by its ending, else by how it starts`() throws {
    let scratch = try ScratchFolder()
    let cases: [(String, String, Input.Format)] = [
      ("a.html", "words", .html), ("a.txt", "<p>words", .text), ("a.md", "# words", .text),
      ("a", " \n<!DOCTYPE html><p>words", .html), ("b", "words", .text),
      ("c.page", "<html>", .html),
    ]
    for (name, words, format) in cases {
      try scratch.write(name, Array(words.utf8))
      let found = try #require(input(IntakeSource.file(scratch.path + "/" + name).load()))
      #expect(found.format == format, "\(name)")
      #expect(found.bytes == Array(words.utf8))
      #expect(found.sha256 == SHA256.hex(Array(words.utf8)))
    }
  }

  @Test func `A pattern gives what it matches; a file of that name comes first`() throws {
    let scratch = try ScratchFolder()
    for name in ["b.txt", "a.txt", "c.html", "[d].txt"] {
      try scratch.write(name, Array("words".utf8))
    }
    func names(_ pattern: String) -> [String] {
      Intake.sources(at: [scratch.path + "/" + pattern]).compactMap(\.name)
        .map { String($0.dropFirst(scratch.path.count + 1)) }
    }
    #expect(names("*.txt") == ["[d].txt", "a.txt", "b.txt"])
    #expect(names("[d].txt") == ["[d].txt"])
    #expect(names("*.xyz") == ["*.xyz"])
  }

  @Test func `A packed page is read as the page`() throws {
    let scratch = try ScratchFolder()
    let page = Array("<p>words</p>".utf8)
    try scratch.write("a.html.gz", Packer.gzip(page))
    try scratch.write("b.txt.zst", Packer.zStandard(page))
    let found = inputs(items(scratch.path))
    #expect(found.map(\.bytes) == [page, page])
    #expect(found.map(\.format) == [.html, .text])
  }

  @Test func `The ledger's sums close`() {
    var ledger = Ledger()
    let states: [DocumentState] = [.whole, .refused, .partial, .whole, .refused, .whole]
    for (number, state) in states.enumerated() {
      let reasons = number == 1 ? [LedgerLine.notAPage, "media:image/png"] : []
      ledger.add(LedgerLine(source: "\(number)", state: state, reasons: reasons, bytes: number))
    }
    #expect(DocumentState.allCases.map { ledger.count($0) } == [3, 1, 2])
    #expect(
      DocumentState.allCases.map { ledger.sum($0).inputs }.reduce(0, +) == ledger.total.inputs)
    #expect(DocumentState.allCases.map { ledger.sum($0).bytes }.reduce(0, +) == ledger.total.bytes)
    #expect(ledger.total.bytes == 15 && ledger.shortfalls == 2)
  }
}
