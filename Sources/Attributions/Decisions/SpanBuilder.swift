import Syntax
package import Text

/// Makes spans of words: joins what only punctuation parts, and leaves marks at the edges out.
package struct SpanBuilder: Sendable {
  let report: Report
  let passage: Passage

  package init(report: Report, passage: Passage) {
    self.report = report
    self.passage = passage
  }

  /// The spans of some words of the sentence.
  package func spans(of tokens: [Int], keepsPunctuation: Bool = false) -> [Span] {
    let sentence = passage.sentence
    var pieces: [Range<Int>] = []
    for token in tokens {
      if let last = pieces.last,
        (last.upperBound..<token).allSatisfy({ sentence[$0].upos == .punct })
      {
        pieces[pieces.count - 1] = last.lowerBound..<token + 1
      } else {
        pieces.append(token..<token + 1)
      }
    }
    return pieces.compactMap { piece in
      var start = piece.lowerBound
      var end = piece.upperBound
      if !keepsPunctuation || piece.count > 1 {
        while start < end && sentence[start].upos == .punct { start += 1 }
        while end > start && sentence[end - 1].upos == .punct { end -= 1 }
        if end < piece.upperBound, closesBracket(end, openedIn: start..<end) { end += 1 }
      }
      return start < end ? Span(sentence[start].span.start, sentence[end - 1].span.end) : nil
    }
  }

  /// Whether a word closes a bracket that was opened in a stretch before it.
  private func closesBracket(_ token: Int, openedIn stretch: Range<Int>) -> Bool {
    let sentence = passage.sentence
    guard [")", "]"].contains(sentence[token].form) else { return false }
    let opened = stretch.count { ["(", "["].contains(sentence[$0].form) }
    return opened > stretch.count { [")", "]"].contains(sentence[$0].form) }
  }

  /// The spans of a content: its words and its quotations, each quotation whole, also where it
  /// runs on over other sentences or paragraphs.
  ///
  /// - Parameter inside: the quotation that the cue itself stands in, which is not made whole.
  package func content(
    _ tokens: [Int], quotations: [Int], outside: [Span], inside: Int = -1
  ) -> [Span] {
    var pieces = spans(of: tokens)
    let held = Set(
      tokens.filter { passage.sentence[$0].upos != .punct }.map { passage.quotation[$0] })
    let sentence = passage.sentence.span
    for number in held where number >= 0 && number != inside {
      let marks = report.quotations[number].marks
      let runsOn = marks.start < sentence.start || marks.end > sentence.end
      if runsOn { pieces += chain(through: number) }
    }
    for number in quotations { pieces += chain(through: number) }
    var joined: [Span] = []
    for piece in pieces.sorted() {
      if let last = joined.last, touches(last, piece) {
        joined[joined.count - 1] = last.union(piece)
      } else {
        joined.append(piece)
      }
    }
    return joined.flatMap { cut($0, outside) }.compactMap(trimmed)
  }

  /// A quotation with those that it goes on in: an unclosed one goes on where the next line opens
  /// with a mark.
  private func chain(through number: Int) -> [Span] {
    var first = number
    while first > 0 && goesOn(first - 1) { first -= 1 }
    var last = number
    while goesOn(last) { last += 1 }
    return (first...last).map { report.quotations[$0].words }
  }

  private func goesOn(_ number: Int) -> Bool {
    guard number + 1 < report.quotations.count, !report.quotations[number].isClosed else {
      return false
    }
    let gap = Span(report.quotations[number].marks.end, report.quotations[number + 1].marks.start)
    return report.text.utf8[report.text.bytes(of: gap)].allSatisfy { $0 <= 0x20 }
  }

  /// Whether two pieces overlap or only marks and white space part them.
  private func touches(_ left: Span, _ right: Span) -> Bool {
    if right.start <= left.end { return true }
    guard right.start - left.end <= 4 else { return false }
    return report.text[Span(left.end, right.start)].unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || Self.marks.contains($0) || $0 == ","
    } && !report.text[Span(left.end, right.start)].contains("\n")
  }

  private static let marks = Set("\"“”„«»‘’'`".unicodeScalars)

  /// What is left of a piece outside other spans.
  private func cut(_ piece: Span, _ others: [Span]) -> [Span] {
    var rest = [piece]
    for other in others {
      rest = rest.flatMap { part -> [Span] in
        guard let shared = part.intersection(other) else { return [part] }
        return [Span(part.start, shared.start), Span(shared.end, part.end)].filter { !$0.isEmpty }
      }
    }
    return rest
  }

  /// A piece without marks, commas and white space at its edges; nil where nothing is left.
  private func trimmed(_ piece: Span) -> Span? {
    let points = Array(report.text[piece].unicodeScalars)
    var start = 0
    var end = points.count
    func isEdge(_ point: Unicode.Scalar) -> Bool {
      point.properties.isWhitespace || Self.marks.contains(point)
    }
    while start < end && (isEdge(points[start]) || ",;:–—-".unicodeScalars.contains(points[start]))
    {
      start += 1
    }
    while end > start && isEdge(points[end - 1]) { end -= 1 }
    let hasWord = points[start..<end].contains {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    return hasWord ? Span(piece.start + start, piece.start + end) : nil
  }
}
