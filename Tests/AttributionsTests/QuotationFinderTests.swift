import Attributions
import Testing
import Text

@Suite struct QuotationFinderTests {
  private func quoted(_ string: String) -> [String] {
    let text = SourceText(string)
    return QuotationFinder().quotations(in: text).map { text[$0.words] }
  }

  @Test func findsCurlyStraightAndTypedMarks() {
    #expect(quoted("“One,” she said. \"Two.\" ``Three''") == ["One,", "Two.", "Three"])
  }

  @Test func leavesOutWhiteSpaceBesideTheMarks() {
    #expect(quoted("He saw \"the States. \"") == ["the States."])
  }

  @Test func endsAnUnclosedQuotationWithItsParagraph() {
    let text = SourceText("“One goes on\n“Two ends,” he said")
    let found = QuotationFinder().quotations(in: text)
    #expect(found.map { text[$0.words] } == ["One goes on", "Two ends,"])
    #expect(found.map(\.isClosed) == [false, true])
  }

  @Test func readsMarksThatAreTypedTheWrongWayRound() {
    #expect(
      quoted("“It's unusual,“ said Noble. ”Quite so,” he said") == ["It's unusual,", "Quite so,"])
  }

  @Test func tellsSingleMarksFromApostrophes() {
    #expect(quoted("It depends on 'developments on the ground'") == ["developments on the ground"])
    #expect(quoted("The leaders' views and Israel's plan didn't change in the '90s").isEmpty)
    #expect(quoted("Trump Was ‘Mocking’ Camp") == ["Mocking"])
  }

  @Test func keepsAQuotationWithinAQuotationInTheOuterOne() {
    #expect(quoted("“He said ‘no’ to us,” she said") == ["He said ‘no’ to us,"])
  }

  @Test func takesNoInchMarkForAQuotation() {
    #expect(quoted("The screen measures 24\" across").isEmpty)
  }

  @Test(arguments: 0..<200) func staysWithinTheTextWhateverTheMarks(seed: Int) {
    var state = UInt64(seed) &* 2_862_933_555_777_941_757 &+ 3_037_000_493
    let alphabet = Array("ab \n\"“”‘’'`.,é5")
    var string = ""
    for _ in 0..<60 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      string.append(alphabet[Int(state >> 33) % alphabet.count])
    }
    let text = SourceText(string)
    let found = QuotationFinder().quotations(in: text)
    var end = 0
    for quotation in found {
      #expect(quotation.marks.start >= end)
      #expect(quotation.marks.contains(quotation.words))
      #expect(quotation.marks.end <= text.count)
      #expect(!text[quotation.words].contains("\n"))
      end = quotation.marks.end
    }
  }
}
