import Fetching
import Foundation
import Pages
import Records
import Synchronization
import TestSupport
import Testing

@Suite struct ListTests {
  private static func list(_ text: String) -> SmallSite.Step {
    .answer("200 OK", ["Content-Type: application/rss+xml", "ETag: \"f1\""], Array(text.utf8))
  }

  private static func rss(_ links: [String]) -> String {
    let items = links.map {
      "<item><title>T \($0)</title><link>\($0)</link><pubDate>14 May 2021</pubDate></item>"
    }
    return "<rss version=\"2.0\"><channel>\(items.joined())</channel></rss>"
  }

  @Test func `A feed gives its pages, and the next time only what is new`() async throws {
    let links = Mutex(["/1", "/2"])
    let site = try SmallSite { request in
      switch request.path {
      case "/robots.txt": [.notFound]
      case "/feed": [Self.list(Self.rss(links.withLock { $0 }))]
      default: [.page("page \(request.path)")]
      }
    }
    let memory = TestMemory()
    let first = await fetched([site.address("/feed")], try settings(), memory: memory)
    #expect(first.compactMap(\.input?.source) == [site.address("/1"), site.address("/2")])
    #expect(first[0].input?.title == "T /1" && first[0].input?.published == "2021-05-14")
    #expect(first.last?.reasons == ["not-a-page", "list:rss"])
    #expect(first.last?.line?.message == "2 of 2 entries are new")
    #expect(first.last?.line?.isShortfall == false)
    links.withLock { $0 = ["/3", "/2", "/1"] }
    let second = await fetched([site.address("/feed")], try settings(), memory: memory)
    #expect(second.compactMap(\.input?.source) == [site.address("/3")])
    #expect(second.last?.line?.message?.contains("2 were fetched before") == true)
    #expect(site.requests.count == 5)
  }

  @Test func `A feed whose page failed for a while is asked for whole again`() async throws {
    let isDown = Mutex(true)
    let site = try SmallSite { request in
      switch request.path {
      case "/robots.txt": [.notFound]
      case "/feed":
        request.field("If-None-Match") == "\"f1\""
          ? [.answer("304 Not Modified", [])] : [Self.list(Self.rss(["/1", "/2", "/gone"]))]
      case "/2" where isDown.withLock({ $0 }): [.answer("500 Trouble", [])]
      case "/gone": [.answer("410 Gone", [])]
      default: [.page("page")]
      }
    }
    let memory = TestMemory()
    let feed = [site.address("/feed")]
    let first = await fetched(feed, try settings(), memory: memory)
    #expect(
      first.map(\.reasons)
        == [[], ["status:500"], ["status:410"], ["not-a-page", "list:rss"]])
    isDown.withLock { $0 = false }
    let second = await fetched(feed, try settings(), memory: memory)
    #expect(second.map(\.reasons) == [[], ["not-a-page", "list:rss"]])
    let third = await fetched(feed, try settings(), memory: memory)
    #expect(third.map(\.reasons) == [["not-a-page", "not-modified"]])
  }

  @Test func `A list of feeds and an index of sitemaps lead to their pages`() async throws {
    let site = try SmallSite { request in
      switch request.path {
      case "/robots.txt": [.notFound]
      case "/feeds":
        [
          Self.list(
            """
            <opml><body><outline xmlUrl="/feed"/><outline xmlUrl="/feed"/></body></opml>
            """)
        ]
      case "/feed": [Self.list(Self.rss(["/1"]))]
      case "/index":
        [Self.list("<sitemapindex><sitemap><loc>/map.gz</loc></sitemap></sitemapindex>")]
      case "/map.gz":
        [
          .answer(
            "200 OK", ["Content-Type: application/gzip"],
            Gzip.packed(Array("<urlset><url><loc>/2</loc></url></urlset>".utf8)))
        ]
      default: [.page("page")]
      }
    }
    let items = await fetched(
      [site.address("/feeds"), site.address("/index")], try settings())
    #expect(items.compactMap(\.input?.source) == [site.address("/1"), site.address("/2")])
    #expect(
      items.compactMap(\.line?.reasons.last)
        == ["list:rss", "list:feedList", "list:sitemap", "list:sitemapIndex"])
  }

  @Test func `No list leads on for ever`() async throws {
    let site = try SmallSite { request in
      request.path == "/robots.txt"
        ? [.notFound]
        : [Self.list("<opml><body><outline xmlUrl=\"\(request.path)x\"/></body></opml>")]
    }
    let items = await fetched([site.address("/a")], try settings())
    #expect(site.requests.map(\.path) == ["/a", "/ax", "/axx", "/axxx"])
    #expect(items.allSatisfy { $0.reasons == ["not-a-page", "list:feedList"] })
  }

  @Test func `Of a long list the newest pages are taken`() async throws {
    let entries = (1...9).map { day in
      "<url><loc>/\(day)</loc><lastmod>2021-05-0\(day)</lastmod></url>"
    }
    let site = try SmallSite { request in
      switch request.path {
      case "/robots.txt": [.notFound]
      case "/map": [Self.list("<urlset>\(entries.joined())</urlset>")]
      default: [.page("page")]
      }
    }
    let items = await fetched([site.address("/map")], try settings(mostItems: 2))
    #expect(items.compactMap(\.input?.source) == [site.address("/8"), site.address("/9")])
    #expect(items.last?.line?.message?.contains("7 are left out") == true)
  }

  @Test func `A page's own feed is found where it is asked for`() async throws {
    let site = try SmallSite { request in
      switch request.path {
      case "/robots.txt": [.notFound]
      case "/":
        [
          .answer(
            "200 OK", ["Content-Type: text/html"],
            Array("<link rel=\"alternate\" type=\"application/rss+xml\" href=\"feed\">".utf8))
        ]
      case "/feed": [Self.list(Self.rss(["/1"]))]
      default: [.page("page")]
      }
    }
    let items = await fetched(
      [site.address("/"), site.address("/1")], try settings(looksForFeed: true))
    #expect(items.first?.reasons == ["not-a-page", "list:rss"])
    #expect(items.map(\.reasons).last == ["no-feed"])
  }

  @Test func `Entries without an address give the words that the feed carries`() async throws {
    let item = "<item><description>A whole note.</description></item>"
    let text = "<rss version=\"2.0\"><channel>\(item)</channel></rss>"
    let site = try SmallSite { request in
      request.path == "/robots.txt" ? [.notFound] : [Self.list(text)]
    }
    let items = await fetched([site.address("/feed")], try settings())
    #expect(items.first?.words == "A whole note.")
    #expect(items.first?.input?.source == site.address("/feed") + "#item=1")
  }
}
