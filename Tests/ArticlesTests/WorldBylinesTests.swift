import Articles
import Testing

private func names(
  _ line: String = "", head: String = "", foot: String = "", language: String = "en"
) -> [String] {
  ArticleReader().read(html: pageOfNews(line, head: head, foot: foot, language: language)).byline
}

/// A page whose report stands in a script without capitals.
private func names(paragraphs: [String], line: String = "", language: String) -> [String] {
  let text = paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n")
  let page = """
    <!doctype html><html lang="\(language)"><head><title>안셀 | Ansel</title></head><body>
    <article><h1>通往各岛的渡轮航线将于秋天关闭 섬으로 가는 여객선</h1>\(line)\(text)</article></body></html>
    """
  return ArticleReader().read(html: Array(page.utf8)).byline
}

/// How papers of many countries sign their reports.
@Suite struct WorldBylinesTests {
  @Test(arguments: [
    ("ro", "De Ion Popescu, Maria Ionescu", ["Ion Popescu", "Maria Ionescu"]),
    ("sq", "Nga Arben Hoxha", ["Arben Hoxha"]), ("ca", "Per Jordi Puig", ["Jordi Puig"]),
    ("sw", "Na Juma Mwinyi", ["Juma Mwinyi"]), ("tl", "Ni Juan dela Cruz", ["Juan dela Cruz"]),
    ("el", "Του Γιάννη Παππά", ["Γιάννη Παππά"]), ("en", "De Ion Popescu", []),
    ("en", "Per Jordi Puig", []),
  ])
  func `A word opens a byline in its own language alone`(
    language: String, line: String, signed: [String]
  ) {
    #expect(names("<p>\(line)</p>", language: language) == signed)
  }

  @Test(arguments: [
    ("lt", "Autorius: Jonas Petraitis", "Jonas Petraitis"),
    ("az", "Müəllif: Elçin Məmmədov", "Elçin Məmmədov"),
    ("ka", "ავტორი: გიორგი ბერიძე", "გიორგი ბერიძე"), ("fa", "نویسنده: رضا محمدی", "رضا محمدی"),
    ("it", "dal nostro inviato Mario Rossi", "Mario Rossi"),
    ("fr", "Soumis par Ida Marche le ven 14/05/2021 - 10:00", "Ida Marche"),
    ("en", "Submitted by Ida Marsh on Fri, 05/14/2021 - 10:00", "Ida Marsh"),
    ("de", "14. Mai 2021 Von Ida Marsch (dpa)", "Ida Marsch"),
    ("zh", "来源：新华网 作者：王小明 2021-05-14 10:30", "王小明"),
    ("zh-TW", "文／王小明　圖／陳大文", "王小明"),
    (
      "en", "Reported By: Ankit Sharma | Edited By: Ravi Kumar | Updated: May 14, 2021",
      "Ankit Sharma"
    ),
  ])
  func `Labels of authors are read wherever they stand`(
    language: String, line: String, author: String
  ) {
    #expect(names("<div>\(line)</div>", language: language) == [author])
  }

  @Test(arguments: [
    ("fa", "<div>خبرنگار : رضا محمدی</div>", ["رضا محمدی"]),
    ("id", "<div>Penulis : Budi Santoso<br>Editor : Siti Rahma</div>", ["Budi Santoso"]),
    (
      "en", "<div><span>Author : </span><span>Ida Marsh</span><span> | </span></div>", ["Ida Marsh"]
    ),
    ("en", "<div class='byline'>ByIda Marsh</div>", ["Ida Marsh"]),
    (
      "no",
      """
      <div class="author"><span class="author__name">Ida Marsh</span><span class="author__role">Journalist</span></div>
      <div class="author"><span class="author__name">Tom Okoro</span><span class="author__role">Journalist</span></div>
      """, ["Ida Marsh", "Tom Okoro"]
    ),
    ("bn", "<span class='contributor-name'>নিজস্ব প্রতিবেদক</span>", ["নিজস্ব প্রতিবেদক"]),
    ("ja", "<p class='writer'>文・山田太郎</p>", ["山田太郎"]),
    ("zh-TW", "<span class='article__author'>聯合報 記者王小明</span>", ["王小明"]),
    ("ar", "<span class='author-name'>أحمد حسن - القاهرة</span>", ["أحمد حسن"]),
    ("hi", "<div>Publish Date: Fri, 14 May 2021 | By: Ankit Sharma</div>", ["Ankit Sharma"]),
  ])
  func `Labels stand apart from names or glued to them`(
    language: String, line: String, signed: [String]
  ) {
    #expect(names(line, language: language) == signed)
  }

  @Test func `Who edited or reviewed a report isn't its author`() {
    let links =
      "By: <a href='/author/a'>Ankit Sharma</a> | Edited By: <a href='/author/r'>Ravi Kumar</a>"
    #expect(names("<div>\(links)</div>") == ["Ankit Sharma"])
    let stated = #"<meta name="author" content="Ida Marsh">"#
    #expect(names("<p>Reviewed by: Tom Okoro</p>", head: stated) == ["Ida Marsh"])
  }

  @Test(arguments: [
    "Ida Marsh 14 May 2021, 10:30", "Ida Marsh / ANS / Updated: May 14, 2021, 10:30 IST",
    "Ida Marsh, Ansel Post<br>May 14, 2021", "Ida Marsh – May 14, 2021",
  ])
  func `A name in one line with a date signs`(line: String) {
    #expect(names("<div>\(line)</div>") == ["Ida Marsh"])
  }

  @Test(arguments: [
    "<div><a href='mailto:i@ansel.example'>Ida Marsh</a><span>Journalist</span></div><time>May 14, 2021</time>",
    "<div class='authors'>Ida Marsh</div><div>Photo: Tom Okoro</div>",
    "<p><strong>Ida Marsh, Lagos</strong></p>",
    "<p class='lead'>The ferry has been a lifeline for a century, writes Ida Marsh</p>",
  ])
  func `A name signs by where it stands and how it looks`(line: String) {
    #expect(names(line) == ["Ida Marsh"])
  }

  @Test func `What the report tells of signs nothing`() {
    #expect(names("<p><strong>Port Ansel</strong></p>").isEmpty)
    #expect(names("<p>By Ida Marsh, Port Ansel</p>") == ["Ida Marsh"])
  }

  @Test func `The report's last line may be its author's name`() {
    #expect(names(foot: "<p style='text-align:right'>Nguyễn Văn An</p>") == ["Nguyễn Văn An"])
    #expect(names(foot: "<p><strong>Ida Marsh</strong></p>") == ["Ida Marsh"])
    #expect(names(foot: "<p>Ida Marsh</p>").isEmpty)
  }

  @Test(arguments: ["Staff Reporter", "Da Redação", "Redacción", "নিজস্ব প্রতিবেদক, ঢাকা"])
  func `A desk signs where no name does`(line: String) {
    #expect(names("<div>\(line)</div>") == [String(line.prefix { $0 != "," })])
    #expect(names("<div>\(line)</div><p>By Ida Marsh</p>") == ["Ida Marsh"])
  }

  @Test func `A byline under the headline says more than the desk in the data`() {
    let stated = #"<meta name="author" content="Web Editor">"#
    #expect(names("<p>By Ida Marsh and Tom Okoro</p>", head: stated) == ["Ida Marsh", "Tom Okoro"])
  }

  @Test func `A site that signs itself comes before what only looks like a name`() {
    let stated = #"<meta name="author" content="Ansel Post">"#
    let line = "<p>By Ansel Post</p><p>More Stories</p><p>May 14, 2021</p>"
    #expect(names(line, head: stated) == ["Ansel Post"])
  }

  @Test func `A handle or a first name signs where the page links it as the author's`() {
    #expect(names("<p class='m'><a rel='author' href='/u'>imarsh</a></p>") == ["imarsh"])
    let foot = "<p class='entry-meta'>Posted by <a rel='author' href='/u'>Ida</a></p>"
    #expect(names(foot: foot) == ["Ida"])
    #expect(names(foot: foot.replacing("Ida", with: "<span class='name'>Ida</span>")) == ["Ida"])
    #expect(names(foot: "<a rel='author' href='/u'>View more posts</a>").isEmpty)
  }

  @Test func `Microdata name the author wherever they stand`() {
    let foot = """
      \(String(repeating: "<p>The mayor and the union met again on Tuesday.</p>", count: 40))
      <div itemprop="author" itemscope><span itemprop="name">Ida Marsh</span></div>
      \(String(repeating: "<p><a href='/x'>Another report of the week</a></p>", count: 20))
      """
    #expect(names(foot: foot) == ["Ida Marsh"])
  }

  @Test func `Titles before names make no other person`() {
    let stated = #"<meta name="author" content="Ida Marsh">"#
    let line = "<p class='byline'>Written by Dr Ida Marsh and Dr Tom Okoro</p>"
    #expect(names(line, head: stated) == ["Dr Ida Marsh", "Dr Tom Okoro"])
  }

  @Test(arguments: [
    (#"<meta name="author" content="홍길동 기자">"#, ["홍길동"]),
    (#"<meta name="author" content="山田太郎記者">"#, ["山田太郎"]),
    (#"<meta name="author" content="Ida Marsh CPP, PSP">"#, ["Ida Marsh CPP, PSP"]),
    (
      #"<meta name="twitter:label1" content="Написано автором"><meta name="twitter:data1" content="Ида Марш">"#,
      ["Ида Марш"]
    ),
  ])
  func `Roles in data are left out, licences kept`(head: String, signed: [String]) {
    #expect(names(head: head) == signed)
  }
}

/// Reporters whom East Asian papers name within the report.
@Suite struct ReporterBracketsTests {
  private let chinese = [
    "安塞尔港与各岛之间的渡轮航线将于十月关闭，船东周一在与市长会面后表示。市长曾要求他们至少等到春天再作决定。",
    "两艘船上约有九十人工作，工会表示在计划公布之前没有得到通知，船东在给会员的一封信中否认了这一说法，并称已多次沟通。",
  ]
  private let korean = [
    "안셀항과 섬들을 잇는 여객선 노선이 10월에 문을 닫는다고 선주들이 월요일 시장과 만난 뒤 밝혔다. 시장은 봄까지 기다려 달라고 했다.",
    "두 배에서 약 90명이 일하고 있으며 노조는 발표 전에 계획을 통보받지 못했다고 말했지만 선주들은 편지에서 이를 부인했다.",
  ]

  @Test(arguments: [
    ("（记者 王小明 李文）", ["王小明", "李文"]), ("（記者王小明／台北報導）", ["王小明"]),
    ("（中央社記者王小明台北14日電）", ["王小明"]), ("〔記者王小明／台北報導〕", ["王小明"]),
    ("【ソウル＝山田太郎】", ["山田太郎"]), ("（图）", []),
  ])
  func `Brackets before the report name who wrote it`(bracket: String, signed: [String]) {
    #expect(names(paragraphs: [bracket + chinese[0], chinese[1]], language: "zh") == signed)
  }

  @Test func `A Korean dateline names its reporter`() {
    let placed = "(서울=안셀뉴스) 홍길동·김철수 기자 = " + korean[0]
    #expect(names(paragraphs: [placed, korean[1]], language: "ko") == ["홍길동", "김철수"])
    let told = "시장은 기자 회견에서 말했다. " + korean[0]
    #expect(names(paragraphs: [told, korean[1]], language: "ko").isEmpty)
  }

  @Test func `A line of brackets behind the report names who wrote it`() {
    #expect(names(paragraphs: chinese + ["（记者 王小明）"], language: "zh") == ["王小明"])
    #expect(names(paragraphs: chinese + ["【山田太郎】"], language: "ja") == ["山田太郎"])
  }

  @Test func `Reporters' roles behind their names are left out`() {
    let line = "<div><span class='name'>홍길동 기자</span><span>입력 2021.05.14 10:30</span></div>"
    #expect(names(paragraphs: korean, line: line, language: "ko") == ["홍길동"])
  }
}
