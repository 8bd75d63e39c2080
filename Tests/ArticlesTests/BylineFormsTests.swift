import Articles
import Testing

private func names(_ line: String = "", head: String = "", foot: String = "") -> [String] {
  ArticleReader().read(html: pageOfNews(line, head: head, foot: foot)).byline
}

/// The ways in which pages sign reports, each on a page of its own.
@Suite struct BylineFormsTests {
  @Test(arguments: [
    "By IDA MARSH, TOM OKORO and LI WEN", "By IDA MARSH, TOM OKORO and LI WEN Associated Press",
    "By IDA MARSH in Cairo, TOM OKORO in Lima and LI WEN in Hanoi",
    "by: IDA MARSH, TOM OKORO & LI WEN", "By IDA MARSH/TOM OKORO and LI WEN, AFP",
    "Reported by IDA MARSH, TOM OKORO, LI WEN", "Exclusive by IDA MARSH, TOM OKORO and LI WEN",
  ])
  func `Several authors sign in one line`(line: String) {
    #expect(names("<p class='byline'>\(line)</p>") == ["IDA MARSH", "TOM OKORO", "LI WEN"])
  }

  @Test(arguments: [
    "By Ida Marsh, Associated Press", "By Ida Marsh, CNN", "Story by Ida Marsh, CNN",
    "By Ida Marsh, Chief Political Correspondent", "By Ida Marsh @idamarsh",
    "By Ida Marsh (@idamarsh)", "By Ida Marsh | idamarsh@ansel.example",
    "By Ida Marsh, The Ansel Post",
    "By Ida Marsh of the Ansel Post", "Author: Ida Marsh",
    "Words by Ida Marsh. Photographs by Tom Okoro", "By Ida Marsh. Photographs by Tom Okoro",
    "By Ida Marsh Published May 14, 2021", "By Ida Marsh on May 14, 2021",
    "By Ida Marsh for Ansel Post",
    "By Ida Marsh in Cairo", "Analysis by Ida Marsh", "Review by Ida Marsh",
  ])
  func `What stands behind an author's name is left out`(line: String) {
    #expect(names("<p>\(line)</p>") == ["Ida Marsh"])
  }

  @Test(arguments: [
    ("By The Associated Press", ["The Associated Press"]), ("By AFP", ["AFP"]),
    ("By María-José Núñez", ["María-José Núñez"]), ("By Abdul al-Rahman", ["Abdul al-Rahman"]),
    ("By Ida O'Marsh", ["Ida O'Marsh"]), ("By Ida", ["Ida"]), ("By Ida M. Marsh", ["Ida M. Marsh"]),
    ("By Ida Marsh Ph.D.", ["Ida Marsh Ph.D."]),
    ("By Ida van der Marsh-Okoro", ["Ida van der Marsh-Okoro"]),
  ])
  func `Agencies, single names and names of several parts sign`(line: String, signed: [String]) {
    #expect(names("<p>\(line)</p>") == signed)
  }

  @Test func `An agency alone, or a desk, signs as well`() {
    #expect(names("<p>Associated Press</p><p>May 14, 2021</p>") == ["Associated Press"])
    #expect(names("<p class='byline'>News Desk</p>") == ["News Desk"])
    #expect(names("<p class='byline'>Related Stories</p>").isEmpty)
  }

  @Test(arguments: [
    (
      "(Reporting by Ida Marsh in Cairo and Tom Okoro; Editing by Li Wen)",
      ["Ida Marsh", "Tom Okoro"]
    ),
    ("Reporting by Ida Marsh; Editing by Li Wen", ["Ida Marsh"]),
    ("Editing by Li Wen", []),
  ])
  func `Of an agency's signature the reporters are the authors`(line: String, reporters: [String]) {
    #expect(names(foot: "<p>\(line)</p>") == reporters)
  }

  @Test func `Degrees stay with the name that the page gives them to`() {
    let stated = #"<meta name="author" content="Ida Marsh, MD, FACP and Tom Okoro">"#
    #expect(names(head: stated) == ["Ida Marsh, MD, FACP", "Tom Okoro"])
    #expect(names("<p>By Ida Marsh, Ph.D., in Cairo</p>") == ["Ida Marsh, Ph.D."])
    // The byline says nothing else than the data.
    #expect(names("<p>By Ida Marsh</p>", head: stated) == ["Ida Marsh, MD, FACP", "Tom Okoro"])
    #expect(names("<p>By Ida Marsh, AFP</p>") == ["Ida Marsh"])
    #expect(names("<p>By Ida Marsh and Jack Ma</p>") == ["Ida Marsh", "Jack Ma"])
  }

  @Test func `A box about the author behind the report names her`() {
    let box = """
      <div class="author-box"><h4>Ida Marsh</h4><p>Ida Marsh is a reporter who has written about
      harbours, ships and ferries for more than twenty years, first for a weekly in the north and
      since then for this paper, and who lives on one of the islands with two dogs and a boat.</p></div>
      """
    #expect(names(foot: box) == ["Ida Marsh"])
    let other = box.replacing("<h4>Ida Marsh</h4>", with: "<h4>More News</h4>")
    #expect(names(foot: other).isEmpty)
  }

  @Test func `A first name under the headline comes before names further down`() {
    let line = "<p>by <a href='/x'>Amanda</a> · Dec 20, 2025</p><p>The Tide by Ida Marsh</p>"
    #expect(names(line) == ["Amanda"])
  }

  @Test func `A handle that the page states comes before words beside a date`() {
    let stated = #"<meta name="author" content="imarsh">"#
    #expect(names("<p>Harbour Talk | May 14, 2021</p>", head: stated) == ["imarsh"])
    #expect(names("<p>By Ida Marsh</p>", head: stated) == ["Ida Marsh"])
  }

  @Test(arguments: [
    ##"{"@graph":[{"@type":"NewsArticle","author":[{"@id":"#a"},{"@id":"#b"}]},{"@id":"#a","@type":"Person","name":"Ida Marsh"},{"@id":"#b","name":"Tom Okoro"}]}"##,
    #"{"@type":"NewsArticle","author":[["Ida Marsh","Tom Okoro"]]}"#,
    #"{"@type":"NewsArticle","author":"By Ida Marsh and Tom Okoro, Ansel Post"}"#,
    #"{"@type":"NewsArticle","author":[{"name":"Ida Marsh"},{"name":"Tom Okoro"},{"@type":"Organization","name":"Reuters"}],"editor":{"name":"Li Wen"}}"#,
  ])
  func `JSON-LD names several authors in many shapes`(json: String) {
    let script = "<script type=\"application/ld+json\">\(json)</script>"
    #expect(names(head: script) == ["Ida Marsh", "Tom Okoro"])
  }
}
