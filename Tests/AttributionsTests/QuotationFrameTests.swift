import Attributions
import Records
import Syntax
import Testing
import Text

@Suite struct QuotationFrameTests {
  @Test func whatStandsBetweenAQuotationAndItsCueIsTheSource() {
    // The tree takes the economist for a part of what is quoted.
    let report = SmallReport([
      "“|PUNCT|3|punct Wages=wage|NOUN|3|nsubj rise|VERB|9|ccomp ,|PUNCT|3|punct ”|PUNCT|3|punct the|DET|7|det economist|NOUN|3|obj Bernstein|PROPN|7|appos wrote=write|VERB|0|root .|PUNCT|9|punct"
    ])
    let found = report.attributions()
    #expect(found.map { report.words($0.attribution.source) } == ["the economist Bernstein"])
    #expect(found.map { report.words($0.attribution.content) } == ["Wages rise,"])
  }

  @Test func theNounBehindTheCueIsTheSourceWhereNothingStandsBefore() {
    let report = SmallReport([
      "“|PUNCT|3|punct Wages=wage|NOUN|3|nsubj rise|VERB|0|root ,|PUNCT|3|punct ”|PUNCT|3|punct said=say|VERB|3|parataxis the|DET|8|det woman|NOUN|3|obj .|PUNCT|3|punct"
    ])
    let found = report.attributions()
    #expect(found.map { report.words($0.attribution.source) } == ["the woman"])
    #expect(found.map { report.words($0.attribution.content) } == ["Wages rise,"])
  }
}
