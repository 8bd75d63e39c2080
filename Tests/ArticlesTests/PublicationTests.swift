import Articles
import Records
import Testing
import Text

private let report = """
  The two sides agreed on Monday to meet again in June, their spokesmen said after the talks.

  They had met for two days in Vienna without agreeing on anything, according to diplomats.
  """

private func article(_ head: String, url: String? = nil, published: String? = nil) -> Article {
  ArticleReader().read(
    SourceText("Talks to go on in June\n\n\(head)\n\n\(report)"), url: url, published: published)
}

@Test(arguments: [
  ("Published May 14, 2021 10:23 GMT", "2021-05-14T10:23Z"),
  ("Friday 14 May 2021", "2021-05-14"),
  ("May. 14, 2021 3:22 PM", "2021-05-14"),
  ("Posted at 3:22 pm UTC, Friday, May 14th, 2021", "2021-05-14T15:22Z"),
  ("2021-05-14T10:23:05+03:00", "2021-05-14T10:23:05+03:00"),
  ("Published: 14/05/2021", "2021-05-14"),
  ("14.05.2021 - 12:10", "2021-05-14"),
  ("By Jane Roe | May 14, 2021", "2021-05-14"),
  ("Vienna, May 14, 2021", "2021-05-14"),
  ("New York / Vienna, 14 May 2021", "2021-05-14"),
])
func `A line in the head gives the publication date`(line: String, date: String) {
  #expect(article(line).published == date)
}

@Test(arguments: [
  "Published 04/05/2021", "May 14, 10:23 GMT", "Friday", "31 February 2021", "Vienna, Friday",
  "They met, 14 May 2021",
])
func `A date that the text doesn't settle stays open`(line: String) {
  #expect(article(line).published == nil)
  #expect(article(line).publishedBy == nil)
}

@Test func `The surer of two dates wins`() {
  let address = "https://news.example/world/2021/05/15/talks"
  let line = "Updated May 16, 2021\n\nPublished May 14, 2021"
  #expect(article(line, url: address, published: "2021-05-13").publishedBy == "given")
  #expect(article(line, url: address).published == "2021-05-15")
  #expect(article(line).published == "2021-05-14")
  #expect(article("Updated May 16, 2021").publishedBy == "text:updated-line")
  #expect(article("", url: "https://news.example/2021/05/talks").published == nil)
}

@Test func `A date within the report isn't its publication`() {
  let page = SourceText(report + "\n\nThe war began on May 3, 2019, after the vote was annulled.")
  #expect(ArticleReader().read(page).published == nil)
}

@Test func `A dateline with its year dates the report`() {
  let page = SourceText("VIENNA, 14 May 2021 (Agency) - " + report)
  let article = ArticleReader().read(page)
  #expect(article.published == "2021-05-14")
  #expect(article.publishedBy == "text:dateline")
}

@Test(arguments: [
  ("By Jane Roe and John Q. Public", ["Jane Roe", "John Q. Public"]),
  (
    "By Jane Roe, Ana de la Cruz and Omar al-Amin in Vienna",
    ["Jane Roe", "Ana de la Cruz", "Omar al-Amin"]
  ),
  ("By JANE ROE, Staff Writer", ["JANE ROE"]),
  ("By Reuters", ["Reuters"]),
  ("By Jane Roe | May 14, 2021", ["Jane Roe"]),
])
func `A byline names its authors`(line: String, names: [String]) {
  #expect(article(line).byline == names)
  #expect(article(line).blocks.contains { $0.kind == .byline })
}

@Test func `An agency's signature behind the report names the authors`() {
  let page = SourceText(report + "\n\n(Reporting by Jane Roe in Vienna; Editing by John Doe)")
  let article = ArticleReader().read(page)
  #expect(article.byline == ["Jane Roe"])
  #expect(article.blocks.map(\.kind) == [.body, .body, .byline])
}

@Test func `A sentence that starts with By is no byline`() {
  let article = article("By Friday, the two armies had left the valley and the villages around it.")
  #expect(article.byline.isEmpty)
}
