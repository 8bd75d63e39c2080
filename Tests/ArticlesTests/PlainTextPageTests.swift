import Articles
import Records
import Testing
import Text

/// The parts of a page as "kind: first words", for comparing.
func parts(_ page: String, title: String? = nil) -> [String] {
  let article = ArticleReader().read(SourceText(page), title: title)
  return article.blocks.map { block in
    let words = article.text[block.span].split(whereSeparator: \.isWhitespace)
    return "\(block.kind.rawValue): \(words.prefix(4).joined(separator: " "))"
  }
}

@Test func `A scraped report's clutter is told from its words`() {
  #expect(
    parts(Page.scraped) == [
      "headline: Envoy Lands in Nairobi",
      "standfirst: Mediators hope for a",
      "furniture: Share via e-mailShare via",
      "caption: Envoy Mara Okello arriving",
      "furniture: Envoy Mara Okello arriving",
      "credit: Jane Roe / Reuters",
      "dateline: NAIROBI -",
      "body: Envoy Mara Okello landed",
      "body: “We came to listen,”",
      "furniture: The war next door:",
      "body: Officials expect a second",
      "furniture: Follow this topic: Subscribe",
    ])
}

@Test func `A dateline is its place, agency and day, cut out of its line with the dash`() {
  let openings = [
    "KABUL, Afghanistan (AP) — Two people were killed on Monday, the police said.":
      "KABUL, Afghanistan (AP) —",
    "GAZA/JERUSALEM, May 14 (Reuters) - Two people were killed on Monday, the police said.":
      "GAZA/JERUSALEM, May 14 (Reuters) -",
    "Cairo (Agency) – Two people were killed on Monday, the police said.": "Cairo (Agency) –",
    "ISLAMABAD: Two people were killed on Monday, the police in the city said.": "ISLAMABAD:",
    "(CNN) — Two people were killed on Monday, the police in the city said.": "(CNN) —",
    "ST. PETERSBURG, 3 March 2024 -- Two people were killed on Monday, the police said.":
      "ST. PETERSBURG, 3 March 2024 --",
  ]
  for (page, dateline) in openings {
    let article = ArticleReader().read(SourceText(page))
    let found = article.blocks.first { $0.kind == .dateline }
    #expect(found.map { article.text[$0.span] } == dateline)
    #expect(article.blocks.last.map { article.text[$0.span].hasPrefix("Two people") } == true)
  }
}

@Test func `A dash in a sentence opens no dateline`() {
  for page in [
    "The minister — a former judge — said on Monday that talks would resume soon.",
    "SMITH: We agreed on a date for the talks.\n\nJONES: We did not agree on anything at all.",
    "He said - and others agreed - that the talks had failed on Monday evening.",
  ] {
    #expect(!parts(page).contains { $0.hasPrefix("dateline") })
  }
}

@Test func `Lines wrapped at a column are joined to paragraphs`() {
  let article = ArticleReader().read(SourceText(Page.wrapped))
  let body = article.blocks.filter { $0.kind == .body }.map { article.text[$0.span] }
  #expect(body.count == 3)
  #expect(body[0].hasPrefix("The foreign ministers") && body[0].hasSuffix("on the border."))
  #expect(article.title == "Ministers agree to reopen the border crossing")
}

@Test func `Windows line ends make the same parts`() {
  let page = Page.scraped.replacing("\n", with: "\r\n")
  #expect(parts(page) == parts(Page.scraped))
}

@Test func `A single sentence is body, with or without a stop`() {
  #expect(parts("Rebels freed four hostages on Sunday.") == ["body: Rebels freed four hostages"])
  #expect(parts("Rebels freed four hostages on Sunday") == ["body: Rebels freed four hostages"])
}

@Test func `A report without a headline has no title`() {
  let article = ArticleReader().read(SourceText(Page.bare))
  #expect(article.title == nil)
  #expect(article.blocks.map(\.kind) == [.body, .body])
}

@Test func `A transcript's turns are all body`() {
  let kinds = parts(Page.transcript).map { $0.prefix { $0 != ":" } }
  #expect(kinds == ["headline", "body", "body", "body", "body", "body"])
}

@Test func `A live blog keeps its entries and their headings`() {
  #expect(
    parts(Page.liveBlog) == [
      "headline: Ceasefire talks: live coverage",
      "furniture: 14:05 GMT", "headline: Delegates arrive",
      "body: Delegates from both sides", "furniture: 13:20 GMT", "headline: Shelling reported",
      "body: Shelling was reported near", "body: There was no word",
    ])
}

@Test func `List items are body and their marks are not`() {
  #expect(
    parts(Page.list) == [
      "body: The two governments said", "furniture: -", "body: a halt to all", "furniture: -",
      "body: the release of prisoners", "body: The agreement takes effect",
    ])
}

@Test func `Teasers behind the report don't become its end`() {
  let kinds = parts(Page.teasers).map { String($0.prefix { $0 != ":" }) }
  #expect(kinds == ["headline", "body", "body", "body", "furniture"])
}

@Test func `A passage in another language is kept apart and told`() {
  let article = ArticleReader().read(SourceText(Page.bilingual))
  #expect(article.state == .partial)
  #expect(article.reasons == ["language:fr"])
  #expect(article.blocks.map(\.kind) == [.headline, .body, .otherLanguage, .body])
}

@Test(arguments: [
  ("שר החוץ הגיע ביום שישי לקהיר לשיחות עם עמיתו המצרי.\n\nהשיחות יימשכו עד יום ראשון.", "he"),
  ("وصل وزير الخارجية إلى القاهرة يوم الجمعة لإجراء محادثات.\n\nتستمر المحادثات.", "ar"),
  ("Міністр прибув до Києва у п'ятницю для переговорів про її майбутнє.", "uk"),
  ("Le ministre est arrivé à Paris vendredi pour des discussions avec son homologue.", "fr"),
  ("Der Minister ist am Freitag in Berlin eingetroffen und will mit der Kanzlerin reden.", "de"),
  ("El ministro llegó el viernes a Madrid para hablar con los dirigentes de la región.", "es"),
])
func `A text in another language is partial with its code`(page: String, language: String) {
  let article = ArticleReader().read(SourceText(page))
  #expect(article.language == language)
  #expect(article.state == .partial)
  #expect(article.reasons == ["language:" + language])
  #expect(article.blocks.allSatisfy { $0.kind == .otherLanguage })
}

@Test func `Raw text is body from end to end`() {
  let article = ArticleReader().read(SourceText(Page.liveBlog), raw: true)
  #expect(article.blocks.allSatisfy { $0.kind == .body })
  #expect(article.title == nil)
}

@Test func `A known title picks the headline`() {
  let page = "Our correspondents on the road today\nMinister resigns\n\n" + Page.bare
  let article = ArticleReader().read(SourceText(page), title: "Minister resigns")
  let headline = article.blocks.first { $0.kind == .headline }
  #expect(headline.map { article.text[$0.span] } == "Minister resigns")
}

@Test func `White space alone is refused as empty, furniture alone as no article`() {
  #expect(ArticleReader().read(SourceText(" \n\t\n")).reasons == ["empty"])
  let menu = ArticleReader().read(SourceText("Subscribe\nLog in\nShare\nPrivacy policy"))
  #expect(menu.state == .refused)
  #expect(menu.reasons == ["no-article"])
}

@Test func `A text that breaks off is partial`() {
  #expect(ArticleReader().read(SourceText(Page.bare + " The minister then…")).reasons == ["cut"])
  let barred = Page.bare + "\n\nSubscribe to continue reading"
  #expect(ArticleReader().read(SourceText(barred)).reasons == ["paywall"])
}
