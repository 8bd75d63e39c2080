import Text

/// A sentence while its lines are read.
struct CoNLLUDraft {
  private struct Word {
    var columns: [String]
    var line: Int
    var spaceAfter: Bool
  }

  private struct Range {
    var words: Swift.Range<Int>
    var form: String
    var line: Int
    var spaceAfter: Bool
  }

  private var comments: [String] = []
  private var words: [Word] = []
  private var ranges: [Range] = []

  var isEmpty: Bool { words.isEmpty && comments.isEmpty }

  /// Adds a line that is not empty.
  mutating func add(_ text: String, line: Int) throws(CoNLLUError) {
    if text.hasPrefix("#") {
      comments.append(text)
      return
    }
    let columns = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard columns.count == 10 else { throw .columns(line: line, found: columns.count) }
    let number = columns[0]
    if number.contains(".") { return }
    let spaceAfter = !columns[9].split(separator: "|").contains("SpaceAfter=No")
    if let dash = number.firstIndex(of: "-") {
      guard let first = Int(number[..<dash]), let last = Int(number[number.index(after: dash)...]),
        first == words.count + 1, last >= first, last - first < 1000,
        first > ranges.last?.words.upperBound ?? 0
      else { throw .number(line: line, found: number) }
      if columns[1].isEmpty { throw .form(line: line) }
      ranges.append(
        Range(words: first - 1..<last, form: columns[1], line: line, spaceAfter: spaceAfter))
      return
    }
    guard Int(number) == words.count + 1 else { throw .number(line: line, found: number) }
    if columns[1].isEmpty { throw .form(line: line) }
    words.append(Word(columns: columns, line: line, spaceAfter: spaceAfter))
  }

  /// The sentence that the lines make.
  func finished() throws(CoNLLUError) -> CoNLLUSentence {
    if let last = ranges.last, last.words.upperBound > words.count {
      throw .number(line: last.line, found: "\(last.words.upperBound)")
    }
    var tokens: [Token] = []
    var misc: [String] = []
    var tags: [String] = []
    for word in words {
      let columns = word.columns
      guard let head = columns[6] == "_" ? 0 : Int(columns[6]), 0 <= head, head <= words.count
      else { throw .head(line: word.line, found: columns[6]) }
      let relation =
        Relation(rawValue: columns[7])
        ?? Relation(rawValue: String(columns[7].prefix { $0 != ":" })) ?? .dep
      tokens.append(
        Token(
          form: columns[1], lemma: value(columns[2]),
          upos: PartOfSpeech(rawValue: columns[3]) ?? .x,
          xpos: value(columns[4]), features: value(columns[5]), head: head - 1,
          relation: head == 0 && columns[7] != "_" ? .root : relation, span: Span(0, 0)))
      let parts = columns[9].split(separator: "|").filter { $0 != "_" }
      misc.append(
        parts.filter { !$0.hasPrefix("SpaceAfter=") && !$0.hasPrefix("Name=") }
          .joined(separator: "|"))
      tags.append(parts.first { $0.hasPrefix("Name=") }.map { String($0.dropFirst(5)) } ?? "O")
    }
    let (text, spaceAfter) = place(&tokens)
    return CoNLLUSentence(
      comments: comments, text: text, tokens: tokens,
      surfaces: ranges.map { .init(tokens: $0.words, form: $0.form) },
      names: Name.read(tags), misc: misc, spaceAfter: spaceAfter)
  }

  private func value(_ column: String) -> String { column == "_" ? "" : column }

  /// Finds the written words in `# text`, or in the words joined where they don't agree with it,
  /// and sets the tokens' spans.
  private func place(_ tokens: inout [Token]) -> (text: String, spaceAfter: Bool) {
    var written: [Range] = []
    var next = 0
    var coming = ranges[...]
    while next < words.count {
      if let range = coming.first, range.words.lowerBound == next {
        coming.removeFirst()
        written.append(range)
        next = range.words.upperBound
      } else {
        let word = words[next]
        written.append(
          Range(
            words: next..<next + 1, form: word.columns[1], line: word.line,
            spaceAfter: word.spaceAfter))
        next += 1
      }
    }
    var text = ""
    for (index, word) in written.enumerated() {
      text += word.form
      if word.spaceAfter && index + 1 < written.count { text += " " }
    }
    if let given = CoNLLUSentence.value(of: "text", in: comments),
      let spans = CoNLLUDraft.spans(of: written.map(\.form), in: given)
    {
      text = given
      for (word, span) in zip(written, spans) { CoNLLUDraft.set(word, at: span, &tokens) }
    } else {
      var offset = 0
      for word in written {
        let count = word.form.unicodeScalars.count
        CoNLLUDraft.set(word, at: Span(offset, offset + count), &tokens)
        offset += count + (word.spaceAfter ? 1 : 0)
      }
    }
    return (text, written.last?.spaceAfter ?? true)
  }

  /// Where the forms stand in the text, white space left out of account; nil where they don't.
  private static func spans(of forms: [String], in text: String) -> [Span]? {
    let scalars = Array(text.unicodeScalars)
    var position = 0
    var spans: [Span] = []
    for form in forms {
      while position < scalars.count && scalars[position].properties.isWhitespace { position += 1 }
      let start = position
      for scalar in form.unicodeScalars {
        guard position < scalars.count, scalars[position] == scalar else { return nil }
        position += 1
      }
      spans.append(Span(start, position))
    }
    return scalars[position...].allSatisfy(\.properties.isWhitespace) ? spans : nil
  }

  /// Gives the words of a written word their spans: each its own part where the parts make up the
  /// whole, else the whole to each.
  private static func set(_ written: Range, at span: Span, _ tokens: inout [Token]) {
    let lengths = written.words.map { tokens[$0].form.unicodeScalars.count }
    let parts = lengths.reduce(0, +) == span.count
    var offset = span.start
    for (index, length) in zip(written.words, lengths) {
      tokens[index].span = parts ? Span(offset, offset + length) : span
      tokens[index].continuesWord = index > written.words.lowerBound
      offset += length
    }
  }
}
