import Fetching
import Foundation
import Pages
import Records
import TestSupport
import Testing

@Suite struct AnswerTests {
  /// A site without robots.txt.
  private func site(
    _ answer: @escaping @Sendable (SmallSite.Request) -> [SmallSite.Step]
  ) throws -> SmallSite {
    try SmallSite { $0.path == "/robots.txt" ? [.notFound] : answer($0) }
  }

  private func item(
    _ settings: FetchSettings? = nil,
    _ answer: @escaping @Sendable (SmallSite.Request) -> [SmallSite.Step]
  ) async throws -> IntakeItem {
    let site = try site(answer)
    let items = await fetched([site.address("/a")], try settings ?? FetchingTests.settings())
    withExtendedLifetime(site) {}
    return try #require(items.first)
  }

  @Test func `A page is an input with what the site tells of it`() async throws {
    let site = try site { _ in
      [.answer("200 OK", ["Content-Type: text/html; charset=ISO-8859-1"], [0x63, 0x61, 0xE9])]
    }
    let items = await fetched([site.address("/a#b")], try settings())
    let input = try #require(items.first?.input)
    #expect(input.encoding == "ISO-8859-1" && input.format == .html && input.reasons.isEmpty)
    #expect(input.url == site.address("/a") && input.source == site.address("/a#b"))
    #expect(input.bytes == [0x63, 0x61, 0xE9])
    let request = try #require(site.requests.first)
    #expect(request.field("User-Agent")?.hasPrefix("Verbale/test") == true)
    #expect(request.field("Host") == "127.0.0.1:\(site.port)")
    #expect(request.field("Accept-Encoding")?.contains("gzip") == true)
  }

  @Test func `Chunks are joined, and a body without length ends with the connection`() async throws
  {
    let chunked = try await item { _ in
      [
        .send("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"),
        .send("5\r\nHello\r\n"), .wait(milliseconds: 20), .send("7;x=y\r\n, world\r\n0\r\n\r\n"),
      ]
    }
    #expect(chunked.words == "Hello, world" && chunked.reasons.isEmpty)
    let open = try await item { _ in
      [.send("HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\nHello"), .send(", world")]
    }
    #expect(open.words == "Hello, world" && open.reasons.isEmpty)
  }

  @Test func `A body that breaks off is read as far as it came`() async throws {
    let short = try await item { _ in
      [.send("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\nHello")]
    }
    #expect(short.words == "Hello" && short.reasons == ["cut"])
    let chunk = try await item { _ in
      [
        .send("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"),
        .send("20\r\nHello"),
      ]
    }
    #expect(chunk.words == "Hello" && chunk.reasons == ["cut"])
  }

  @Test func `A body longer than its length is read to its length`() async throws {
    let long = try await item { _ in
      [.answer("200 OK", ["Content-Type: text/plain"], Array("Hello".utf8)), .send(", world")]
    }
    #expect(long.words == "Hello")
  }

  @Test func `A slow body is read as far as the time goes, a silent site not at all`() async throws
  {
    let slow = try await item(try settings(seconds: 5)) { _ in
      [
        .send("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\nHello"),
        .wait(milliseconds: 30_000),
      ]
    }
    #expect(slow.words == "Hello" && slow.reasons == ["timed-out"])
    let silent = try await item(try settings(seconds: 4)) { _ in [.wait(milliseconds: 20_000)] }
    #expect(silent.reasons == ["timed-out"])
  }

  @Test func `An endless body is stopped`() async throws {
    var settings = try settings()
    settings.client.largest = 1 << 20
    let piece = Array("<p>more</p>".utf8)
    let endless = try await item(settings) { _ in
      [.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"), .repeatForever(piece)]
    }
    #expect(endless.reasons == ["too-large"])
    let announced = try await item(settings) { _ in
      [
        .send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9999999\r\n\r\n"),
        .wait(milliseconds: 3000),
      ]
    }
    #expect(announced.reasons == ["too-large"])
  }

  @Test func `An endless head is stopped`() async throws {
    let endless = try await item { _ in
      [.send("HTTP/1.1 200 OK\r\n"), .repeatForever(Array("X-More: more\r\n".utf8))]
    }
    #expect(endless.reasons == ["bad-answer"] || endless.reasons == ["unreachable"])
  }

  @Test func `A bomb is stopped and told`() async throws {
    let bomb = Gzip.packed([UInt8](repeating: 0x20, count: 32 << 20))
    let packed = try await item { _ in
      [.answer("200 OK", ["Content-Type: text/html", "Content-Encoding: gzip"], bomb)]
    }
    #expect(packed.reasons == ["bomb"])
  }

  @Test func `Packed pages are unpacked; damaged ones as far as they go`() async throws {
    let words = (0..<2000).map { "word \($0)" }.joined(separator: " ")
    let body = Gzip.packed(Array(words.utf8))
    let whole = try await item { _ in
      [.answer("200 OK", ["Content-Type: text/plain", "Content-Encoding: gzip"], body)]
    }
    #expect(whole.words == words)
    let damaged = try await item { _ in
      [
        .answer(
          "200 OK", ["Content-Type: text/plain", "Content-Encoding: gzip"],
          Array(body.prefix(body.count / 2)))
      ]
    }
    #expect(damaged.reasons == ["damaged"] && words.hasPrefix(damaged.words))
    #expect(!damaged.words.isEmpty)
  }

  @Test(arguments: ["404 Not Found", "410 Gone", "403 Forbidden", "500 Trouble", "204 No Content"])
  func `Answers without a page are refused with their status`(_ status: String) async throws {
    let item = try await item { _ in [.answer(status, [], [])] }
    let code = String(status.prefix(3))
    #expect(item.reasons == (code == "204" ? ["empty"] : ["status:\(code)"]))
    #expect(item.line?.source?.hasSuffix("/a") == true)
  }

  @Test func `Pictures are no pages`() async throws {
    let item = try await item { _ in [.answer("200 OK", ["Content-Type: image/png"], [1, 2, 3])] }
    #expect(item.reasons == ["media:image/png"])
  }

  @Test func `What is no HTTP is told`() async throws {
    let garbage = try await item { _ in [.send("SSH-2.0-OpenSSH_9.2\r\n\r\n")] }
    #expect(garbage.reasons == ["bad-answer"])
    let nothing = try await item { _ in [] }
    #expect(nothing.reasons == ["bad-answer"])
  }

  @Test func `Redirects are followed, and lead to no page where they have no end`() async throws {
    let site = try site { request in
      switch request.path {
      case "/a": [.redirect("b", "301 Moved")]
      case "/b": [.redirect("/c?x", "308 Moved")]
      case "/c?x": [.page("there")]
      case "/loop": [.redirect("/loop2")]
      case "/loop2": [.redirect("/loop")]
      case "/file": [.redirect("file:///etc/passwd")]
      case "/nowhere": [.answer("302 Found", [])]
      default: [.redirect(request.path + "x")]
      }
    }
    let paths = ["/a", "/loop", "/more", "/file", "/nowhere"]
    let items = await fetched(paths.map { site.address($0) }, try settings())
    #expect(items[0].input?.url == site.address("/c?x"))
    #expect(items[0].input?.source == site.address("/a"))
    #expect(
      items.dropFirst().map(\.reasons)
        == [["redirects"], ["redirects"], ["bad-address"], ["status:302"]])
    #expect(site.requests.count { $0.path.hasPrefix("/more") } == 11)
  }
}
