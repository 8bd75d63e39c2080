import Articles
import Testing

private func dated(
  _ line: String, head: String = "", language: String = "en", url: String? = nil
) -> Article {
  ArticleReader().read(html: pageOfNews(line, head: head, language: language), url: url)
}

@Test(arguments: [
  (#"<meta property="article:published_time" content="2024-03-05T09:30:00Z">"#, "meta"),
  (#"<meta name="w-published-date" content="2024-03-05">"#, "meta"),
  (#"<meta name="published" content="March 5, 2024">"#, "meta"),
  (
    #"<script type="application/ld+json">{"@type":"WebPage","datePublished":"2024-03-05"}</script>"#,
    "json-ld"
  ),
])
func `The head of a page states the date`(head: String, by: String) {
  let article = dated("", head: head)
  #expect(article.published?.prefix(10) == "2024-03-05")
  #expect(article.publishedBy?.hasPrefix(by) == true)
}

@Test(arguments: [
  ("<time datetime='2024-03-05T10:00:00+02:00'>Tuesday</time>", "time"),
  ("<p><time>5 March 2024</time></p>", "time"),
  ("<span itemprop='datePublished' content='2024-03-05'>yesterday</span>", "time:published"),
  (
    "<time class='updated' datetime='2024-03-07'>x</time><time class='published' datetime='2024-03-05'>y</time>",
    "time:published"
  ),
  ("<p>March 5, 2024. Updated: March 7, 2024</p>", "text:date-line"),
  ("<div>Port Ansel, 5 March 2024</div>", "text:near-title"),
  ("<div>Last updated: March 5, 2024</div>", "text:updated-line"),
])
func `Dates under the headline are read in the order of trust`(line: String, by: String) {
  let article = dated(line)
  #expect(article.published?.prefix(10) == "2024-03-05")
  #expect(article.publishedBy == by)
}

@Test(arguments: [
  ("5. März 2024", "de"), ("le 5 mars 2024", "fr"), ("5 de marzo de 2024", "es"),
  ("5 marca 2024", "pl"), ("5 марта 2024", "ru"), ("5 Mart 2024", "tr"), ("2024年3月5日", "ja"),
  ("2024년 3월 5일", "ko"), ("٥ مارس ٢٠٢٤", "ar"), ("05/03/2024", "it"), ("05.03.2024", "en"),
  ("05/03/2024", "en-GB"), ("03/05/2024", "en-US"), ("5 مارس/آذار 2024", "ar"),
  ("5 මාර්තු 2024", "si"), ("5 मार्च 2024", "hi"), ("5 มีนาคม 2567", "th"), ("5 มี.ค. 2567", "th"),
  ("令和6年3月5日", "ja"),
  ("15 اسفند 1402", "fa"), ("۱۴۰۲/۱۲/۱۵", "fa"), ("5 tháng 3, 2024", "vi"),
  ("5 de març de 2024", "ca"),
  ("2024. március 5.", "hu"), ("5. maaliskuuta 2024", "fi"), ("5 Μαρτίου 2024", "el"),
  ("05.03.24, 14:30 Uhr", "de"), ("5 במרץ 2024", "he"), ("Selasa, 5 Maret 2024", "id"),
  ("5 березня 2024", "uk"), ("5 মার্চ ২০২৪", "bn"), ("Machi 5, 2024", "sw"),
])
func `Dates are read in many languages`(words: String, language: String) {
  let article = dated("<p class='date'>\(words)</p>", language: language)
  #expect(article.published == "2024-03-05")
}

@Test func `Figures that could have the day or the month first stay open`() {
  #expect(dated("<p>Published 04/05/2024</p>").published == nil)
}

@Test func `The day in the address comes before times that say nothing of themselves`() {
  let time = "<time datetime='2024-03-07'>Thursday</time>"
  let article = dated(time, url: "https://ansel.example/2024/03/05/ferry")
  #expect(article.published == "2024-03-05")
  #expect(article.publishedBy == "url")
}

@Test func `When a page was changed is not when it was published`() {
  let head = #"<meta property="article:modified_time" content="2024-03-07T10:00:00Z">"#
  #expect(dated("", head: head).published == nil)
  #expect(dated("", head: head).modified == "2024-03-07T10:00:00Z")
}

@Test(arguments: [
  ("Publié le 5 mars 2024 à 14h30, mis à jour le 6 mars 2024 à 9h12", "fr"),
  ("Actualizado: 06/03/2024 09:12h. Publicado: 05/03/2024 14:30h.", "es"),
  ("Updated March 6, 2024. Published March 5, 2024.", "en"),
  ("Yayınlanma: 05.03.2024 - 14:30 Güncelleme: 06.03.2024 - 09:12", "tr"),
  ("입력 2024.03.05. 14:30 수정 2024.03.06. 09:12", "ko"),
])
func `Of two days in one line that of publication is taken`(words: String, language: String) {
  #expect(dated("<div>\(words)</div>", language: language).published == "2024-03-05")
}

@Test(arguments: [
  #"{"@type":"NewsArticle","datePublished":1709631000}"#,
  #"{"@type":"NewsArticle","datePublished":"1709631000000"}"#,
  #"{"@type":"NewsArticle","datePublished":"20240305"}"#,
  #"{"@type":"NewsArticle","headline":"She said "no", twice","datePublished":"2024-03-05"}"#,
  #"<!-- {"@type":"NewsArticle","datePublished":"2024-03-05",} -->"#,
  #"{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;datePublished&quot;:&quot;2024-03-05&quot;}"#,
  #"{"@type":"NewsArticle","video":{"uploadDate":"2023-01-01"},"datePublished":"Tue, 05 Mar 2024 09:30:00 GMT"}"#,
])
func `Dates in JSON-LD are read in many shapes, also where it is broken`(json: String) {
  let script = "<script type=\"application/ld+json\">\(json)</script>"
  #expect(dated("", head: script).published?.prefix(10) == "2024-03-05")
}

@Test func `A film's upload is no publication where the page states one`() {
  let film =
    #"<script type="application/ld+json">{"@type":"VideoObject","uploadDate":"2023-01-01"}</script>"#
  let meta = #"<meta property="article:published_time" content="2024-03-05T09:30:00Z">"#
  #expect(dated("", head: film + meta).published?.prefix(10) == "2024-03-05")
}

@Test func `The address's country tells which figure is the day`() {
  let line = "<p>Published 04/03/2024</p>"
  #expect(dated(line, url: "https://post.example.co.ke/ferry").published == "2024-03-04")
  #expect(dated(line, url: "https://post.example.com/ferry").published == nil)
}

@Test(arguments: [
  #"<script>window.__STATE__={"a":{"displayDate":"2024-03-05T15:20:00+02:00"}}</script>"#,
  #"<script>var s = "{\"publishedAt\":\"2024-03-05\"}";</script>"#,
  #"<script>data = { publishTime: 1709631000000, other: 1 }</script>"#,
  #"<div data-props="{&quot;datePublished&quot;:&quot;2024-03-05&quot;,&quot;headline&quot;:&quot;Talks resume in Port Ansel after a week&quot;,&quot;section&quot;:&quot;Harbour&quot;}"></div>"#,
])
func `The data that scripts build a page from tell the day where nothing else does`(data: String) {
  #expect(dated(data).published?.prefix(10) == "2024-03-05")
  #expect(dated(data).publishedBy == "script")
  #expect(dated(data + "<p>March 4, 2024</p>").published == "2024-03-04")
}

@Test func `The most trusted name in scripts' data tells the day`() {
  let data = #"<script>a = {"postDate":"2024-03-07","publishTime":"2024-03-06"}</script>"#
  let last = #"<script>b = {"datePublished":"2024-03-05"}</script>"#
  #expect(dated(data + last).published == "2024-03-05")
  #expect(dated(data).published == "2024-03-06")
}

@Test(arguments: [
  ("Vendredi 5 mars 2021 à 10h32", "fr", "text:date-line"),
  ("Mise à jour le 5 mars 2021 à 10h32", "fr", "text:updated-line"),
  ("Chủ Nhật, 05/03/2021", "vi", "text:date-line"),
  ("Cập nhật 05/03/2021", "vi", "text:updated-line"),
])
func `Words that stand in lines of updates and in others don't make an update`(
  line: String, language: String, by: String
) {
  let article = dated("<p>\(line)</p>", language: language)
  #expect(article.published?.prefix(10) == "2021-03-05")
  #expect(article.publishedBy == by)
}

@Test func `Three figures are a year of the Republic of China's only in Chinese`() {
  #expect(dated("<p>113.3.5</p>", language: "zh-TW").published == "2024-03-05")
  #expect(dated("<p>113年3月5日</p>", language: "en").published == "2024-03-05")
  #expect(dated("<p>115.1.1</p>", language: "en").published == nil)
}

@Test(arguments: ["led 5 2024", "gas 5 2024", "pro 5 2024", "sat 5 2024", "mut 5 2024"])
func `Short months that are words of other languages make no days`(words: String) {
  #expect(dated("<p>\(words)</p>").published == nil)
}

@Test func `A clock above the headline gives way to a day below it`() {
  let html = String(
    decoding: pageOfNews("<p>By Ida Marsh, 5 March 2024, 3 min read</p>"), as: UTF8.self)
  let page = html.replacing("<h1>", with: "<div>Wednesday, 12 June 2024</div><h1>")
  #expect(ArticleReader().read(html: Array(page.utf8)).published == "2024-03-05")
  let labelled = html.replacing("<h1>", with: "<p>Published: 4 March 2024</p><h1>")
  #expect(ArticleReader().read(html: Array(labelled.utf8)).published == "2024-03-04")
}

@Test func `A day that readers are shown is that of the newsroom's clock`() {
  func head(_ time: String) -> String {
    "<meta property='article:published_time' content='\(time)'>"
  }
  let line = "<p>6 March 2024, 00:10</p>"
  #expect(dated(line, head: head("2024-03-05T22:10:00Z")).published == "2024-03-06")
  #expect(dated(line, head: head("2024-03-05T08:10:00Z")).published == "2024-03-05T08:10:00Z")
  #expect(
    dated(line, head: head("2024-03-05T22:10:00+02:00")).published == "2024-03-05T22:10:00+02:00")
}

@Test func `A time of another report within the text gives way to the line under the headline`() {
  let other = "<p>Storm hits the coast <time datetime='2024-01-02'>x</time></p>"
  let html = String(
    decoding: pageOfNews("<p>Published: 5 March 2024, 10:38</p>"), as: UTF8.self)
  let page = html.replacing("</article>", with: other + "</article>")
  #expect(ArticleReader().read(html: Array(page.utf8)).published == "2024-03-05")
}
