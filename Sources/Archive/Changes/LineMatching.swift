import Text

/// Finds the lines of one reading in another, by their words: first those with the same words, then
/// those that share most of them. A line is taken once.
struct LineMatching {
  /// For each old line, the place of its counterpart among the new ones.
  let counterparts: [Int?]

  /// - Parameters:
  ///   - old: the lines of one reading.
  ///   - new: those of the other, of the same document.
  init(_ old: [RecordLine], _ new: [RecordLine]) {
    var counterparts = [Int?](repeating: nil, count: old.count)
    var taken = Set<Int>()
    let byWords = Dictionary(grouping: new.indices) { Key(new[$0]) }
    // Lines may share their words (one clause, two events): the nearest in kind comes first.
    for (place, line) in old.enumerated() {
      let free = (byWords[Key(line)] ?? []).filter { !taken.contains($0) }
      guard
        let best = free.min(by: {
          (Self.distance(line, new[$0]), $0) < (Self.distance(line, new[$1]), $1)
        })
      else { continue }
      counterparts[place] = best
      taken.insert(best)
    }
    let sets = new.map { Set(Folded.words($0.words)) }
    for (place, line) in old.enumerated() where counterparts[place] == nil {
      let words = Set(Folded.words(line.words))
      let rivals = new.indices.filter { !taken.contains($0) && new[$0].kind == line.kind }
        .map { (index: $0, shared: Self.shared(words, sets[$0])) }.filter { $0.shared >= 0.5 }
      guard
        let best = rivals.max(by: {
          ($0.shared, -Self.distance(line, new[$0.index]), -$0.index)
            < ($1.shared, -Self.distance(line, new[$1.index]), -$1.index)
        })
      else { continue }
      counterparts[place] = best.index
      taken.insert(best.index)
    }
    self.counterparts = counterparts
  }

  private struct Key: Hashable {
    let kind: RecordLine.Kind
    let words: [String]

    init(_ line: RecordLine) {
      kind = line.kind
      words = Folded.words(line.words)
    }
  }

  /// How many fields of the two differ.
  private static func distance(_ one: RecordLine, _ other: RecordLine) -> Int {
    Set(one.says).symmetricDifference(other.says).count
  }

  /// The share of common words (Jaccard).
  private static func shared(_ one: Set<String>, _ other: Set<String>) -> Double {
    let union = one.union(other).count
    return union == 0 ? 0 : Double(one.intersection(other).count) / Double(union)
  }
}
