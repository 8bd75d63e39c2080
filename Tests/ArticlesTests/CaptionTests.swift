import Articles
import Records
import Testing
import Text

private func page(_ figure: String) -> [UInt8] {
  Array(
    """
    <!doctype html><html lang="en"><head><title>Ferry line to close</title></head><body>
    <article><h1>Ferry line to the islands will close in autumn</h1>\(figure)
    <p>The ferry line between Port Ansel and the islands will close in October, the owners said on
    Monday after a meeting with the mayor, who had asked them to wait until the spring at least.</p>
    <p>About ninety people work on the two ships, and the union said that it had not been told of
    the plan before it was announced, which the owners denied in a letter to its members.</p>
    <p>The islands have no airport, and the next bridge is forty kilometres to the north, a drive
    of more than an hour for those who work in the town, the mayor told a crowd in the evening.</p>
    </article><aside><figure><img src="b.jpg"><figcaption>Another story's picture of a school</figcaption>
    </figure></aside></body></html>
    """.utf8)
}

private func parts(_ article: Article, _ kind: BlockKind) -> [String] {
  article.blocks.filter { $0.kind == kind }.map { String(article.text[$0.span]) }
}

@Test(arguments: [
  ("The Marie in the harbour on Monday. Photo: Lena Berg/Reuters", "Photo: Lena Berg/Reuters"),
  ("The Marie in the harbour on Monday. (AP Photo/Lena Berg)", "(AP Photo/Lena Berg)"),
])
func `A record has the captions of the report's pictures, and their credits apart`(
  text: String, credit: String
) {
  let figure = "<figure><img src='a.jpg'><figcaption>\(text)</figcaption></figure>"
  let article = ArticleReader().read(html: page(figure))
  #expect(parts(article, .caption) == ["The Marie in the harbour on Monday."])
  #expect(parts(article, .credit) == [credit])
}

@Test func `A caption that stands twice is one, and other stories' pictures have none`() {
  let figure = "<figure><img src='a.jpg'><figcaption>The Marie in the harbour</figcaption></figure>"
  let article = ArticleReader().read(html: page(figure + figure))
  #expect(parts(article, .caption) == ["The Marie in the harbour"])
  #expect(!parts(article, .caption).joined().contains("school"))
}
