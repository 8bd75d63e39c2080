import Articles
import Testing

/// A page with a headline, what stands under it, and a report.
func pageOfNews(
  _ byline: String, head: String = "", foot: String = "", language: String = "en"
) -> [UInt8] {
  Array(
    """
    <!doctype html><html lang="\(language)"><head><title>Ferry line to close | Ansel Post</title>
    <meta property="og:site_name" content="Ansel Post">\(head)</head><body>
    <div class="menu"><a href="/">Home</a> <a href="/world">World</a></div>
    <article><h1>Ferry line to the islands will close in autumn</h1>
    \(byline)
    <p>The ferry line between Port Ansel and the islands will close in October, the owners said on
    Monday after a meeting with the mayor, who had asked them to wait until the spring at least.</p>
    <p>About ninety people work on the two ships, and the union said that it had not been told of
    the plan before it was announced, which the owners denied in a letter to its members.</p>
    <p>The islands have no airport, and the next bridge is forty kilometres to the north, a drive
    of more than an hour for those who work in the town, the mayor told a crowd in the evening.</p>
    \(foot)</article></body></html>
    """.utf8)
}

private func byline(
  _ line: String, head: String = "", foot: String = "", language: String = "en"
) -> [String] {
  ArticleReader().read(html: pageOfNews(line, head: head, foot: foot, language: language)).byline
}

private func linked(_ json: String) -> String {
  "<script type=\"application/ld+json\">\(json)</script>"
}

@Test(arguments: [
  #"{"@type":"NewsArticle","author":{"@type":"Person","name":"Ida Marsh"}}"#,
  #"{"@type":"NewsArticle","author":["Ida Marsh"]}"#,
  #"{"@type":["Article","NewsArticle"],"author":[{"@type":"Person","name":["Ida Marsh"]}]}"#,
  #"{"@graph":[{"@type":"NewsArticle","author":{"@id":"/a"}},{"@id":"/a","name":"Ida Marsh"}]}"#,
  #"{"@type":"NewsArticle","author":{"givenName":"Ida","familyName":"Marsh"},}"#,
  #"{"@type":"NewsArticle","creator":"By Ida Marsh"}"#,
])
func `JSON-LD names the author in many shapes`(json: String) {
  let article = ArticleReader().read(html: pageOfNews("", head: linked(json)))
  #expect(article.byline == ["Ida Marsh"])
  #expect(article.bylineBy == "json-ld:author")
}

@Test(arguments: [
  (#"<meta name="author" content="Ida Marsh, Tom Okoro and Li Wen">"#, "meta:author"),
  (#"<meta name="parsely-author" content="Ida Marsh; Tom Okoro; Li Wen">"#, "meta:parsely-author"),
  (
    #"<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ida Marsh, Tom Okoro, Li Wen">"#,
    "meta:twitter:data1"
  ),
])
func `Meta elements of several schemes name the authors`(head: String, by: String) {
  let article = ArticleReader().read(html: pageOfNews("", head: head))
  #expect(article.byline == ["Ida Marsh", "Tom Okoro", "Li Wen"])
  #expect(article.bylineBy == by)
}

@Test(arguments: [
  "<p>By Ida Marsh</p>",
  "<p>By <a href='/staff/ida'>Ida Marsh</a> | March 5, 2024</p>",
  "<div><span>By</span><span>Ida Marsh</span><span>March 5, 2024</span></div>",
  "<div>Written by</div><div>Ida Marsh</div>",
  "<div class='byline'><span class='author-name'>Ida Marsh</span><span>Harbour editor</span></div>",
  "<a rel='author' href='/x'>Ida Marsh</a>",
  "<span itemprop='author' itemscope><span itemprop='name'>Ida Marsh</span></span>",
  "<p><a href='https://ansel.example/authors/ida-marsh/'>Ida Marsh</a> in Port Ansel</p>",
  "<p class='author'>Ida Marsh</p><p>Reviewed by Tom Okoro</p>",
  "<p><time datetime='2024-03-05'>03/05/2024</time> by Ida Marsh, Harbour Editor of the Town</p>",
  "<div class='author-line'>Reviewed by <a class='author-link' href='/t'>Tom Okoro</a></div><p>By Ida Marsh</p>",
  "<span itemprop='author' itemscope><meta itemprop='name' content='Ida Marsh'></span>",
  "<p class='byline'>By Ida Marsh | Ansel Advance Media for the coast</p>",
  "<p class='byline'><span>Ida Marsh</span> <span>Ansel National Security Writer</span></p>",
])
func `The byline under the headline names the author`(line: String) {
  #expect(byline(line) == ["Ida Marsh"])
}

@Test func `The byline that readers see may name more people than the data`() {
  let stated = linked(#"{"@type":"NewsArticle","author":{"name":"Ida Marsh"}}"#)
  let line = "<p class='byline'>By Ida Marsh and Tom Okoro</p>"
  #expect(byline(line, head: stated) == ["Ida Marsh", "Tom Okoro"])
}

@Test func `A site or a handle gives way to the people in the byline`() {
  let site = #"<meta name="author" content="Ansel Post">"#
  #expect(byline("<p>By Ida Marsh</p>", head: site) == ["Ida Marsh"])
  #expect(byline("", head: site) == ["Ansel Post"])
  let handle = #"<meta name="author" content="imarsh7">"#
  #expect(byline("<p>By Ida Marsh</p>", head: handle) == ["Ida Marsh"])
}

@Test func `A desk that the page states is its author`() {
  let desk = #"<meta name="author" content="Harbour Desk">"#
  #expect(byline("<p class='author-box'>Ida Marsh</p>", head: desk) == ["Harbour Desk"])
}

@Test(arguments: [
  "<p>Photos by Tom Okoro</p>", "<p>Share on Facebook</p>", "<p>By the end of the year</p>",
  "<div class='author'>More from World</div>",
])
func `Other lines under the headline name no author`(line: String) {
  #expect(byline(line).isEmpty)
}

@Test func `Bylines in other languages and scripts are read`() {
  #expect(byline("<p>Von Ida Marsh</p>", language: "de") == ["Ida Marsh"])
  #expect(byline("<p>Por Ida Marsh y Tom Okoro</p>", language: "es") == ["Ida Marsh", "Tom Okoro"])
  #expect(byline("<p class='author'>Ида Марш</p>", language: "ru") == ["Ида Марш"])
  #expect(byline("<a rel='author' href='/'>李文</a>", language: "zh") == ["李文"])
  #expect(byline("<p>記者王小明／台北報導</p>", language: "zh-TW") == ["王小明"])
  #expect(byline("<p>本报记者 王小明 李文</p>", language: "zh") == ["王小明", "李文"])
  #expect(byline("<p>홍길동·김철수 기자</p>", language: "ko") == ["홍길동", "김철수"])
  #expect(byline("<p>Par Ida Marche avec AFP</p>", language: "fr") == ["Ida Marche"])
  #expect(byline("<p>Oleh: Ida Maryam</p>", language: "id") == ["Ida Maryam"])
}

@Test(arguments: [
  (#"<meta name="author" content="Analysis by Ida Marsh, CNN Editor-at-large">"#, ["Ida Marsh"]),
  (#"<meta name="author" content="Ida Marsh. Harbour International">"#, ["Ida Marsh"]),
  (#"<meta name="author" content="ida@ansel.example (Ida Marsh)">"#, ["Ida Marsh"]),
  (#"<meta name="author" content="PTI">"#, ["PTI"]),
  (#"<meta name="smartbanner:author" content="Ansel Apps">"#, []),
  (#"<meta property="article:author" content="https://www.facebook.com/ida.marsh">"#, []),
])
func `What stands around a name in the page's data is left out`(head: String, names: [String]) {
  #expect(byline("", head: head) == names)
}

@Test func `Only the page's own article names its authors`() {
  let stated = linked(
    #"""
    {"@graph":[{"@type":"NewsArticle","author":{"name":"Ida Marsh"}},
    {"@type":"ItemList","itemListElement":[{"item":{"@type":"NewsArticle","author":{"name":"Tom Okoro"}}}]}]}
    """#)
  #expect(byline("", head: stated) == ["Ida Marsh"])
}

@Test func `A byline right under the headline comes before the account that put the report in`() {
  let stated = linked(#"{"@type":"NewsArticle","author":{"name":"Lena Berg"}}"#)
  #expect(byline("<p>By Ida Marsh</p>", head: stated) == ["Ida Marsh"])
}

@Test func `Authors of other reports, of comments and of quotations are not this report's`() {
  let site = #"<meta name="author" content="Ansel Post">"#
  let quotation = "<blockquote><p class='author'>Tom Okoro</p></blockquote>"
  #expect(byline("", head: site, foot: quotation) == ["Ansel Post"])
  let comment = "<div class='comment-body'><span class='author'>Tom Okoro</span></div>"
  #expect(byline("", foot: comment).isEmpty)
}
