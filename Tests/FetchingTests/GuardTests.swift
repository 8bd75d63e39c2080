import Fetching
import Pages
import Records
import Synchronization
import TestSupport
import Testing

@Suite struct GuardTests {
  @Test func `A private address is refused before anything is sent`() async throws {
    let site = try SmallSite { _ in [.page("secret")] }
    let strict = FetchSettings(version: "test", pause: 0)
    let items = await fetched(
      [site.address("/a"), site.address("/a", host: "inner.example")],
      strict, resolver: TestResolver(names: ["inner.example": ["127.0.0.1"]]))
    #expect(items.map(\.reasons) == [["refused-address"], ["refused-address"]])
    #expect(items[0].line?.message?.contains("--allow-private") == true)
    #expect(site.allRequests.isEmpty)
  }

  @Test(arguments: [
    "http://10.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://[::1]:80/",
    "http://[::ffff:127.0.0.2]/", "http://inner.example/", "http://127.0.0.2/",
  ])
  func `A redirect to a private address is refused`(_ target: String) async throws {
    let site = try SmallSite { request in
      request.path == "/robots.txt" ? [.notFound] : [.redirect(target)]
    }
    let items = await fetched(
      [site.address("/a")], try settings(),
      resolver: TestResolver(names: ["inner.example": ["192.168.1.1", "fd00::1"]]))
    #expect(items.map(\.reasons) == [["refused-address"]])
    #expect(site.requests.count == 1)
  }

  /// The first look-up tells the truth, all later ones lead to an inner machine.
  private final class Rebinder: NameResolver {
    let asked = Mutex(0)

    func addresses(of host: String) async throws -> [IPAddress] {
      let number = asked.withLock { asked in
        asked += 1
        return asked
      }
      return [number == 1 ? "127.0.0.1" : "10.0.0.1"].compactMap { IPAddress($0) }
    }
  }

  @Test func `The connection goes to the address that was checked and to no other`() async throws {
    let site = try SmallSite { _ in [.page("here")] }
    let resolver = Rebinder()
    let client = GuardedClient(try settings().client, resolver: resolver)
    let request = WebRequest(try WebAddress(site.address("/a", host: "site.example")))
    let answer = try await client.answer(to: request)
    #expect(answer.status == 200 && answer.peer == IPAddress("127.0.0.1"))
    #expect(site.requests.first?.field("Host") == "site.example:\(site.port)")
    #expect(resolver.asked.withLock { $0 } == 1, "nobody looks the name up a second time")
    await #expect(
      throws: FetchFailure.refusedAddress(
        host: "site.example", at: try #require(IPAddress("10.0.0.1")))
    ) { try await client.answer(to: request) }
    #expect(site.requests.count == 1)
  }

  @Test func `Of a name's addresses only those that are allowed are tried`() async throws {
    let site = try SmallSite { _ in [.page("here")] }
    let items = await fetched(
      [site.address("/a", host: "site.example")], try settings(),
      resolver: TestResolver(names: ["site.example": ["10.0.0.1", "::1", "127.0.0.1"]]))
    #expect(items.first?.input?.url == site.address("/a", host: "site.example"))
  }

  @Test func `What can't be reached is told`() async throws {
    let port = try SmallSite { _ in [] }.port
    let items = await fetched(
      ["http://nobody.example/", "http://127.0.0.1:\(port)/", "ftp://site.example/", "no address"],
      try settings())
    #expect(
      items.map(\.reasons) == [["dns"], ["unreachable"], ["bad-address"], ["bad-address"]])
    #expect(items.compactMap(\.line?.source).count == 4)
  }
}
