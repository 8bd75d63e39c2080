import Mentions
import Syntax
import Testing

struct KnowledgeTests {
  @Test func theUsersRowWinsOverOurs() throws {
    let table = try ActorsTable("name\taliases\tcountry\tsector\nThe Party\tHamas|PRT\tPSE\tOPP\n")
    let parsed = ParsedSketch.text("Hamas PROPN 2 nsubj\nagreed VERB 0 root")
    let cast = CastReader(knowledge: Knowledge(adding: table)).read(parsed)
    #expect(cast.entities.map(\.name) == ["The Party"])
    #expect(cast.entities.map(\.sectors) == [["OPP"]])
  }

  @Test(arguments: [
    ("A\t\tPSE\tREB\textra", 1), ("A\n\tB\t\t", 2), ("# ok\nA\t\tPalestine\t", 2),
    ("A\n\nB\t\t\trebels", 3), ("A\tB\nC\tB", 2),
  ])
  func aBadLineIsNamedByItsNumber(text: String, line: Int) {
    #expect {
      try ActorsTable(text)
    } throws: { error in
      (error as? ActorsTableError)?.line == line && "\(error)".contains("line \(line):")
    }
  }

  @Test func windowsLinesAndCommentsAreRead() throws {
    let table = try ActorsTable("# mine\r\nExample Front\tEF | the Front\tMLI\tREB\r\n")
    #expect(table.rows.map(\.name) == ["Example Front"])
    #expect(table.rows.first?.aliases == ["EF", "the Front"])
    #expect(table.rows.first?.sectors == ["REB"])
  }
}
