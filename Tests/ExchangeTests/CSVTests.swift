import Exchange
import Testing

@Suite struct CSVTests {
  @Test func fieldsAreQuotedAsRFC4180Says() {
    #expect(
      CSV.row(["plain", "a,b", "say \"no\"", "two\nlines", ""])
        == "plain,\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",\r\n")
  }

  @Test(arguments: ["=1+1", "+a", "-b", "@x", "\tx"])
  func aFieldNeverRunsAsAFormula(field: String) {
    #expect(CSV.row([field]).hasPrefix("'"))
  }

  @Test func aNegativeNumberIsANumber() {
    #expect(CSV.row(["-77.03"]) == "-77.03\r\n")
  }
}
