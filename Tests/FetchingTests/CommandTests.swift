import Foundation
import TestSupport
import Testing

/// The commands that take pages from the network and from files, run as a user runs them.
@Suite(.enabled(if: Program.path != nil)) struct CommandTests {
  private static let report = """
    <!doctype html><html lang="en"><head><title>Ferry line to close</title></head><body>
    <nav><a href="/">Home</a></nav><article><h1>Ferry line to close in autumn</h1>
    <p>By Ida Marsh</p>
    <p>The ferry line to the islands will close in October, the mayor said on Monday after a
    meeting with the owners, who had asked the town for help in the spring.</p>
    <p>About ninety people work on the two ships, and the union said that it had not been told of
    the plan before it was announced by the owners in the evening.</p>
    <p>"We will not leave the islands alone," the mayor told a crowd in the harbour, and added
    that a smaller ship would take the children to school.</p></article></body></html>
    """

  private static func feed(_ site: SmallSite, _ names: [String]) -> String {
    let items = names.map {
      "<item><title>\($0)</title><link>\(site.address("/" + $0))</link></item>"
    }
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Harbour</title>"
      + items.joined() + "</channel></rss>"
  }

  /// A site with two reports and a feed that names them.
  private func site() throws -> SmallSite {
    let port = Port()
    let site = try SmallSite { request in
      switch request.path {
      case "/a.html", "/b.html":
        [
          .answer(
            "200 OK", ["Content-Type: text/html; charset=utf-8"],
            Array((Self.report + "<!-- \(request.path) -->").utf8))
        ]
      case "/feed.xml":
        [
          .answer(
            "200 OK", ["Content-Type: application/rss+xml"],
            Array(port.feed.utf8))
        ]
      default: [.notFound]
      }
    }
    port.feed = Self.feed(site, ["a.html", "b.html"])
    return site
  }

  /// The feed's words, known once the site has its port.
  private final class Port: @unchecked Sendable { var feed = "" }

  private func count(_ word: String, _ text: String) -> Int {
    text.components(separatedBy: word).count - 1
  }

  @Test func `fetch reads a page of this machine only where it may`() async throws {
    let site = try site()
    let address = site.address("/a.html")
    let refused = try await Program.run(["fetch", "--format", "jsonl", address])
    #expect(refused.status == 1)
    #expect(refused.complaints.contains("--allow-private"))
    #expect(site.allRequests.isEmpty)
    let read = try await Program.run(
      ["fetch", "--allow-private", "--pause", "0", "--format", "jsonl", address])
    #expect(read.status == 0, "\(read.complaints)")
    #expect(read.output.contains("\"byline\":[\"Ida Marsh\"]"))
    #expect(read.output.contains("\"url\":\"\(address)\""))
  }

  @Test func `fetch takes of a feed only what is new`() async throws {
    let site = try site()
    let folder = try ScratchFolder()
    let arguments = [
      "fetch", "--allow-private", "--pause", "0", "--format", "jsonl", "--state",
      folder.file("seen.jsonl"), site.address("/feed.xml"),
    ]
    let first = try await Program.run(arguments)
    #expect(first.status == 0, "\(first.complaints)")
    #expect(count("\"schema\":", first.output) == 2)
    let second = try await Program.run(arguments)
    #expect(count("\"schema\":", second.output) == 0)
    #expect(site.requests.count { $0.path == "/a.html" } == 1)
  }

  @Test func `ingest keeps the reports of a feed once`() async throws {
    let site = try site()
    let folder = try ScratchFolder()
    let archive = folder.file("archive.sqlite")
    let arguments = [
      "ingest", "--allow-private", "--pause", "0", "--archive", archive,
      site.address("/feed.xml"),
    ]
    for _ in 0..<2 {
      let outcome = try await Program.run(arguments)
      #expect(outcome.status == 0, "\(outcome.complaints)")
    }
    let export = try await Program.run(["export", "--format", "jsonl", "--archive", archive])
    #expect(count("\"schema\":", export.output) == 2)
  }

  @Test func `intake lists each input, and its ledger closes`() async throws {
    let folder = try ScratchFolder()
    let page = folder.url("page.html")
    try Data(Self.report.utf8).write(to: page)
    let empty = folder.url("empty.txt")
    try Data().write(to: empty)
    let ledger = folder.url("ledger.jsonl")
    let outcome = try await Program.run(
      ["intake", "--ledger", ledger.path, page.path, empty.path])
    #expect(outcome.output.contains("page.html") && outcome.output.contains("empty.txt"))
    let lines = try String(contentsOf: ledger, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.contains { $0.contains("\"bytes\":\(Self.report.utf8.count)") })
  }

  @Test func `page marks words, and the words of a record's line, where they stand`()
    async throws
  {
    let folder = try ScratchFolder()
    let page = folder.url("page.html")
    try Data(Self.report.utf8).write(to: page)
    let words = try await Program.run(["page", "--mark", "ninety people", page.path])
    #expect(words.status == 0, "\(words.complaints)")
    #expect(words.output.contains(">ninety people</mark>"))
    #expect(words.output.contains("<nav>"))
    let line = try await Program.run(["page", "--line", "a1", page.path])
    #expect(line.status == 0, "\(line.complaints)")
    #expect(count("<mark", line.output) >= 1)
    let none = try await Program.run(["page", "--line", "a99", page.path])
    #expect(none.status != 0 && none.complaints.contains("a99"))
  }
}
