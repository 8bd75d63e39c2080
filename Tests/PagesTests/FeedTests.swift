import Foundation
import Pages
import Records
import TestSupport
import Testing

@Suite struct FeedTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func found(_ text: String, name: String = "feed.xml") throws -> [IntakeItem] {
    try scratch.write(name, Array(text.utf8))
    return items(scratch.path + "/" + name)
  }

  private static let rss = """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
      xmlns:media="http://search.yahoo.com/mrss/"><channel><title>News</title>
    <item><title>Talks &amp; tea&nbsp;end</title><link>https://news.example/1</link>
      <media:title>not this</media:title>
      <pubDate>Fri, 14 May 2021 10:00:00 +0200</pubDate><description>Short.</description>
      <content:encoded><![CDATA[<p>Ministers met &amp; parted.</p>]]></content:encoded></item>
    <item><title>Only a link</title><link>https://news.example/2</link>
      <description>A teaser of the report.</description></item>
    <item><description>A note that is complete in itself.</description></item>
    <item><title>By its guid</title><guid>https://news.example/4</guid></item>
    </channel></rss>
    """

  @Test func `The words that a feed carries are inputs; items that only link are told`() throws {
    let found = try found(Self.rss)
    #expect(found.count == 4)
    let first = try #require(inputs(found).first)
    #expect(String(decoding: first.bytes, as: UTF8.self) == "<p>Ministers met &amp; parted.</p>")
    #expect(first.title == "Talks & tea\u{A0}end")
    #expect(first.url == "https://news.example/1")
    #expect(first.published == "2021-05-14T10:00:00+02:00")
    #expect(first.format == .html)
    #expect(first.source?.hasSuffix("feed.xml#item=1") == true)
    #expect(inputs(found).last?.format == .text)
    let lines = refusals(found)
    #expect(lines.map(\.reasons) == [["link-only"], ["link-only"]])
    #expect(lines.map(\.url) == ["https://news.example/2", "https://news.example/4"])
    #expect(lines.allSatisfy { $0.message?.contains("verbale fetch") == true })
  }

  @Test func `RSS 1, Atom and JSON feeds are read alike`() throws {
    let rdf = """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:content="http://purl.org/rss/1.0/modules/content/">
      <item><title>T</title><link>https://news.example/1</link><dc:date>2021-05-14</dc:date>
      <content:encoded>&lt;p&gt;Words.&lt;/p&gt;</content:encoded></item></rdf:RDF>
      """
    let atom = """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><title>T</title>
      <link rel="self" href="https://news.example/self"/><link href="https://news.example/1"/>
      <published>2021-05-14</published><updated>2021-05-15</updated>
      <content type="xhtml"><div><p>Words.</p></div></content></entry></feed>
      """
    let json = """
      {"version": "https://jsonfeed.org/version/1.1", "title": "F", "items": [
      {"id": "1", "url": "https://news.example/1", "title": "T", "date_published": "2021-05-14",
       "content_html": "<p>Words.</p>"}, {"id": 5}]}
      """
    for (name, text) in [("a.rdf", rdf), ("a.atom", atom), ("feed.json", json)] {
      let input = try #require(inputs(try found(text, name: name)).first, "\(name)")
      #expect(String(decoding: input.bytes, as: UTF8.self).contains("<p>Words.</p>"))
      #expect(input.title == "T" && input.url == "https://news.example/1", "\(name)")
      #expect(input.published == "2021-05-14", "\(name)")
    }
    #expect(refusals(try found(json, name: "feed.json")).map(\.reasons) == [["damaged"]])
  }

  @Test func `Sitemaps and lists of feeds give addresses`() throws {
    let sitemap = """
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
        xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
      <url><loc>https://news.example/1</loc><news:news>
      <news:publication><news:name>N</news:name></news:publication>
      <news:publication_date>2021-05-14</news:publication_date><news:title>T</news:title>
      </news:news></url><url><loc>https://news.example/2</loc></url></urlset>
      """
    let feed = try #require(Feed(Array(sitemap.utf8)))
    #expect(feed.entries.map(\.link) == ["https://news.example/1", "https://news.example/2"])
    #expect(feed.entries.first?.title == "T" && feed.entries.first?.published == "2021-05-14")
    let opml = """
      <opml version="2.0"><body><outline text="World"><outline type="rss" text="N"
        xmlUrl="https://news.example/feed"/></outline></body></opml>
      """
    #expect(refusals(try found(opml)).map(\.url) == ["https://news.example/feed"])
    let index =
      "<sitemapindex><sitemap><loc>https://news.example/s.xml</loc></sitemap></sitemapindex>"
    #expect(Feed(Array(index.utf8))?.kind == .sitemapIndex)
  }

  @Test func `A page that ends in .xml stays a page`() throws {
    let page =
      "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><p>Words.</p></html>"
    #expect(inputs(try found(page)).map(\.format) == [.html])
  }

  @Test func `Entities never expand, and nothing outside is looked at`() throws {
    try scratch.write("secret.txt", Array("SECRET".utf8))
    var bomb = "<!DOCTYPE rss [<!ENTITY l0 \"lol\">"
    for level in 1...9 {
      let inner = String(repeating: "&l\(level - 1);", count: 10)
      bomb += "<!ENTITY l\(level) \"\(inner)\">"
    }
    bomb += "<!ENTITY x SYSTEM \"file://\(scratch.path)/secret.txt\">]>"
    bomb += "<rss><channel><item><description>&l9; &x;</description></item></channel></rss>"
    let input = try #require(inputs(try found(bomb)).first)
    #expect(String(decoding: input.bytes, as: UTF8.self) == "&l9; &x;")
  }

  @Test func `A broken feed gives the items before the break, and tells it`() throws {
    let cut = String(Self.rss.prefix(Self.rss.count - 160))
    let found = try found(cut)
    #expect(inputs(found).count >= 1)
    #expect(refusals(found).last?.reasons == ["damaged"])
    let deep = String(repeating: "<a>", count: 5000)
    #expect(refusals(try self.found("<rss><channel>" + deep)).last?.reasons == ["damaged"])
  }

  @Test func `Whatever is done to a feed, reading ends and tells something`() throws {
    var mutator = Mutator(seed: 5)
    for round in 0..<300 {
      #expect(
        !(try found(String(decoding: mutator.mutated(Array(Self.rss.utf8)), as: UTF8.self)))
          .isEmpty, "round \(round)")
    }
  }
}
