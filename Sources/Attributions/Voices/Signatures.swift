import Records
import Syntax
import Text

/// A quotation that a dash and a name sign, as letters and opinions are printed: “…” ― Ana Gomez.
struct Signatures {
  let report: Report

  /// A signature has at most so many words.
  static let mostWords = 6

  func attach(to drafts: inout [Draft]) {
    for quotation in report.quotations where !quotation.isSingle && quotation.isClosed {
      guard let (dash, name) = signature(behind: quotation), let head = head(of: name) else {
        continue
      }
      drafts.removeAll { draft in
        !quotation.marks.contains(draft.place)
          && draft.content.contains { $0.overlaps(quotation.words) }
      }
      drafts.append(
        Draft(
          source: [name], cue: [dash], content: [quotation.words], by: "rule:signature",
          sourceHead: head, form: .direct))
    }
  }

  /// The dash behind a quotation and the name that fills the rest of its line.
  private func signature(behind quotation: Quotation) -> (dash: Span, name: Span)? {
    let text = report.text
    let limit = min(text.span.end, quotation.marks.end + 80)
    let line = text[Span(quotation.marks.end, limit)].prefix { !$0.isNewline }
    let start = line.drop { $0 == " " || $0 == "\u{A0}" }
    let dash = start.prefix { "—–―-".contains($0) }
    guard (1...2).contains(dash.count), line.count < 80 else { return nil }
    let rest = start.dropFirst(dash.count).drop { $0 == " " || $0 == "\u{A0}" }
    var name = rest
    while let last = name.last, last.isWhitespace || last == "." { name.removeLast() }
    let words = name.split { $0.isWhitespace }
    guard (1...Self.mostWords).contains(words.count), words[0].first?.isUppercase == true,
      words[words.count - 1].first?.isUppercase == true,
      words.allSatisfy({ $0.allSatisfy { $0.isLetter || $0 == "." || $0 == "-" || $0 == "’" } })
    else { return nil }
    func place(_ part: Substring) -> Int {
      quotation.marks.end
        + line.unicodeScalars.distance(from: line.startIndex, to: part.startIndex)
    }
    let dashStart = place(dash)
    let nameStart = place(name)
    return (
      Span(dashStart, dashStart + dash.unicodeScalars.count),
      Span(nameStart, nameStart + name.unicodeScalars.count)
    )
  }

  /// The word of a name that no other of its words governs.
  private func head(of name: Span) -> TokenAddress? {
    for index in report.passages(touching: name) {
      let sentence = report.passages[index].sentence
      let inside = sentence.tokens.indices.filter {
        name.contains(sentence[$0].span) && sentence[$0].upos != .punct
      }
      if let head = inside.first(where: { !inside.contains(sentence[$0].head) }) {
        return TokenAddress(index, head)
      }
    }
    return nil
  }
}
