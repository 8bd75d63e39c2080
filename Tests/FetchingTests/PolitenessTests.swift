import Fetching
import Foundation
import Pages
import Records
import Synchronization
import TestSupport
import Testing

@Suite struct PolitenessTests {
  private static func robots(_ text: String) -> SmallSite.Step {
    .answer("200 OK", ["Content-Type: text/plain"], Array(text.utf8))
  }

  @Test func `What robots.txt forbids is not asked for`() async throws {
    let site = try SmallSite { request in
      switch request.path {
      case "/robots.txt": [Self.robots("User-agent: verbale\nDisallow: /private\n")]
      case "/open": [.redirect("/private/b")]
      default: [.page("page")]
      }
    }
    let items = await fetched(
      ["/private/a", "/a", "/open"].map { site.address($0) }, try settings())
    #expect(items.map(\.reasons) == [["robots"], [], ["robots"]])
    #expect(site.requests.map(\.path).sorted() == ["/a", "/open"])
    #expect(site.allRequests.count { $0.path == "/robots.txt" } == 1, "asked for once")
  }

  @Test func `A robots.txt that can't be had forbids all, a missing one nothing`() async throws {
    for (status, reasons) in [
      ("500 Trouble", ["robots-unreachable"]), ("403 Forbidden", []), ("404 Not Found", []),
    ] {
      let site = try SmallSite { request in
        request.path == "/robots.txt" ? [.answer(status, [])] : [.page("page")]
      }
      let items = await fetched([site.address("/a")], try settings())
      #expect(items.map(\.reasons) == [reasons], "\(status)")
    }
  }

  @Test func `A robots.txt may lie elsewhere`() async throws {
    let site = try SmallSite { request in
      switch request.path {
      case "/robots.txt": [.redirect("/rules.txt", "301 Moved")]
      case "/rules.txt": [Self.robots("User-agent: *\nDisallow: /a\n")]
      default: [.page("page")]
      }
    }
    let items = await fetched([site.address("/a"), site.address("/b")], try settings())
    #expect(items.map(\.reasons) == [["robots"], []])
  }

  @Test func `Requests at one host come one at a time with a pause between them`() async throws {
    let times = Mutex<[ContinuousClock.Instant]>([])
    let open = Mutex((now: 0, most: 0))
    let site = try SmallSite { request in
      if request.path == "/robots.txt" { return [.notFound] }
      times.withLock { $0.append(.now) }
      open.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
      usleep(30_000)
      open.withLock { $0.now -= 1 }
      return [.page("page")]
    }
    let addresses = (0..<4).map { site.address("/\($0)") }
    let items = await fetched(addresses, try settings(pause: 0.2))
    #expect(items.compactMap(\.input?.source) == addresses, "in the order of the addresses")
    let starts = times.withLock { $0 }
    for (one, next) in zip(starts, starts.dropFirst()) { #expect(next - one >= .milliseconds(200)) }
    #expect(open.withLock { $0.most } == 1)
  }

  @Test func `A site that says when to come back is asked again then`() async throws {
    let asked = Mutex(0)
    let site = try SmallSite { request in
      if request.path == "/robots.txt" { return [.notFound] }
      let number = asked.withLock { asked in
        asked += 1
        return asked
      }
      return number < 3
        ? [.answer("429 Too Many Requests", ["Retry-After: \(number - 1)"])] : [.page("page")]
    }
    let start = ContinuousClock.now
    let items = await fetched([site.address("/a")], try settings())
    #expect(items.map(\.reasons) == [[]])
    #expect(asked.withLock { $0 } == 3 && ContinuousClock.now - start >= .seconds(1))
  }

  @Test func `A site that asks for a long rest is left alone`() async throws {
    let site = try SmallSite { request in
      request.path == "/robots.txt"
        ? [.notFound] : [.answer("503 Busy", ["Retry-After: Fri, 31 Dec 2100 23:59:59 GMT"])]
    }
    let items = await fetched(["/a", "/b", "/c"].map { site.address($0) }, try settings())
    #expect(items.map(\.reasons) == [["status:503"], ["asked-to-wait"], ["asked-to-wait"]])
    #expect(site.requests.count == 1)
  }
}
