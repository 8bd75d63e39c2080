import Testing

import Syntax

@Suite("Names are legal sequences of labels")
struct EngineNameTests {
  private let labels = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]

  @Test("The best legal sequence wins over the best labels")
  func viterbi() {
    let decoder = NameDecoder(labels: labels, learned: [])
    // Word by word the best are O, I-PER; the legal sequence with the greatest sum is B-PER, I-PER.
    let scores: [Float] = [2, 1.5, 9, 0, 0, 0, 0, 5, 0, 0]
    let names = unsafe decoder.names(scores, stride: 5, count: 2)
    #expect(names == [Name(tokens: 0..<2, kind: .person)])
  }

  @Test("A name doesn't go on as another kind")
  func kinds() {
    let decoder = NameDecoder(labels: labels, learned: [])
    let scores: [Float] = [0, 0, 0, 5, 0, 0, 0, 4, 0, 3]
    let names = unsafe decoder.names(scores, stride: 5, count: 2)
    #expect(names == [Name(tokens: 0..<2, kind: .location)])
  }

  @Test("Two names can stand side by side")
  func neighbours() {
    let decoder = NameDecoder(labels: labels, learned: [])
    let scores: [Float] = [0, 9, 0, 0, 0, 0, 9, 0, 0, 0]
    let names = unsafe decoder.names(scores, stride: 5, count: 2)
    #expect(names.map(\.tokens) == [0..<1, 1..<2])
  }

  @Test("Learned transitions count")
  func transitions() {
    var learned = [Float](repeating: 0, count: 25)
    learned[1 * 5 + 2] = 4
    let decoder = NameDecoder(labels: labels, learned: learned)
    let scores: [Float] = [0, 1, 0, 0, 0, 3, 0, 0, 0, 0]
    let names = unsafe decoder.names(scores, stride: 5, count: 2)
    #expect(names == [Name(tokens: 0..<2, kind: .person)])
  }
}
