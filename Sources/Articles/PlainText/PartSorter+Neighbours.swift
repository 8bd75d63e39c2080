import Text

extension PartSorter {
  /// Whether several passages begin with a speaker's name in capitals and a colon.
  static func isTranscript(_ passages: [Passage], _ scalars: [Unicode.Scalar]) -> Bool {
    var speakers = 0
    for passage in passages {
      let head = scalars[passage.span.start..<passage.span.end].prefix(40)
      guard let colon = head.firstIndex(of: ":") else { continue }
      let name = head[..<colon]
      if name.contains(where: \.isCapital), !name.contains(where: \.isSmall) { speakers += 1 }
    }
    return speakers >= 2
  }

  /// Whether a line in mid-story shares words of its own with the paragraph that follows, as a
  /// subheading does and a pointer to another piece seldom.
  func leads(_ index: Int, _ range: ClosedRange<Int>) -> Bool {
    let content = passages[index].content
    var shared: Set<String> = []
    for next in passages.indices.dropFirst(index + 1).prefix(3) where range.contains(next) {
      guard passages[next].isProse else { break }
      shared.formUnion(content.intersection(passages[next].words))
    }
    return shared.count >= 2
  }
}

/// Finds short lines that only repeat words of the report, to be seen from afar.
struct PullQuotes {
  /// All runs of five words in the report's paragraphs, once they are asked for.
  private var runs: Set<String> = []

  /// Whether a line's first and last five words stand in the paragraphs of the report.
  mutating func repeats(_ line: Passage, in report: ArraySlice<Passage>) -> Bool {
    guard line.words.count >= 5 else { return false }
    if runs.isEmpty {
      for words in report.lazy.filter(\.isProse).map(\.words) {
        for start in words.indices.dropLast(4) { runs.insert(Self.run(words[start..<start + 5])) }
      }
    }
    return runs.contains(Self.run(line.words.prefix(5)))
      && runs.contains(Self.run(line.words.suffix(5)))
  }

  private static func run(_ words: ArraySlice<String>) -> String { words.joined(separator: " ") }
}
