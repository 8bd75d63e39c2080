package import Records
package import Syntax
package import Text

/// A parsed report with its quotations: what the decisions of this room look at.
package struct Report: Sendable {
  package let text: SourceText
  package let quotations: [Quotation]
  package let passages: [Passage]
  /// What the network says of the words; nil where there is none.
  package private(set) var reading: RoleReading?

  /// Reads the sentences in their blocks; a sentence outside every block counts as body.
  package init(_ parsed: ParsedText, blocks: [Block], network: RoleNetwork? = nil) {
    text = parsed.text
    quotations = QuotationFinder().quotations(in: parsed.text)
    var passages: [Passage] = []
    passages.reserveCapacity(parsed.sentences.count)
    var paragraph = 0
    var end = 0
    var block = 0
    for (index, sentence) in parsed.sentences.enumerated() {
      let start = sentence.span.start
      if start > end, Report.breaksLine(parsed.text, from: end, to: start) { paragraph += 1 }
      end = max(end, sentence.span.end)
      while block < blocks.count && blocks[block].span.end <= start { block += 1 }
      let isInside = block < blocks.count && blocks[block].span.start <= start
      passages.append(
        Passage(
          sentence: sentence, index: index, paragraph: paragraph,
          block: isInside ? blocks[block].kind : .body, quotations: quotations))
    }
    self.passages = passages
    reading = nil
    reading = network?.read(self)
  }

  private static func breaksLine(_ text: SourceText, from start: Int, to end: Int) -> Bool {
    text.utf8[text.bytes(of: Span(start, end))].contains(UInt8(ascii: "\n"))
  }

  /// The numbers of the quotations that a stretch of the text touches.
  package func quotationNumbers(touching span: Span) -> Range<Int> {
    var low = 0
    var high = quotations.count
    while low < high {
      let middle = (low + high) / 2
      if quotations[middle].marks.end <= span.start { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < quotations.count && quotations[end].marks.start < span.end { end += 1 }
    return low..<end
  }

  /// The passages that a stretch of the text touches.
  package func passages(touching span: Span) -> Range<Int> {
    var low = 0
    var high = passages.count
    while low < high {
      let middle = (low + high) / 2
      if passages[middle].sentence.span.end <= span.start {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var end = low
    while end < passages.count && passages[end].sentence.span.start < span.end { end += 1 }
    return low..<end
  }
}
