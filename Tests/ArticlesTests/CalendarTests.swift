import Articles
import Testing

private func published(_ line: String, _ language: String, head: String = "") -> String? {
  let page = pageOfNews("<div>\(line)</div>", head: head, language: language)
  return ArticleReader().read(html: page).published.map { String($0.prefix(10)) }
}

/// Days by other calendars than ours, and months whose names are no single word or no single month.
@Suite struct CalendarTests {
  @Test(arguments: [
    ("የካቲት 26 ቀን 2016 ዓ.ም", "am", "2024-03-05"), ("ጳጉሜ 5 ቀን 2015 ዓ.ም", "am", "2023-09-10"),
    ("२०८० फागुन २२ गते ११:३०", "ne", "2024-03-05"), ("फागुन २२, २०८०", "ne", "2024-03-05"),
    ("२०८०/११/२२", "ne", "2024-03-05"), ("१ वैशाख २०८१", "ne", "2024-04-13"),
    ("113/03/05 15:20", "zh-TW", "2024-03-05"), ("113年3月5日", "zh-TW", "2024-03-05"),
    ("19 كانون الثاني 2024", "ar", "2024-01-19"), ("19 كانون الأول 2023", "ar", "2023-12-19"),
    ("الجمعة 6 تشرين الأول 2023", "ar", "2023-10-06"), ("6 تشرين الثاني 2023", "ar", "2023-11-06"),
    ("5. listopada 2023. - 16:44", "hr", "2023-10-05"), ("5 listopada 2023", "pl", "2023-11-05"),
    ("5. listopadu 2023", "cs", "2023-11-05"), ("5 lip 2023", "pl", "2023-07-05"),
    ("2024 m. kovo 5 d. 13:05", "lt", "2024-03-05"), ("2024. gada 5. martā", "lv", "2024-03-05"),
    ("1er mars 2024", "fr", "2024-03-01"), ("Thứ ba, 5/3/2024, 19:30 (GMT+7)", "vi", "2024-03-05"),
  ])
  func `Days are read by the calendar that their words tell`(
    words: String, language: String, day: String
  ) {
    #expect(published(words, language) == day)
  }

  @Test(arguments: [("1445/08/24", "ar"), ("5. lis 2023", "cs"), ("२०९०/११/२२", "ne")])
  func `Days of calendars that figures alone don't tell stay open`(words: String, language: String)
  {
    #expect(published(words, language) == nil)
  }

  @Test func `Figures that programs write have the month first`() {
    let data = #"{"@type":"NewsArticle","datePublished":"3/5/2024 4:30:00 PM"}"#
    let head = "<script type='application/ld+json'>\(data)</script>"
    #expect(published("", "ar", head: head) == "2024-03-05")
  }
}
