import Syntax

/// Makes a source whole where the tree broke it: a name of which only a part was reached, or a
/// phrase that was cut at a preposition ("attorneys | for the family").
package enum SourcePhrase {
  /// The words of a source with those that belong to the same phrase and play no other part.
  package static func whole(_ tokens: [Int], roles: [Role], passage: Passage) -> [Int] {
    guard var start = tokens.first, var end = tokens.last else { return tokens }
    let sentence = passage.sentence
    func isFree(_ token: Int) -> Bool {
      sentence.tokens.indices.contains(token) && roles[token] == .none
    }
    for name in sentence.names where name.tokens.overlaps(start..<end + 1) {
      while start > name.tokens.lowerBound, isFree(start - 1) { start -= 1 }
      while end + 1 < name.tokens.upperBound, isFree(end + 1) { end += 1 }
    }
    while sentence[end].upos == .propn, isFree(end + 1), sentence[end + 1].upos == .propn {
      end += 1
    }
    while let wider = startBeforePreposition(start, sentence, isFree) { start = wider }
    let added = Array(start..<tokens[0]) + tokens + Array(tokens[tokens.count - 1] + 1..<end + 1)
    return added
  }

  /// Where the nominal phrase begins that a preposition ties to the words at `start`.
  private static func startBeforePreposition(
    _ start: Int, _ sentence: Sentence, _ isFree: (Int) -> Bool
  ) -> Int? {
    let preposition = sentence[start].upos == .adp ? start : start - 1
    guard preposition > 0, sentence[preposition].upos == .adp,
      preposition == start || isFree(preposition), isFree(preposition - 1),
      sentence[preposition - 1].upos.isNominal
    else { return nil }
    var first = preposition - 1
    while isFree(first - 1),
      [.noun, .propn, .adj, .num, .det, .part].contains(sentence[first - 1].upos)
    {
      first -= 1
    }
    return first
  }
}
