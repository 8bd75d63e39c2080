import Fetching
import Foundation
import Pages
import Records
import Synchronization
import TestSupport
import Testing

@Suite struct KeepingTests {
  private let scratch: ScratchFolder
  private var folder: String { scratch.path }

  init() throws { scratch = try ScratchFolder() }

  @Test func `Only what changed is asked for; a page that is cut is asked for whole`() async throws
  {
    let state = Mutex(1)
    let site = try SmallSite { request in
      let state = state.withLock { $0 }
      switch request.path {
      case "/robots.txt": return [.notFound]
      case "/old": return [.redirect("/new")]
      case "/cut":
        let fields = ["HTTP/1.1 200 OK", "ETag: \"c\"", "Content-Type: text/plain"]
        return [
          .send((fields + ["Content-Length: 9", "", "abc"]).joined(separator: "\r\n"))
        ]
      default:
        return request.field("If-None-Match") == "\"\(state)\""
          && request.field("If-Modified-Since") == "Fri, 14 May 2021 10:00:00 GMT"
          ? [.answer("304 Not Modified", [])]
          : [
            .page(
              "state \(state)",
              ["ETag: \"\(state)\"", "Last-Modified: Fri, 14 May 2021 10:00:00 GMT"])
          ]
      }
    }
    let file = folder + "/visits.jsonl"
    let addresses = ["/old", "/cut"].map { site.address($0) }
    func round() async throws -> [IntakeItem] {
      await fetched(addresses, try settings(), memory: try VisitFile(at: file))
    }
    #expect(try await round().map(\.reasons) == [[], ["cut"]])
    #expect(try await round().map(\.reasons) == [["not-a-page", "not-modified"], ["cut"]])
    state.withLock { $0 = 2 }
    #expect(try await round().first?.words.contains("state 2") == true)
    #expect(try await round().first?.reasons == ["not-a-page", "not-modified"])
    for path in ["/cut", "/old"] {
      let requests = site.requests.filter { $0.path == path }
      #expect(requests.allSatisfy { $0.field("If-None-Match") == nil }, "another address's token")
    }
  }

  @Test func `A file of visits outlives a torn line, grows no further, and is no other file`()
    throws
  {
    let file = folder + "/visits.jsonl"
    for round in 0..<3 {
      let visits = try VisitFile(at: file)
      for number in 0..<200 {
        try visits.note(Visit(address: "http://a/\(number % 4)", entityTag: "\(round) \(number)"))
      }
    }
    #expect(try VisitFile(at: file).visit(of: "http://a/3")?.entityTag == "2 199")
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 4)
    let handle = try #require(FileHandle(forWritingAtPath: file))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("{\"address\": \"http://a/4\", \"ent".utf8))
    let again = try VisitFile(at: file)
    #expect(again.visit(of: "http://a/4") == nil)
    try again.note(Visit(address: "http://a/4"))
    #expect(try VisitFile(at: file).visit(of: "http://a/4") != nil)
    let other = folder + "/other"
    try Data("a report\n".utf8).write(to: URL(filePath: other))
    #expect(throws: VisitFileError.self) { try VisitFile(at: other) }
    #expect(try String(contentsOfFile: other, encoding: .utf8) == "a report\n")
  }

  @Test(arguments: ["a.warc", "a.warc.gz"])
  func `What was fetched can be read again without the network`(_ name: String) async throws {
    let packed = Gzip.packed(Array("<p>Packed words.</p>".utf8))
    let site = try SmallSite { request in
      switch request.path {
      case "/robots.txt": [.notFound]
      case "/moved": [.redirect("/page")]
      case "/page":
        [
          .answer(
            "200 OK", ["Content-Type: text/html; charset=utf-8", "Content-Encoding: gzip"], packed)
        ]
      case "/cut":
        [.send("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\nabc")]
      case "/chunks":
        [
          .send("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"),
          .send("Transfer-Encoding: chunked\r\n\r\n5\r\nHello\r\n0\r\n\r\n"),
        ]
      default: [.notFound]
      }
    }
    let file = folder + "/" + name
    let paths = ["/moved", "/cut", "/none", "/chunks"]
    for half in [paths.prefix(2), paths.suffix(2)] {
      let log = try AnswerLog(at: file, software: "Verbale/test")
      _ = await fetched(half.map { site.address($0) }, try settings(), log: log)
    }
    let items = IntakeSequence(at: [file]).map { $0.load() }
    let inputs = items.compactMap(\.input)
    #expect(inputs.map(\.url) == ["/page", "/cut", "/chunks"].map { site.address($0) })
    #expect(
      inputs.map { String(decoding: $0.bytes, as: UTF8.self) }
        == ["<p>Packed words.</p>", "abc", "Hello"])
    #expect(inputs.map(\.reasons) == [[], ["cut"], []])
    #expect(inputs[0].encoding == "utf-8")
    #expect(items.compactMap(\.line).allSatisfy { !$0.isShortfall })
    #expect(items.count == 6, "the archive's own record, four answers and the redirect")
  }

  @Test func `A report is posted as it is given`() async throws {
    let site = try SmallSite { _ in [.answer("202 Accepted", [])] }
    let client = GuardedClient(try settings().client, resolver: TestResolver())
    let answer = try await client.answer(
      to: WebRequest(
        try WebAddress(site.address("/hook?a=b")), method: .post,
        fields: [HTTPField("Verbale-Signature", "sha256=00")], body: Array("{\"a\":1}".utf8)))
    #expect(answer.status == 202)
    let request = try #require(site.allRequests.first)
    #expect(request.method == "POST" && request.path == "/hook?a=b" && request.body == "{\"a\":1}")
    #expect(request.field("Verbale-Signature") == "sha256=00")
    #expect(request.field("Content-Length") == "7")
  }
}
