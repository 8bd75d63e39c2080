import Testing

import Syntax

@Suite("Words are read letter by letter")
struct EngineWordTests {
  @Test("FNV-1a gives the values that its authors publish")
  func hash() {
    #expect(FNV.hash("".utf8) == 0xCBF2_9CE4_8422_2325)
    #expect(FNV.hash("a".utf8) == 0xAF63_DC4C_8601_EC8C)
    #expect(FNV.hash("foobar".utf8) == 0x8594_4171_F739_67E8)
  }

  @Test(
    "The shape marks capitals, small letters and digits, in runs of three at most",
    arguments: [
      ("Washington", "Xxxx"), ("U.S.", "X.X."), ("2021-04-25", "ddd-dd-dd"), ("Zoë’s", "Xxx'x"),
      ("!!!!!!", "!!!"), ("aBcDeFgHiJkL", "xXxXxXxXxX"), ("", ""),
    ])
  func shape(word: String, shape: String) {
    #expect(String(decoding: WordForm(word).shape, as: UTF8.self) == shape)
  }

  @Test("Typographic quotes and ellipses are read as plain ones")
  func normal() {
    #expect(WordForm.normal("’s") == "'s")
    #expect(WordForm.normal("“") == "\"")
    #expect(WordForm.normal("…") == "...")
    #expect(WordForm.normal("Zürich") == "Zürich")
  }

  @Test("Slices beyond a word are cut to it")
  func slices() {
    let form = WordForm("ÉTÉ")
    #expect(form.count == 3)
    #expect(String(decoding: form.slice(0..<2), as: UTF8.self) == "ét")
    #expect(String(decoding: form.slice(1..<9), as: UTF8.self) == "té")
    #expect(WordForm("").slice(0..<3).isEmpty)
  }

  @Test(
    "A lemma rule cuts an ending and puts another on",
    arguments: [
      ("k-0+", "Dogs", "dogs"), ("k-1+", "Dogs", "dog"), ("k-3+y", "Cities", "city"),
      ("K-1+", "Israelis", "Israeli"), ("T-0+", "WASHINGTON", "Washington"),
      ("abs:be", "was", "be"), ("abs:", "was", ""), ("k-9+", "was", "was"), ("", "Was", "Was"),
      ("k-0++", "C", "c+"),
    ])
  func lemma(rule: String, word: String, lemma: String) {
    #expect(LemmaRule(rule).lemma(of: word) == lemma)
  }
}
