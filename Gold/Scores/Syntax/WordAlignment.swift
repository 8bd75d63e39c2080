import Syntax

/// Pairs the words of two sides as CoNLL 2018 does: words that stand on the same characters; the
/// parts of multiword tokens by the longest common subsequence of their forms.
struct WordAlignment {
  /// Pairs of word indices, in order.
  private(set) var pairs: [(gold: Int, system: Int)] = []

  init(gold: [Annotation.Word], system: [Annotation.Word]) {
    var left = 0
    var right = 0
    while left < gold.count && right < system.count {
      if gold[left].isPart || system[right].isPart {
        let (leftEnd, rightEnd) = WordAlignment.stretch(gold, left, system, right)
        if leftEnd > left && rightEnd > right {
          pairByForm(gold, left..<leftEnd, system, right..<rightEnd)
          left = leftEnd
          right = rightEnd
          continue
        }
      }
      let (one, other) = (gold[left].span, system[right].span)
      if one == other {
        pairs.append((left, right))
        left += 1
        right += 1
      } else if one.lowerBound <= other.lowerBound {
        left += 1
      } else {
        right += 1
      }
    }
  }

  /// The words of both sides that multiword tokens hold together, from here on.
  private static func stretch(
    _ gold: [Annotation.Word], _ left: Int, _ system: [Annotation.Word], _ right: Int
  ) -> (Int, Int) {
    var (leftEnd, rightEnd) = (left, right)
    guard gold[left].surface.lowerBound == system[right].surface.lowerBound else {
      return (left, right)
    }
    var end = max(
      gold[left].isPart ? gold[left].surface.upperBound : 0,
      system[right].isPart ? system[right].surface.upperBound : 0)
    while true {
      let before = (leftEnd, rightEnd)
      while leftEnd < gold.count, gold[leftEnd].surface.lowerBound < end {
        if gold[leftEnd].isPart { end = max(end, gold[leftEnd].surface.upperBound) }
        leftEnd += 1
      }
      while rightEnd < system.count, system[rightEnd].surface.lowerBound < end {
        if system[rightEnd].isPart { end = max(end, system[rightEnd].surface.upperBound) }
        rightEnd += 1
      }
      if before == (leftEnd, rightEnd) { return (leftEnd, rightEnd) }
    }
  }

  private mutating func pairByForm(
    _ gold: [Annotation.Word], _ left: Range<Int>, _ system: [Annotation.Word], _ right: Range<Int>
  ) {
    var lengths = Array(
      repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
    func same(_ one: Int, _ other: Int) -> Bool {
      gold[left.lowerBound + one].token.form.lowercased()
        == system[right.lowerBound + other].token.form.lowercased()
    }
    for one in (0..<left.count).reversed() {
      for other in (0..<right.count).reversed() {
        lengths[one][other] =
          same(one, other)
          ? lengths[one + 1][other + 1] + 1
          : max(lengths[one + 1][other], lengths[one][other + 1])
      }
    }
    var (one, other) = (0, 0)
    while one < left.count && other < right.count {
      if same(one, other) {
        pairs.append((left.lowerBound + one, right.lowerBound + other))
        one += 1
        other += 1
      } else if lengths[one + 1][other] >= lengths[one][other + 1] {
        one += 1
      } else {
        other += 1
      }
    }
  }
}
