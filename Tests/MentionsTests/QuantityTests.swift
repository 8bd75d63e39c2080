import Mentions
import Records
import Syntax
import Testing
import Text

@Suite struct QuantityTests {
  /// The quantity of the word tagged `!` in lines of form, part of speech, head and relation.
  private func quantity(of noun: Int, _ rows: String) throws -> Quantity? {
    let lines = rows.split(separator: "\n").enumerated().map { index, row in
      let columns = row.split(separator: " ")
      return
        "\(index + 1)\t\(columns[0])\t_\t\(columns[1])\t_\t_\t\(columns[2])\t\(columns[3])\t_\t_\n"
    }
    let sentences = try CoNLLU.read(lines.joined())
    return QuantityReader().quantity(of: noun, in: Sentence(tokens: sentences[0].tokens))
  }

  @Test func readsDigitsWithABound() throws {
    let found = try quantity(
      of: 3, "At ADP 2 case\nleast ADV 3 nmod\n1,500 NUM 4 nummod\nrockets NOUN 0 root")
    #expect(found == Quantity(number: 1500, unit: "rockets", bound: "at least", span: Span(0, 22)))
  }

  @Test func readsWordsOfSeveralTokens() throws {
    let found = try quantity(
      of: 2, "two NUM 2 compound\nhundred NUM 3 nummod\npeople NOUN 0 root")
    #expect(found?.number == 200 && found?.unit == "people" && found?.bound == "exact")
  }

  @Test func readsDozensOfAsTheLeast() throws {
    let found = try quantity(of: 2, "dozens NOUN 0 root\nof ADP 3 case\nhouses NOUN 1 nmod")
    #expect(found?.number == 24 && found?.bound == "at least" && found?.unit == "houses")
  }

  @Test func readsABareNumeral() throws {
    let found = try quantity(of: 1, "12 NUM 2 nsubj\nwounded VERB 0 root")
    #expect(found?.number == 12 && found?.unit == "people")
  }

  @Test func findsNoNumberWhereNoneIs() throws {
    let found = try quantity(of: 1, "the DET 2 det\npeople NOUN 0 root")
    #expect(found == nil)
  }
}
