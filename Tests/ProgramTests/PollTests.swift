import Foundation
import Synchronization
import TestSupport
import Testing

/// `verbale serve --poll`: a feed that grows, and a desk and its follows that keep up with it.
@Suite(.enabled(if: Program.path != nil)) struct PollTests {
  @Test func aDeskShowsWhatAFeedBrings() async throws {
    let names = Mutex(["planned"])
    let port = Mutex(0)
    let site = try SmallSite { request in
      let base = "http://127.0.0.1:\(port.withLock { $0 })"
      switch request.path {
      case "/feed.xml":
        let items = names.withLock { $0 }.map { "<item><link>\(base)/\($0)</link></item>" }
        let feed =
          "<rss version=\"2.0\"><channel><title>Talks</title>\(items.joined())</channel></rss>"
        return [.answer("200 OK", ["Content-Type: application/rss+xml"], Array(feed.utf8))]
      case "/planned":
        return [.answer("200 OK", ["Content-Type: text/html"], Array(Reports.planned.utf8))]
      case "/held":
        return [.answer("200 OK", ["Content-Type: text/html"], Array(Reports.held.utf8))]
      default: return [.notFound]
      }
    }
    port.withLock { $0 = site.port }
    let folder = try ScratchFolder()
    let archive = folder.file()
    let added = try await Program.run([
      "follow", "add", "--archive", archive, "talks", "status:happened actor:\"Ana Duarte\"",
      "--atom", folder.file("talks.xml"),
    ])
    #expect(added.status == 0, "\(added.complaints)")
    let program = try RunningProgram([
      "serve", "--archive", archive, "--port", "0", "--poll", "10s", "--fetch",
      site.address("/feed.xml"), "--allow-private", "--pause", "0",
    ])
    let desk = Loopback(port: try await program.port())
    try await RunningProgram.wait("the first report") {
      desk.ask("/reports").body.contains("Duarte to meet Nasser")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.file("talks.xml")))
    names.withLock { $0.append("held") }
    try await RunningProgram.wait("the second report") {
      desk.ask("/reports").body.contains("Duarte meets Nasser")
    }
    // The first is not fetched again, and what was expected has come about.
    #expect(site.requests.count { $0.path == "/planned" } == 1)
    #expect(desk.ask("/calendar?state=happened").body.contains("Duarte meets Nasser"))
    try await RunningProgram.wait("the follow's feed") {
      FileManager.default.fileExists(atPath: folder.file("talks.xml"))
    }
    let feed = try String(contentsOfFile: folder.file("talks.xml"), encoding: .utf8)
    #expect(feed.contains("Ana Duarte") && feed.contains("happened"))
  }
}
