import Records
import Syntax
import Text

/// Direct where nine words in ten stand between quotation marks that a comma, a colon or the
/// sentence's edge sets off; indirect where none does; else mixed: 'said that "we go"', 'called it
/// "a farce"'.
struct FormReader {
  let report: Report

  /// - Parameters:
  ///   - cue: the cue's words; empty where none are written.
  ///   - outer: the quotation that the cue itself stands in, whose marks don't count.
  func form(of content: [Span], cue: [Span], within outer: Int = -1) -> Attribution.Form {
    if outer >= 0 { return content.contains(where: isMarked) ? .direct : .indirect }
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
    return quoted * 10 >= words * 9 && !isWoven(content, behind: cue) ? .direct : .mixed
  }

  /// Whether marks stand right around a stretch.
  private func isMarked(_ span: Span) -> Bool {
    let before = report.text[Span(max(0, span.start - 1), span.start)]
    let behind = report.text[Span(span.end, min(report.text.span.end, span.end + 2))]
    return before.contains { "'‘“\"„«".contains($0) } && behind.contains { "'’”\"»".contains($0) }
  }

  /// Whether a content goes on grammatically from its cue: it follows without a comma or colon and
  /// opens with a word in lower case or outside the marks.
  private func isWoven(_ content: [Span], behind cue: [Span]) -> Bool {
    guard let first = content.min(), let end = cue.map(\.end).max(), end <= first.start,
      let index = report.passages(touching: first).first
    else { return false }
    let passage = report.passages[index]
    guard let opening = passage.sentence.tokens.firstIndex(where: { first.contains($0.span) })
    else { return false }
    if passage.quotation[opening] < 0 { return true }
    var before = opening - 1
    while before >= 0, passage.isQuotationMark(before) { before -= 1 }
    guard before >= 0 else { return false }
    let isSetOff = [",", ":"].contains(passage.sentence[before].form)
    return !isSetOff && passage.sentence[opening].form.first?.isLowercase == true
  }
}
