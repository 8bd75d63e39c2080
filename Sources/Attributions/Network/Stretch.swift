import Syntax

/// Words that the network reads in one go: the sentences of a paragraph, as many as fit, so that
/// what one sentence says helps to read the next.
package struct Stretch: Sendable {
  /// The sentences.
  package let passages: Range<Int>
  /// Where the words of each sentence begin.
  package let starts: [Int]
  /// The number of words.
  package let count: Int

  /// A stretch has at most this many words, unless it is one long sentence.
  static let longest = 120

  /// All stretches of a report, in text order.
  package static func all(in passages: [Passage]) -> [Stretch] {
    var stretches: [Stretch] = []
    var first = 0
    while first < passages.count {
      var starts = [0]
      var count = passages[first].sentence.count
      var end = first + 1
      while end < passages.count, passages[end].paragraph == passages[first].paragraph,
        passages[end].block == passages[first].block,
        count + passages[end].sentence.count <= longest
      {
        starts.append(count)
        count += passages[end].sentence.count
        end += 1
      }
      stretches.append(Stretch(passages: first..<end, starts: starts, count: count))
      first = end
    }
    return stretches
  }
}
