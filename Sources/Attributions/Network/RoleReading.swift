import Syntax

/// What the network says of a word by itself, as log-odds.
package struct WordScores: Sendable {
  /// It heads a cue; it stands in a source, a cue, a content.
  package let cueHead: Float
  package let source: Float
  package let cue: Float
  package let content: Float

  /// The number of scores.
  static let count = 4

  /// Nothing known.
  package static let unknown = WordScores(cueHead: 0, source: 0, cue: 0, content: 0)
}

/// What the network says of a report.
package struct RoleReading: Sendable {
  private let stretches: [Stretch]
  /// For each passage its stretch, and where its words begin in the whole.
  private let stretch: [Int]
  private let starts: [Int]
  private let words: [Float]
  private let cues: [Float]
  private let parts: [Float]
  private let scorer: PairScorer

  init(
    stretches: [Stretch], passages: Int, words: [Float], cues: [Float], parts: [Float],
    scorer: PairScorer
  ) {
    self.stretches = stretches
    var stretch = [Int](repeating: 0, count: passages)
    var starts = [Int](repeating: 0, count: passages)
    var first = 0
    for (number, item) in stretches.enumerated() {
      for (place, passage) in item.passages.enumerated() {
        stretch[passage] = number
        starts[passage] = first + item.starts[place]
      }
      first += item.count
    }
    self.stretch = stretch
    self.starts = starts
    self.words = words
    self.cues = cues
    self.parts = parts
    self.scorer = scorer
  }

  /// What is said of a word by itself.
  package func word(_ token: Int, in passage: Int) -> WordScores {
    let row = (starts[passage] + token) * WordScores.count
    return WordScores(
      cueHead: words[row], source: words[row + 1], cue: words[row + 2], content: words[row + 3])
  }

  /// How likely a word heads a cue, as log-odds.
  @inline(__always)
  package func cueHead(_ token: Int, in passage: Int) -> Float {
    words[(starts[passage] + token) * WordScores.count]
  }

  /// The parts of all words of the stretch beside a cue.
  package func parts(beside token: Int, in passage: Passage) -> PartScores {
    let item = stretches[stretch[passage.index]]
    let first = starts[item.passages.lowerBound]
    let scores = scorer.scores(
      cue: token + starts[passage.index] - first, cues: cues, parts: parts, first: first,
      count: item.count, ways: PairPath.ways(from: token, in: passage, of: item))
    return PartScores(passages: item.passages, starts: item.starts, scores: scores)
  }
}

/// How much likelier the words around a cue play each part than none, as log-odds.
package struct PartScores: Sendable {
  private let passages: Range<Int>
  private let starts: [Int]
  /// Four numbers a word, in the order of `Role`.
  private let scores: [Float]

  package init(passages: Range<Int>, starts: [Int], scores: [Float]) {
    self.passages = passages
    self.starts = starts
    self.scores = scores
  }

  /// The scores of a word, or nil for one outside the stretch.
  @inline(__always)
  package func score(_ role: Role, _ token: Int, in passage: Int) -> Float? {
    guard passages.contains(passage) else { return nil }
    return scores[(starts[passage - passages.lowerBound] + token) * 4 + role.rawValue]
  }

  /// The likeliest part of a word.
  package func best(_ token: Int, in passage: Int) -> Role {
    guard passages.contains(passage) else { return .none }
    let base = (starts[passage - passages.lowerBound] + token) * 4
    let best = (0..<4).max { scores[base + $0] < scores[base + $1] } ?? 0
    return Role(rawValue: best) ?? .none
  }
}
