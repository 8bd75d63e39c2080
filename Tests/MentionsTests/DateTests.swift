import Mentions
import Records
import Syntax
import Testing
import Text

@Suite struct DateTests {
  /// A sentence of words alone: what the tokeniser knows.
  private func parsed(_ string: String) -> ParsedText {
    let text = SourceText(string)
    let sentences = Tokeniser.sentences(in: text, block: text.span).map { Sentence(tokens: $0) }
    return ParsedText(text: text, sentences: sentences)
  }

  private func told(_ string: String, _ published: String?, _ tense: Tense) -> [String] {
    DateReader(published: published).read(parsed(string)).map { mention in
      let interval = mention.interval(tense: tense)
      return "\(interval.text): \(interval.from ?? "…")/\(interval.to ?? "…") \(interval.basis)"
    }
  }

  @Test(arguments: [
    ("He came on 14 May 2021.", "14 May 2021: 2021-05-14/2021-05-14 stated"),
    ("He came on Friday, May 14, 2021.", "Friday, May 14, 2021: 2021-05-14/2021-05-14 stated"),
    ("It was in March 2020.", "March 2020: 2020-03-01/2020-03-31 stated"),
    ("Since 2005 it was so.", "2005: 2005-01-01/… stated"),
    ("On 2021-05-14 it was so.", "2021-05-14: 2021-05-14/2021-05-14 stated"),
    ("During the 1990s it was so.", "1990s: 1990-01-01/1999-12-31 stated"),
    ("It met on May 14-16, 2021.", "May 14-16, 2021: 2021-05-14/2021-05-16 stated"),
    ("It fell on 03/04/2021 there.", "03/04/2021: …/… open"),
    ("It fell on Feb. 30, 2021 there.", "Feb. 30, 2021: …/… open"),
  ])
  func statesWhatTheTextStates(text: String, date: String) {
    #expect(told(text, nil, .past) == [date])
  }

  @Test(arguments: [
    ("They met on Friday.", Tense.past, "Friday: 2021-05-14/2021-05-14 resolved"),
    ("They met Wednesday.", .past, "Wednesday: 2021-05-12/2021-05-12 resolved"),
    ("They will meet Wednesday.", .future, "Wednesday: 2021-05-19/2021-05-19 resolved"),
    ("They met last Friday.", .past, "last Friday: 2021-05-07/2021-05-07 resolved"),
    ("They left yesterday.", .past, "yesterday: 2021-05-13/2021-05-13 resolved"),
    ("They left last week.", .past, "last week: 2021-05-03/2021-05-09 resolved"),
    ("They go next month.", .future, "next month: 2021-06-01/2021-06-30 resolved"),
    ("They left three days ago.", .past, "three days ago: 2021-05-11/2021-05-11 resolved"),
    ("They left on May 16.", .past, "May 16: 2020-05-16/2020-05-16 resolved"),
    ("They leave on May 16.", .future, "May 16: 2021-05-16/2021-05-16 resolved"),
    ("They must go by Sunday.", .future, "Sunday: 2021-05-14/2021-05-16 resolved"),
    ("They fought since Monday.", .past, "Monday: 2021-05-10/2021-05-14 resolved"),
    ("They struck overnight.", .past, "overnight: 2021-05-13/2021-05-14 resolved"),
    ("They met earlier this week.", .past, "this week: 2021-05-10/2021-05-14 resolved"),
    ("They will meet in three days.", .future, "three days: 2021-05-17/2021-05-17 resolved"),
    ("They will vote within two weeks.", .future, "two weeks: 2021-05-14/2021-05-28 resolved"),
    ("They met last night.", .past, "last night: 2021-05-13/2021-05-13 resolved"),
    ("They met over the weekend.", .past, "weekend: 2021-05-08/2021-05-09 resolved"),
    ("They meet at the weekend.", .future, "weekend: 2021-05-15/2021-05-16 resolved"),
    ("They left before Tuesday.", .past, "Tuesday: …/2021-05-10 resolved"),
    ("They fought in the past two weeks.", .past, "past two weeks: 2021-04-30/2021-05-14 resolved"),
  ])
  func reckonsFromThePublicationDate(text: String, tense: Tense, date: String) {
    #expect(told(text, "2021-05-14T09:00:00Z", tense) == [date])
    // Without a publication date nothing is invented.
    #expect(told(text, nil, tense).allSatisfy { $0.hasSuffix("…/… open") })
  }

  @Test(arguments: [
    ("They left two days before the vote.", "two days before: …/… open"),
    ("They fasted during Ramadan.", "Ramadan: …/… open"),
    ("They met two weeks later.", "two weeks later: …/… open"),
    ("They left the day before the vote.", "the day before: …/… open"),
    ("They met in Geneva before Easter.", "Easter: …/… open"),
    ("They will meet in the coming few days.", "coming few days: …/… open"),
  ])
  func leavesOpenWhatTheTextDoesNotSettle(text: String, date: String) {
    #expect(told(text, "2021-05-14", .past) == [date])
  }

  @Test(arguments: [
    "You may go.", "They march on.", "It cost 2000 dollars.", "Sun and rain.",
    "It was the first visit in ten years.", "They have not met in four decades.",
    "He won it twice in three years.",
  ])
  func takesNoOtherWordForADate(text: String) {
    #expect(told(text, "2021-05-14", .past).isEmpty)
  }

  @Test func agreesWithItselfOnEveryDay() {
    var day = CivilDay(1, 1, 1)
    var weekday = 0
    while let current = day, current.number < 3_000_00 {
      let (year, month, date) = current.parts
      #expect(CivilDay(year, month, date) == current && current.weekday == weekday)
      #expect(CivilDay(iso: current.iso) == current)
      weekday = (weekday + 13) % 7
      day = current + 13
    }
    #expect(CivilDay(2021, 2, 29) == nil && CivilDay(2000, 2, 29) != nil)
  }
}
