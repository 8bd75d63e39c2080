import Articles
import Records
import Testing
import Text

/// What is read of a report in a language with further HTML between its first paragraphs.
private func read(_ language: String, with html: String) -> String {
  let all = WorldReport.western + WorldReport.eastern
  guard let report = all.first(where: { $0.language == language }) else { return "" }
  let paragraphs = report.paragraphs.map { "<p>\($0)</p>" }
  let page = """
    <!doctype html><html lang="\(language)"><head><meta charset="utf-8"><title>\(report.title)</title></head>
    <body><main><article><h1>\(report.title)</h1>\(paragraphs[0])\(paragraphs[1])\(html)\
    \(paragraphs[2...].joined())</article></main></body></html>
    """
  return readText(Array(page.utf8))
}

/// The same of the English report.
private func readEnglish(with html: String) -> String {
  readText(
    pageOfNews(
      "",
      foot: html + """
        <p>The council will meet again on Thursday to hear both sides, a spokeswoman for the town said, and
        will vote on the plan before the end of the month.</p>
        """))
}

private func readText(_ page: [UInt8]) -> String {
  let article = ArticleReader().read(html: page, asRecord: false)
  return article.blocks.filter(\.kind.isRead).map { article.text[$0.span] }.joined(separator: "\n")
}

/// Lines within reports that are no part of them, and sentences that begin or read like such lines.
@Suite struct ReportLinesTests {
  @Test(arguments: [
    ("ru", "Об этом губернатор сообщил в своём Telegram-канале."),
    ("ru", "При использовании газа погибли двое рабочих порта, сообщила полиция города в среду."),
    ("ru", "Автор статьи считает, что владельцы линии знали об этом ещё прошлой осенью."),
    ("de", "Melden Sie sich bei der Polizei, hieß es am Abend in einem Aufruf an die Zeugen."),
    ("fr", "Suivez les pompiers, a crié un marin aux passagers du second bateau ce matin-là."),
    ("id", "Bergabung dengan serikat itu pada Senin, para awak kapal meminta pertemuan baru."),
    ("zh", "未经授权进入军事区的两名男子被捕，警方星期一表示，两人均来自安塞尔港，目前正在接受调查。"),
    ("he", "הורידו את הדגל מעל בניין העירייה, אמר ראש העיר לעובדים שהתאספו בכיכר ביום שני."),
    ("ar", "اشترك في المظاهرة نحو تسعين عاملا من السفينتين يوم الاثنين، وفق ما قالته النقابة."),
    ("hi", "व्हाट्सएप पर भेजे गए संदेश में महापौर ने कहा कि बैठक गुरुवार को फिर से होगी।"),
  ])
  func `Sentences that begin as furniture does are kept`(language: String, sentence: String) {
    #expect(read(language, with: "<p>\(sentence)</p>").contains(sentence))
  }

  @Test(arguments: [
    "The White House WhatsApp channel posted the statement on Friday.",
    "Copyright law gives the two owners of the line no claim to its name, a judge said on Friday.",
    "The mayor wrote on his Telegram-kanal on Friday that the talks had failed for good.",
  ])
  func `Sentences that name a channel or a right are kept`(sentence: String) {
    #expect(readEnglish(with: "<p>\(sentence)</p>").contains(sentence))
  }

  @Test(arguments: [
    ("ru", "Подписывайтесь на наш Telegram-канал, чтобы ничего не пропустить"),
    ("ru", "Больше важных новостей порта — у нас. Подпишитесь на канал в Telegram"),
    ("fr", "Suivez toute l’actualité du port sur notre chaîne WhatsApp"),
    ("id", "Ikuti saluran WhatsApp Pos Ansel untuk berita terbaru dari pelabuhan"),
    ("he", "הורידו את האפליקציה שלנו"), ("es", "Únete a nuestro canal de WhatsApp"),
    ("ar", "اشترك في قناتنا على واتساب"), ("de", "Copyright © 2024 Anseler Post"),
  ])
  func `Lines that ask readers to follow the paper elsewhere are left out`(
    language: String, line: String
  ) {
    #expect(!read(language, with: "<p>\(line)</p>").contains(line))
  }

  @Test func `A paragraph that is nothing but a link is left out in other languages than English`()
  {
    let line = "Bürgermeisterin weist die Vorwürfe der Eigentümer zurück"
    #expect(!read("de", with: "<p><a href='/r'>\(line)</a></p>").contains(line))
    #expect(
      read("de", with: "<p>\(line), <a href='/r'>hieß es</a> am Montag im Rathaus.</p>").contains(
        line))
  }
}

/// Boxes that a line of furniture opens, and headings over nothing.
@Suite struct FurnitureBoxesTests {
  private static let teasers = [
    "Hafen erhält neue Kaimauer aus Beton", "Streit um die Fahrpreise auf den Inseln",
    "Schule in Port Ansel bekommt ein neues Dach",
  ]

  @Test
  func `What stands in a box that a pointer opens is left out, what stands behind it is kept`() {
    let links = Self.teasers.map { "<p><a href='/r'>\($0)</a></p>" }.joined()
    let text = read("de", with: "<div><h3>Mehr zum Thema</h3>\(links)</div>")
    for teaser in Self.teasers { #expect(!text.contains(teaser)) }
    #expect(!text.contains("Mehr zum Thema"))
    for paragraph in WorldReport.western[0].paragraphs { #expect(text.contains(paragraph)) }
  }

  @Test func `A box of more blocks than boxes have is no box`() {
    let sentence =
      "Die Fähre fuhr am Montag zum ersten Mal seit Jahren ohne Fahrgäste hinaus, sagte Kapitän"
    let names = ["Arp", "Bahr", "Cord", "Dehn", "Ernst", "Frahm", "Gehrt", "Hinz", "Ihde", "Jahn"]
    let paragraphs = names.map { "<p>\(sentence) \($0).</p>" }.joined()
    let text = read("de", with: "<div><p>Mehr zum Thema</p>\(paragraphs)</div>")
    for name in names.prefix(3) { #expect(text.contains("Kapitän \(name).")) }
  }

  @Test func `A heading over links alone is left out, one over the report's paragraphs is kept`() {
    let links = Self.teasers.map { "<li><a href='/r'>\($0)</a></li>" }.joined()
    let sentence =
      "Die Gewerkschaft will am Donnerstag noch einmal mit den Eigentümern sprechen, hieß es."
    let text = read(
      "de",
      with: """
        <section><h2>Unsere Leser mögen</h2><ul>\(links)</ul></section>
        <section><h2>Gespräche am Donnerstag</h2><p>\(sentence)</p></section>
        """)
    #expect(!text.contains("Unsere Leser mögen"))
    #expect(text.contains("Gespräche am Donnerstag"))
    #expect(text.contains(sentence))
  }
}
