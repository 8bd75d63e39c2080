import Attributions
import Records
import Syntax
import Testing
import Text

@Suite struct SignaturesTests {
  @Test func aDashAndANameSignAQuotation() {
    let report = SmallReport([
      "“|PUNCT|3|punct He|PRON|3|nsubj scares=scare|VERB|0|root us|PRON|3|obj ”|PUNCT|3|punct ―|PUNCT|8|punct Ana|PROPN|8|compound Gomez|PROPN|3|appos"
    ])
    let found = report.attributions()
    #expect(found.map(\.attribution.by) == ["rule:signature"])
    #expect(found.map { report.words($0.attribution.source) } == ["Ana Gomez"])
    #expect(found.map { report.words($0.attribution.content) } == ["He scares us"])
    #expect(found.map(\.attribution.form) == [.direct])
  }

  @Test func aDashBeforeAClauseSignsNothing() {
    let report = SmallReport([
      "“|PUNCT|3|punct He|PRON|3|nsubj scares=scare|VERB|0|root us|PRON|3|obj ”|PUNCT|3|punct ―|PUNCT|8|punct but|CCONJ|8|cc left=leave|VERB|3|conj"
    ])
    #expect(report.attributions().isEmpty)
  }
}
