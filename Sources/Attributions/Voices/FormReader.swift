import Records
import Syntax
import Text

/// Direct where nine words in ten stand between quotation marks, indirect where none does, else
/// mixed.
struct FormReader {
  let report: Report

  func form(of content: [Span]) -> Attribution.Form {
    var words = 0
    var quoted = 0
    for span in content {
      for index in report.passages(touching: span) {
        let passage = report.passages[index]
        for (token, word) in passage.sentence.tokens.enumerated()
        where word.upos != .punct && span.contains(word.span) {
          words += 1
          if passage.quotation[token] >= 0 { quoted += 1 }
        }
      }
    }
    if quoted == 0 { return .indirect }
    return quoted * 10 >= words * 9 ? .direct : .mixed
  }
}
