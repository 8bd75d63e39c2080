import Testing
import Text

@Suite struct TSVTests {
  @Test func commentsAndEmptyLinesAreNoRowsButCountAsLines() {
    let rows = TSV.rows("# head\n\na\tb\r\n\tc\t\n#d")
    #expect(rows.map(\.line) == [3, 4])
    #expect(rows.map(\.cells) == [["a", "b"], ["", "c", ""]])
  }

  @Test func partsOfAnEmptyCellAreNone() {
    #expect(TSV.parts(of: "").isEmpty)
    #expect(TSV.parts(of: "a|b c") == ["a", "b c"])
  }
}
