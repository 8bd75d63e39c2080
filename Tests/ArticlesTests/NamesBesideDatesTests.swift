import Articles
import Testing

private func names(_ line: String, head: String = "", language: String = "en") -> [String] {
  ArticleReader().read(html: pageOfNews(line, head: head, language: language)).byline
}

/// Names that no word such as "by" tells, and that stand beside a day under the headline.
@Suite struct NamesBesideDatesTests {
  @Test(arguments: [
    ("en", "<span>Ida Marsh</span><span>3 months ago</span>", "Ida Marsh"),
    ("sv", "<span>Ida Marsh</span> <time>5 mars 2024 kl. 12.45</time>", "Ida Marsh"),
    ("tr", "<span>Ida Marsh</span> <span>Giriş: 05.03.2024 - 14:12</span>", "Ida Marsh"),
    ("kk", "<span>05 сәуір 2024, 16:40</span> <span>Айгүл Серік</span>", "Айгүл Серік"),
    ("ur", "منگل 5 مارچ 2024 17:05 <a>عمران قریشی</a>", "عمران قریشی"),
    ("is", "<b>Sigrún Jónsdóttir</b><br>sigrun@post.example", "Sigrún Jónsdóttir"),
  ])
  func `Elements set a name apart from a day or an address`(
    language: String, line: String, author: String
  ) {
    #expect(names("<div>\(line)</div>", language: language) == [author])
  }

  @Test(arguments: [
    ("ar", "<span>الثلاثاء</span> <span>05 مارس 2024 03:20 م</span>"),
    ("nl", "<time>di 5 maart 2024, 22:41</time>"),
    ("en", "<span>Port Ansel</span> <span>March 5, 2024</span>"),
  ])
  func `Weekdays and places beside a day are nobody`(language: String, line: String) {
    #expect(names("<div>\(line)</div>", language: language).isEmpty)
  }

  @Test func `The paper behind names is none of them`() {
    let stated =
      #"<meta name="author" content="Ida Marsh, Tom Okoro, Ansel Post">"#
    #expect(names("", head: stated) == ["Ida Marsh", "Tom Okoro"])
    #expect(names("<p class='authors'>Ida Marsh, Ansel Post</p>") == ["Ida Marsh"])
  }

  @Test func `Who signs under the headline comes before any desk`() {
    let stated = #"<meta name="author" content="Agency Report">"#
    #expect(names("<p><strong>Ida Marsh, Lower Ansel</strong></p>", head: stated) == ["Ida Marsh"])
    #expect(names("<p class='author'>by Ida Marsh</p>", head: stated) == ["Ida Marsh"])
    #expect(names("", head: stated) == ["Agency Report"])
  }
}
