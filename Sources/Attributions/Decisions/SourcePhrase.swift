import Syntax
import Text

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
    if let head = headBehind(start...end, sentence, isFree) { end = head }
    while sentence[end].upos == .propn, isFree(end + 1), sentence[end + 1].upos == .propn {
      end += 1
    }
    while isFree(start - 1), isTitle(start - 1, before: start, sentence) { start -= 1 }
    while let wider = startBeforePreposition(start, sentence, isFree) { start = wider }
    let added = Array(start..<tokens[0]) + tokens + Array(tokens[tokens.count - 1] + 1..<end + 1)
    return withoutDateline(added, sentence)
  }

  /// The noun right behind that the words at hand only modify: "A Hong Kong | court".
  private static func headBehind(
    _ tokens: ClosedRange<Int>, _ sentence: Sentence, _ isFree: (Int) -> Bool
  ) -> Int? {
    guard let head = tokens.map({ sentence[$0].head }).first(where: { $0 > tokens.upperBound }),
      sentence[head].upos.isNominal, (tokens.upperBound + 1...head).allSatisfy(isFree),
      tokens.allSatisfy({ token in
        switch sentence[token].relation {
        case .det, .compound, .amod, .nummod, .nmodPoss:
          sentence[token].head == head || tokens.contains(sentence[token].head)
        case .flat, .case: tokens.contains(sentence[token].head)
        default: false
        }
      })
    else { return nil }
    return head
  }

  /// Whether a word goes on into the name behind it ("Vice President | Joseph Biden"), wherever
  /// the tree hung it.
  private static func isTitle(_ token: Int, before name: Int, _ sentence: Sentence) -> Bool {
    guard sentence[name].upos == .propn, sentence[token].upos == .propn else { return false }
    switch sentence[token].relation {
    case .compound, .flat, .appos, .nsubj, .nmod, .amod, .root: return true
    default: return false
    }
  }

  /// A source at the head of a sentence without the dateline before its dash.
  private static func withoutDateline(_ tokens: [Int], _ sentence: Sentence) -> [Int] {
    guard tokens.first == 0 else { return tokens }
    let dashes = tokens.indices.filter { place in
      let token = tokens[place]
      guard ["—", "–", "-", "--", "―"].contains(sentence[token].form), token > 0,
        token + 1 < sentence.count
      else { return false }
      return sentence[token - 1].span.end < sentence[token].span.start
        && sentence[token].span.end < sentence[token + 1].span.start
    }
    guard dashes.count == 1, let dash = dashes.first, dash < 14, dash + 1 < tokens.count else {
      return tokens
    }
    return Array(tokens[(dash + 1)...])
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
