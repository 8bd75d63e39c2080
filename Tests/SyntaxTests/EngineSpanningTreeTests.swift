import Testing

import Syntax

@Suite("The tree is the best one with a single root")
struct EngineSpanningTreeTests {
  @Test("On random graphs no other tree has a better score")
  func bruteForce() {
    var generator = SeededGenerator(seed: 7)
    for round in 0..<400 {
      let count = round % 5 + 1
      let scores = (0..<count * (count + 1)).map { _ in
        Float(Int.random(in: -20...20, using: &generator))
      }
      let heads = unsafe SpanningTree.heads(scores: scores, stride: count + 1, count: count)
      #expect(SpanningTree.isTree(heads))
      #expect(total(heads, scores, count) == bestTotal(scores, count))
    }
  }

  @Test("Large graphs full of cycles still give a tree")
  func large() {
    var generator = SeededGenerator(seed: 8)
    for count in [1, 2, 60, 400] {
      let scores = generator.floats(count * (count + 1))
      let heads = unsafe SpanningTree.heads(scores: scores, stride: count + 1, count: count)
      #expect(heads.count == count + 1 && SpanningTree.isTree(heads))
    }
  }

  @Test("Scores that are not numbers still give a tree")
  func notNumbers() {
    for value in [Float.nan, .infinity, -.infinity, 0] {
      let scores = [Float](repeating: value, count: 6 * 7)
      let heads = unsafe SpanningTree.heads(scores: scores, stride: 7, count: 6)
      #expect(SpanningTree.isTree(heads))
    }
  }

  @Test("A cycle, two roots, or no root is no tree")
  func isTree() {
    #expect(SpanningTree.isTree([0, 2, 0, 2]))
    #expect(!SpanningTree.isTree([0, 2, 1, 0]))
    #expect(!SpanningTree.isTree([0, 0, 0]))
    #expect(!SpanningTree.isTree([0, 2, 3, 1]))
  }

  private func total(_ heads: [Int], _ scores: [Float], _ count: Int) -> Float {
    (1...count).reduce(0) { $0 + scores[($1 - 1) * (count + 1) + heads[$1]] }
  }

  private func bestTotal(_ scores: [Float], _ count: Int) -> Float {
    var best = -Float.infinity
    var heads = [Int](repeating: 0, count: count + 1)
    while true {
      if zip(heads, heads.indices).dropFirst().allSatisfy({ $0 != $1 }),
        SpanningTree.isTree(heads)
      {
        best = max(best, total(heads, scores, count))
      }
      var word = 1
      while word <= count && heads[word] == count {
        heads[word] = 0
        word += 1
      }
      if word > count { return best }
      heads[word] += 1
    }
  }
}
