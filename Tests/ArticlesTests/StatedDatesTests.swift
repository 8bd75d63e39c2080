import Articles
import Testing

private func published(
  _ line: String = "", head: String = "", foot: String = "", language: String = "en"
) -> String? {
  let page = pageOfNews(line, head: head, foot: foot, language: language)
  return ArticleReader().read(html: page).published.map { String($0.prefix(10)) }
}

/// The ways in which pages state the day of publication, each on a page of its own.
@Suite struct StatedDatesTests {
  @Test(arguments: [
    "article:published_time", "og:article:published_time", "shareaholic:article_published_time",
    "mediator_published_time", "article.published", "article_publish_date", "content_published",
    "date_published", "datepublished", "DCSext.articleFirstPublished", "publication_date",
    "publishtime", "pub_date", "Pub-Date", "pubdate", "bt:pubDate", "og:pubdate",
    "dateofpublication",
    "dc.date", "DC.date.issued", "dc.created", "dcterms.created", "dcterms.issued", "DC.Date",
    "prism.publicationDate", "citation_publication_date", "eprints.date", "rnews:datePublished",
    "sailthru.date", "parsely-pub-date", "cXenseParse:recs:publishtime", "dateCreated",
    "article:created", "creation_date", "created", "og:release_date", "issue_date", "post_date",
    "article-date", "story-date", "news_date", "web_date", "pdate", "date",
  ])
  func `Meta elements of many schemes state the day`(name: String) {
    let head = "<meta name='\(name)' content='2021-05-14T10:32:00+05:30'>"
    #expect(published(head: head) == "2021-05-14")
  }

  @Test(arguments: [
    "article:modified_time", "og:updated_time", "last-modified", "dc.date.modified", "expires",
    "expirydate", "event_date", "article:expiration_time", "lastbuilddate", "uploaddate",
    "article:publisher",
  ])
  func `Other days that meta elements state are not that of publication`(name: String) {
    #expect(published(head: "<meta name='\(name)' content='2021-05-14T10:32:00Z'>") == nil)
  }

  @Test(arguments: [
    "2021-05-14", "2021-05-14 10:32:00", "20210514", "20210514T103200", "2021-05-14T10:32:00.000Z",
    "Fri, 14 May 2021 10:32:00 GMT", "Fri May 14 10:32:00 IST 2021", "May 14, 2021 10:32 AM",
    "1620988320", "1620988320000", "14 May 2021", "2021/05/14 10:32", "14-May-2021", "2021-5-14",
    "14/05/2021", "Friday, May 14, 2021",
  ])
  func `Days are written in many ways in a page's data`(value: String) {
    let meta = "<meta property='article:published_time' content='\(value)'>"
    #expect(published(head: meta) == "2021-05-14")
    let linked = "{\"@type\":\"NewsArticle\",\"datePublished\":\"\(value)\"}"
    let script = "<script type='application/ld+json'>\(linked)</script>"
    #expect(published(head: script) == "2021-05-14")
  }

  @Test(arguments: [
    #"[{"@type":"BreadcrumbList"},{"@type":["ReportageNewsArticle"],"datePublished":"2021-05-14T10:32:00+05:30","dateModified":"2021-05-15"}]"#,
    #"{"@graph":[{"@type":"WebPage","datePublished":"2021-05-14"},{"@type":"Organization"}]}"#,
    #"{"@type":"LiveBlogPosting","datePublished":"2021-05-14T01:00:00Z","liveBlogUpdate":[{"@type":"BlogPosting","datePublished":"2021-05-16"}]}"#,
    #"{"@type":"http://schema.org/NewsArticle","datePublished":["2021-05-14"]}"#,
    #"{"@type":"NewsArticle","datePublished":{"@type":"DateTime","@value":"2021-05-14"}}"#,
  ])
  func `JSON-LD states the day in many shapes`(json: String) {
    let script = "<script type=\"application/ld+json\">\(json)</script>"
    #expect(published(head: script) == "2021-05-14")
  }

  @Test(arguments: [
    "<time datetime='2021-05-14 10:32:00 +0530'>x</time>", "<time pubdate>14 May 2021</time>",
    "<time datetime='1620988320000'>x</time>",
    "<relative-time datetime='2021-05-14T10:32:00Z'>x</relative-time>",
    "<span class='date' data-timestamp='1620988320'>two days ago</span>",
    "<span data-time='1620988320000'>two days ago</span>",
    "<span data-utc-date='2021-05-14 10:32:00'>two days ago</span>",
    "<span data-published='2021-05-14'>two days ago</span>",
    "<abbr class='published' title='2021-05-14T10:32:00Z'>two days ago</abbr>",
    "<span class='article-date' title='14 May 2021'>two days ago</span>",
    "<span property='schema:datePublished' content='2021-05-14'>x</span>",
    "<span property='dc:date' content='2021-05-14T10:32'>x</span>",
    "<div itemprop='datePublished'>May 14, 2021</div>",
    "<div itemprop='datePublished dateModified' content='2021-05-14'>x</div>",
    "<p itemprop='dateCreated' content='2021-05-14'>x</p>",
  ])
  func `Elements state the day for machines`(element: String) {
    #expect(published(element) == "2021-05-14")
  }

  @Test(arguments: [
    "14 May 2021, 10:32 IST", "Updated: 14 May 2021, 10:32 IST", "May 14, 2021 / 10:32 AM EDT",
    "Published May 14, 2021 at 3:04 PM", "May 14, 2021 3:04 p.m. ET", "Fri, May 14, 2021",
    "First published on Fri 14 May 2021 11.17 BST", "Posted on 14th May 2021", "May. 14, 2021",
    "Friday 14th of May 2021", "14-May-2021", "14 MAY 2021", "(14 May 2021)", "14.05.2021 | 10:32",
    "Published 12:00 am, Friday, May 14, 2021", "Issued on: 14/05/2021 - 12:34", "14/05/21",
    "Last Updated : May 14, 2021 10:32 AM IST", "5/14/2021", "05/14/21", "May 14 2021",
    "PUBLISHED: May 14, 2021 at 6:00 a.m. | UPDATED: May 15, 2021 at 7:00 a.m.",
    "Updated - May 15, 2021 10:32 pm IST - Published - May 14, 2021 08:00 am IST",
    "Last Modified: 15 May 2021 | First Published: 14 May 2021", "Published On 14 May 2021",
    "Updated 1532 GMT (2332 HKT) May 14, 2021", "May 14, 20215:00 AM ET", "14 May 2021 5 min read",
    "By Ida Marsh, Ansel Post · Posted: May 14, 2021 4:00 AM ET | Last Updated: May 15, 2021",
    "Press release - 14 May 2021", "Ansel, 14 May 2021 (ANP)", "10:32, 14 MAY 2021",
    "Published: 10:32 BST, 14 May 2021 | Updated: 11:02 BST, 15 May 2021", "Dated: 14 May 2021",
    "Publish Date: Fri, 14 May 2021 10:32 PM (IST)", "Web Desk | May 14, 2021",
    "Posted by Ida Marsh | May 14, 2021 |", "Written by Ida Marsh on 14 May 2021",
    "14 May 2021 Last updated at 10:32 GMT", "Ansel Post Friday 14 May 2021",
    "Am 14. Mai 2021", "Vendredi 14 mai 2021 à 10h32", "14 de maio de 2021 às 10h32",
    "vr 14 mei 2021", "14 maja 2021, 10:32", "14 Mayıs 2021 Cuma", "2021年5月14日 10時32分",
    "Ngày 14/05/2021", "14. květen 2021", "14. maí 2021", "Το 14 Μαΐου 2021",
  ])
  func `Lines under the headline tell the day to readers`(line: String) {
    #expect(published("<p>\(line)</p>") == "2021-05-14")
  }

  @Test func `A figure of two digits is no year where nothing tells the order`() {
    #expect(published("<p>Published 04/05/21</p>") == nil)
    #expect(published("<p>Published 04/05/21</p>", language: "en-GB") == "2021-05-04")
  }

  @Test func `Where the data's two days are one, the earlier one under the headline is taken`() {
    func head(_ modified: String) -> String {
      """
      <script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-06-24",
      "dateModified":"\(modified)"}</script>
      """
    }
    #expect(published("<p>May 14, 2021</p>", head: head("2025-06-24")) == "2021-05-14")
    #expect(published("<p>May 14, 2021</p>", head: head("2025-06-25")) == "2025-06-24")
    #expect(published("<p>June 25, 2025</p>", head: head("2025-06-24")) == "2025-06-24")
  }

  @Test func `Times of reports above the headline give way to one below it`() {
    let html = String(decoding: pageOfNews("<time datetime='2021-05-14'>x</time>"), as: UTF8.self)
    let strip = "<p>Storm hits the coast <time datetime='2022-01-02'>x</time></p><h1>"
    let page = Array(html.replacing("<h1>", with: strip).utf8)
    #expect(ArticleReader().read(html: page).published == "2021-05-14")
  }

  @Test func `Times in data for scripts, elsewhere or of something else, tell nothing`() {
    #expect(published(foot: "<div data-timestamp='1620988320'>A comment</div>") == nil)
    #expect(published("<a title='14 May 2021' href='/x'>Archive</a>") == nil)
    #expect(published("<span data-time='93000000'>x</span>") == nil)
    // However many there are, they hide no `time` element.
    let strip = String(repeating: "<b data-date='2020-01-01'>x</b> ", count: 70)
    #expect(
      published("<p>" + strip + "</p>" + "<time datetime='2021-05-14'>x</time>") == "2021-05-14")
  }
}
