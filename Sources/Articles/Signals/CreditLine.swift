import Text

/// A picture's credit, alone or behind its caption: "A street in Aden. Photo: Jane Doe/Reuters".
struct CreditLine {
  /// The caption before the credit; nil where the passage is a credit alone.
  var caption: Span?
  /// "Credit:", "Photo by"; nil where the form alone tells the credit.
  var label: Span?
  /// Who made the picture.
  var credit: Span

  /// The credit at the end of a passage, or nil.
  init?(_ scalars: [Unicode.Scalar], _ passage: Span) {
    let words = Self.words(scalars, passage)
    guard (1...70).contains(words.count) else { return nil }
    let texts = words.map { scalars.string($0) }
    guard let (start, credit) = Self.labelled(texts) ?? Self.formed(texts) else { return nil }
    caption = start > 0 ? Span(passage.start, words[start - 1].end) : nil
    label = credit > start ? Span(words[start].start, words[credit - 1].end) : nil
    self.credit = Span(words[credit].start, passage.end)
  }

  /// The index of the label's first word and of the credit's.
  private static func labelled(_ words: [String]) -> (Int, Int)? {
    for start in words.indices
    where words.count - start <= 14 && words[start].first(where: \.isLetter)?.isUppercase == true {
      // No label is put together where its first word begins none.
      guard CreditWords.labelStarts.contains(words[start].filter(isNoMark)[...]) else { continue }
      for length in 1...3 where start + length < words.count {
        let last = words[start + length - 1]
        let label = words[start..<start + length].joined(separator: " ").lowercased()
        let rest = words[(start + length)...]
        let plain = label.filter(isNoMark)
        guard CreditWords.labels.contains(plain[...]) else { continue }
        let isOutright = plain.contains("credit") || plain.contains("courtesy")
        if last.hasSuffix(":"), isOutright || isNames(rest) { return (start, start + length) }
        let takesName = plain.hasSuffix(" by") || plain.hasSuffix(" of")
        if takesName, isNames(rest) { return (start, start + length) }
      }
    }
    return nil
  }

  private static func isNoMark(_ character: Character) -> Bool {
    character != ":" && character != "(" && character != "["
  }

  /// A credit told by its form: "(AP Photo/Jane Doe)", "REUTERS/Jane Doe", "© Jane Doe".
  private static func formed(_ words: [String]) -> (Int, Int)? {
    if words[0].hasPrefix("©"), words.count <= 8, !words.contains(where: { Int($0) != nil }) {
      return (0, 0)
    }
    let last = words.count - 1
    if words[last].hasSuffix(")") || words[last].hasSuffix("]"),
      let open = words.lastIndex(where: { $0.hasPrefix("(") || $0.hasPrefix("[") }),
      last - open <= 7, isNames(words[open...]), holdsAgency(words[open...]),
      words[open...].contains(where: { $0.contains("/") }) || words.count <= 4
    {
      return (open, open)
    }
    if words.count <= 7, words.contains("|") || words.contains("/"), isNames(words[...]),
      holdsAgency(words[...])
    {
      return (0, 0)
    }
    let tail = words.indices.last { index in
      words[index].contains("/") && holdsAgency(words[index...index])
    }
    if let tail, last - tail <= 3, isNames(words[tail...]) {
      var start = tail
      while start > 0, !words[start - 1].hasSuffix("."), tail - start < 3,
        isNames(words[start - 1...start - 1])
      {
        start -= 1
      }
      if start == 0 || words[start - 1].hasSuffix(".") { return (start, start) }
    }
    return nil
  }

  /// Whether all words could stand in names, joints such as "via" aside.
  private static func isNames(_ words: ArraySlice<String>) -> Bool {
    let joints: Set<String> = [
      "via", "of", "the", "and", "for", "by", "de", "al", "van", "von", "/", "|", "-",
    ]
    return !words.isEmpty && words.count <= 9
      && words.allSatisfy {
        joints.contains($0) || $0.first(where: { $0.isLetter || $0.isNumber })?.isLowercase != true
      }
  }

  private static func holdsAgency(_ words: ArraySlice<String>) -> Bool {
    let lower = words.joined(separator: " ").lowercased()
    let parts = lower.split { !$0.isLetter && $0 != "-" }.map(String.init)
    return parts.contains { CreditWords.agencies.contains($0[...]) }
  }

  private static func words(_ scalars: [Unicode.Scalar], _ span: Span) -> [Span] {
    var words: [Span] = []
    var start: Int?
    for offset in span.start...span.end {
      let isBreak = offset == span.end || scalars[offset].isBlank
      if isBreak, let first = start {
        words.append(Span(first, offset))
        start = nil
      } else if !isBreak, start == nil {
        start = offset
      }
    }
    return words
  }
}
