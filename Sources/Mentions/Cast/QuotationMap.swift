import Syntax
import Text

/// Which tokens stand between quotation marks.
struct QuotationMap: Sendable {
  private let quoted: [[Bool]]

  /// Reads the marks from the start of the text; a paragraph's end closes what is left open.
  init(_ parsed: ParsedText) {
    var quoted: [[Bool]] = []
    var isOpen = false
    var end = 0
    for sentence in parsed.sentences {
      if Self.breaksParagraph(Span(min(end, sentence.span.start), sentence.span.start), parsed.text)
      {
        isOpen = false
      }
      var marks = [Bool](repeating: false, count: sentence.count)
      for (index, token) in sentence.tokens.enumerated() {
        switch token.form {
        case "“", "``": isOpen = true
        case "”", "''": isOpen = false
        case "\"": isOpen.toggle()
        default: marks[index] = isOpen
        }
      }
      quoted.append(marks)
      end = sentence.span.end
    }
    self.quoted = quoted
  }

  /// Whether a token stands between quotation marks.
  func isQuoted(_ address: TokenAddress) -> Bool { quoted[address.sentence][address.token] }

  private static func breaksParagraph(_ gap: Span, _ text: SourceText) -> Bool {
    gap.end <= text.count && text.utf8[text.bytes(of: gap)].contains(UInt8(ascii: "\n"))
  }
}
