import Syntax

/// How the words of a stretch lie to one word of it: the way through the tree, hashed, and the
/// distance.
package enum PairPath {
  /// The number of hashed ways, and of distances.
  package static let ways = 2048
  package static let distances = 16

  /// The way from a word to every word of the stretch.
  package static func ways(
    from token: Int, in passage: Passage, of stretch: Stretch
  ) -> [Int32] {
    var result: [Int32] = []
    result.reserveCapacity(stretch.count)
    for (place, start) in stretch.starts.enumerated() {
      let index = stretch.passages.lowerBound + place
      if index == passage.index {
        result += inSentence(from: token, passage)
      } else {
        let end = place + 1 < stretch.starts.count ? stretch.starts[place + 1] : stretch.count
        let apart = max(-3, min(3, index - passage.index))
        let way = bucket(FeatureHash.mix(7, UInt32(apart + 3)))
        result += repeatElement(way, count: end - start)
      }
    }
    return result
  }

  /// The bucket of a distance in words, which is negative before the word.
  @inline(__always)
  package static func distance(_ apart: Int) -> Int {
    let far = abs(apart)
    let step =
      switch far {
      case 0...3: far
      case 4...5: 4
      case 6...9: 5
      case 10...19: 6
      default: 7
      }
    return apart < 0 ? step + 8 : step
  }

  private static func bucket(_ hash: UInt32) -> Int32 { Int32(hash % UInt32(ways)) }

  private static func inSentence(from token: Int, _ passage: Passage) -> [Int32] {
    let sentence = passage.sentence
    // How many steps each word above the token is away, and by which branch it is reached.
    var steps = [Int](repeating: -1, count: sentence.count)
    var branch = [UInt32](repeating: 0, count: sentence.count)
    var node = token
    var count = 0
    while node >= 0, steps[node] < 0 {
      steps[node] = count
      count += 1
      let above = sentence[node].head
      if above >= 0, steps[above] < 0 { branch[above] = passage.relation[node] }
      node = above
    }
    var ways = [Int32](repeating: -1, count: sentence.count)
    // The way to what stands below each word.
    var below = ways
    var path: [Int] = []
    for word in sentence.tokens.indices {
      // Climb to the first word above the token, or to one whose way is known.
      var node = word
      path.removeAll(keepingCapacity: true)
      while node >= 0, steps[node] < 0, ways[node] < 0, path.count <= sentence.count {
        path.append(node)
        node = sentence[node].head
      }
      guard let top = path.last else {
        if ways[word] < 0 {
          let up = FeatureHash.mix(branch[word], UInt32(min(steps[word], 3)))
          ways[word] = bucket(FeatureHash.mix(1, up))
        }
        continue
      }
      if node >= 0, steps[node] >= 0 {
        let joint = FeatureHash.mix(branch[node], UInt32(min(steps[node], 3)))
        let down = FeatureHash.mix(joint, passage.relation[top])
        let inner = bucket(FeatureHash.mix(3, down))
        for lower in path {
          ways[lower] = inner
          below[lower] = inner
        }
        ways[top] = bucket(FeatureHash.mix(2, down))
      } else {
        let inner = node >= 0 ? below[node] : bucket(5)
        for lower in path {
          ways[lower] = inner
          below[lower] = inner
        }
      }
    }
    return ways
  }
}
