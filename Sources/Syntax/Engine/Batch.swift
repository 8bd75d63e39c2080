/// Sentences that the encoder reads together, the longest first.
///
/// Step t holds token t of all sentences that are longer than t: with the longest first these are
/// the first `active[t]` sentences, so that no row is wasted on padding.
struct Batch {
  /// The sentences, as indices of the caller, the longest first.
  let sentences: [Int]
  /// The number of tokens of each.
  let lengths: [Int]
  /// Where each sentence starts when the rows stand sentence by sentence.
  let starts: [Int]
  /// Where each step starts when the rows stand step by step.
  let steps: [Int]
  /// How many sentences each step has.
  let active: [Int]
  /// The number of tokens of all.
  let rows: Int

  /// A batch of sentences that come with the longest first.
  init(sentences: [Int], lengths: [Int]) {
    self.sentences = sentences
    self.lengths = lengths
    var starts: [Int] = []
    var total = 0
    for length in lengths {
      starts.append(total)
      total += length
    }
    self.starts = starts
    rows = total
    var steps: [Int] = []
    var active: [Int] = []
    var count = lengths.count
    var row = 0
    for step in 0..<(lengths.first ?? 0) {
      while lengths[count - 1] <= step { count -= 1 }
      steps.append(row)
      active.append(count)
      row += count
    }
    self.steps = steps
    self.active = active
  }

  /// Puts sentences of these lengths in batches of about `size` tokens.
  static func batches(lengths: [Int], size: Int) -> [Batch] {
    let order = lengths.indices.sorted { (-lengths[$0], $0) < (-lengths[$1], $1) }
    var batches: [Batch] = []
    var first = 0
    while first < order.count {
      var rows = lengths[order[first]]
      var end = first + 1
      while end < order.count && rows + lengths[order[end]] <= size {
        rows += lengths[order[end]]
        end += 1
      }
      let members = Array(order[first..<end])
      batches.append(Batch(sentences: members, lengths: members.map { lengths[$0] }))
      first = end
    }
    return batches
  }
}
