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
  ("<p>March 5, 2024. Updated: March 7, 2024</p>", "text:near-title"),
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
  ("05/03/2024", "en-GB"), ("03/05/2024", "en-US"),
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
