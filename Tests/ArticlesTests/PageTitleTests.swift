import Articles
import Testing

private func title(_ heading: String, head: String = "", url: String? = nil) -> String? {
  let text = """
    <p>The ferry line between Port Ansel and the islands will close in October, the owners said on
    Monday after a meeting with the mayor, who had asked them to wait until the spring at least.</p>
    <p>About ninety people work on the two ships, and the union said that it had not been told of
    the plan before it was announced, which the owners denied in a letter to its members.</p>
    """
  let page = "<!doctype html><head>\(head)</head><body><article>\(heading)\(text)</article></body>"
  return ArticleReader().read(html: Array(page.utf8), url: url).title
}

private let headline = "Ferry line to the islands will close"

@Suite struct PageTitleTests {
  @Test(arguments: [" | Ansel Post", " – Ansel Post", " - Ansel Post"])
  func `The site's name behind a heading is no part of it`(tail: String) {
    let site = #"<meta property="og:site_name" content="Ansel Post">"#
    #expect(title("<h1>\(headline)\(tail)</h1>", head: site) == headline)
    #expect(title("<h1>\(headline)\(tail)</h1>", url: "https://www.ansel.example/1") == headline)
  }

  @Test(arguments: [
    " | What now", " – and nobody knows why", " - a report", " - Ansel at the fair of 2024",
  ])
  func `Other words behind a bar or dash stay`(tail: String) {
    #expect(
      title("<h1>\(headline)\(tail)</h1>", url: "https://www.ansel.example/1") == headline + tail)
  }

  @Test func `Where no heading stands the page's title loses what is short behind a bar`() {
    #expect(title("", head: "<title>\(headline) | Ansel</title>") == headline)
  }

  @Test func `The line above the headline is no part of it where the page states it alone`() {
    let heading = "<h1><span>After the storm</span><span>\(headline)</span></h1>"
    #expect(title(heading, head: "<title>\(headline) | Ansel</title>") == headline)
    #expect(
      title("<h1><span>After</span> the <b>storm in Ansel</b></h1>") == "After the storm in Ansel")
  }

  @Test(arguments: ["<h1>Ansel Post</h1><h3>\(headline)</h3>", "<div>\(headline)</div>"])
  func `The site's name before the headline is no part of it`(heading: String) {
    for mark in [":", " ::", " -"] {
      let head = "<title>Ansel Post\(mark) \(headline)</title>"
      if mark == ":", heading.contains("<div>") { continue }
      #expect(title(heading, head: head) == headline)
    }
  }
}
