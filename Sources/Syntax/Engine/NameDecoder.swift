/// Finds the best legal sequence of name labels (Viterbi): I-X only after B-X or I-X.
package struct NameDecoder: Sendable {
  private let labels: [Label]
  /// `transitions[from * count + to]`, minus infinity where it is not legal.
  private let transitions: [Float]
  private let isLearned: Bool

  private enum Label: Hashable, Sendable {
    case outside
    case begin(NameKind?)
    case inside(NameKind?)
  }

  /// - Parameter learned: scores of transitions, [labels][labels], or empty.
  package init(labels: [String], learned: [Float]) {
    let parsed = labels.map { Self.label($0) }
    var transitions =
      learned.isEmpty
      ? [Float](repeating: 0, count: labels.count * labels.count) : learned
    for (to, text) in labels.enumerated() where text.hasPrefix("I-") {
      for (from, before) in labels.enumerated() where before.dropFirst(2) != text.dropFirst(2) {
        transitions[from * labels.count + to] = -.infinity
      }
    }
    self.labels = parsed
    isLearned = !learned.isEmpty
    self.transitions = transitions
  }

  /// The names of a sentence of `count` words.
  package func names(_ scores: UnsafePointer<Float>, stride: Int, count: Int) -> [Name] {
    let path = unsafe bestPath(scores, stride: stride, count: count)
    var names: [Name] = []
    var start = 0
    for (index, place) in path.enumerated() {
      guard case .begin(let kind) = labels[place] else { continue }
      start = index
      var end = index + 1
      while end < count, case .inside = labels[path[end]] { end += 1 }
      if let kind { names.append(Name(tokens: start..<end, kind: kind)) }
    }
    return names
  }

  private func bestPath(_ scores: UnsafePointer<Float>, stride: Int, count: Int) -> [Int] {
    let size = labels.count
    let firsts = unsafe greedyPath(scores, stride: stride, count: count)
    if !isLearned && isLegal(firsts) { return firsts }
    var total = [Float](repeating: -.infinity, count: size)
    for place in 0..<size {
      if case .inside = labels[place] { continue }
      total[place] = unsafe scores[place]
    }
    var origins = [UInt8](repeating: 0, count: count * size)
    var next = total
    for word in 1..<max(count, 1) {
      for to in 0..<size {
        var best = 0
        for from in 1..<size
        where total[from] + transitions[from * size + to]
          > total[best] + transitions[best * size + to]
        {
          best = from
        }
        origins[word * size + to] = UInt8(best)
        next[to] = unsafe total[best] + transitions[best * size + to] + scores[word * stride + to]
      }
      swap(&total, &next)
    }
    var place = 0
    for label in 1..<max(size, 1) where total[label] > total[place] { place = label }
    var path = [Int](repeating: 0, count: count)
    for word in (0..<count).reversed() {
      path[word] = place
      place = Int(origins[word * size + place])
    }
    return path
  }

  /// The best label of each word on its own.
  private func greedyPath(_ scores: UnsafePointer<Float>, stride: Int, count: Int) -> [Int] {
    (0..<count).map { word in
      let row = unsafe scores + word * stride
      var best = 0
      for label in 1..<max(labels.count, 1) {
        if unsafe row[label] > row[best] { best = label }
      }
      return best
    }
  }

  private func isLegal(_ path: [Int]) -> Bool {
    var before: Int?
    for label in path {
      if let before {
        if transitions[before * labels.count + label] == -.infinity { return false }
      } else if case .inside = labels[label] {
        return false
      }
      before = label
    }
    return true
  }

  private static func label(_ text: String) -> Label {
    let kind = NameKind(
      rawValue: text == "B-GPE" || text == "I-GPE" ? "LOC" : String(text.dropFirst(2)))
    if text.hasPrefix("B-") { return .begin(kind) }
    if text.hasPrefix("I-") { return .inside(kind) }
    return .outside
  }
}
