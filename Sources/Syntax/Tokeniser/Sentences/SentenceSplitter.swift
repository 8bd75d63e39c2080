/// Finds where sentences end: a linear model looks at every place where one may, from left to
/// right; a paragraph always ends one.
package struct SentenceSplitter {
  /// Where a sentence may end, for training.
  package struct Candidate {
    /// The piece that would begin the next sentence.
    package var index: Int
    /// What the model looks at, as indices of its weights.
    package var features: [UInt32]
  }

  /// The sentences' ends, as indices behind their last pieces.
  package static func ends(
    of pieces: [Piece], in utf8: [UInt8], model: BoundaryModel
  ) -> [Int] {
    var ends: [Int] = []
    guard !pieces.isEmpty else { return [] }
    let context = BoundaryContext(pieces, in: utf8)
    var features: [UInt32] = []
    var start = 0
    for index in 1..<pieces.count {
      var isEnd = pieces[index].gap == .paragraph
      if !isEnd && context.mayEnd(before: index) {
        features.removeAll(keepingCapacity: true)
        context.addFeatures(before: index, start: start, to: &features)
        isEnd = model.score(features) > 0
      }
      let isFull = index - start >= Tokeniser.longestSentence && !pieces[index].continuesWord
      if isEnd || isFull || index - start >= 2 * Tokeniser.longestSentence {
        ends.append(index)
        start = index
      }
    }
    ends.append(pieces.count)
    return ends
  }

  /// The places where sentences may end, with what the model sees there when the sentences end
  /// at `ends`.
  package static func candidates(
    of pieces: [Piece], in utf8: [UInt8], ends: Set<Int>
  ) -> [Candidate] {
    guard !pieces.isEmpty else { return [] }
    let context = BoundaryContext(pieces, in: utf8)
    var candidates: [Candidate] = []
    var start = 0
    for index in 1..<pieces.count {
      if pieces[index].gap != .paragraph && context.mayEnd(before: index) {
        var features: [UInt32] = []
        context.addFeatures(before: index, start: start, to: &features)
        candidates.append(Candidate(index: index, features: features))
      }
      if pieces[index].gap == .paragraph || ends.contains(index) { start = index }
    }
    return candidates
  }
}
