/// Runs of tokens that many samples share: what a dictionary is made of. A run stands in three
/// samples at least and is a few tokens long, so that the dictionary tells no report's own words.
struct SharedRuns {
  /// In how many samples a run must stand, and the fewest bytes that are worth a place.
  private static let (fewestSamples, fewestBytes) = (3, 4)

  /// How a sample falls into tokens.
  enum Tokens {
    /// Words with the white space behind them.
    case words
    /// What stands between control bytes, with the byte behind it: a record's texts in its columns.
    case columns
  }

  private struct Run {
    var samples = 0
    var last = -1
    let sample: Int
    let bytes: Range<Int>
    let tokens: ArraySlice<UInt64>
  }

  /// The runs behind one another, those that save most at the end, where references are shortest.
  ///
  /// - Parameters:
  ///   - samples: what is to be packed.
  ///   - longest: the most tokens of a run.
  ///   - size: the most bytes.
  static func dictionary(
    of samples: [[UInt8]], _ kind: Tokens, longest: Int, size: Int
  ) -> [UInt8] {
    let cut = samples.map { tokens(of: $0, kind) }
    let hashes = zip(samples, cut).map { sample, tokens in tokens.map { hash(sample[$0]) } }
    var shared: [UInt64: Run] = [:]
    var shorter: Set<UInt64>?
    for length in 1...longest {
      var found: [UInt64: Run] = [:]
      for index in samples.indices where hashes[index].count >= length {
        for start in 0...(hashes[index].count - length) {
          let tokens = hashes[index][start..<(start + length)]
          // What isn't shared isn't shared with more around it either.
          if let shorter {
            guard shorter.contains(key(tokens.dropLast())),
              shorter.contains(key(tokens.dropFirst()))
            else { continue }
          }
          let bytes = cut[index][start].lowerBound..<cut[index][start + length - 1].upperBound
          var run = found[key(tokens)] ?? Run(sample: index, bytes: bytes, tokens: tokens)
          if run.last != index { run.samples += 1 }
          run.last = index
          found[key(tokens)] = run
        }
      }
      found = found.filter { $0.value.samples >= fewestSamples }
      shared.merge(found) { first, _ in first }
      shorter = Set(found.keys)
    }
    return joined(Array(shared.values), samples, size: size)
  }

  private static func joined(_ runs: [Run], _ samples: [[UInt8]], size: Int) -> [UInt8] {
    func saved(_ run: Run) -> Int { run.samples * (run.bytes.count - 3) }
    let order = runs.filter { $0.bytes.count >= fewestBytes }
      .sorted {
        ($1.samples, $0.sample, $0.bytes.lowerBound, $0.bytes.upperBound)
          < ($0.samples, $1.sample, $1.bytes.lowerBound, $1.bytes.upperBound)
      }
      .sorted { saved($0) > saved($1) }
    var covered: Set<UInt64> = []
    var chosen: [ArraySlice<UInt8>] = []
    var left = size
    for run in order where !covered.contains(key(run.tokens)) {
      guard run.bytes.count <= left else { break }
      left -= run.bytes.count
      chosen.append(samples[run.sample][run.bytes])
      for start in run.tokens.indices {
        for end in start..<run.tokens.endIndex { covered.insert(key(run.tokens[start...end])) }
      }
    }
    return Array(chosen.reversed().joined())
  }

  private static func tokens(of sample: [UInt8], _ kind: Tokens) -> [Range<Int>] {
    func isBetween(_ byte: UInt8) -> Bool { kind == .words ? byte <= 0x20 : byte < 0x04 }
    var tokens: [Range<Int>] = []
    var start = 0
    var at = 0
    while at < sample.count {
      while at < sample.count, !isBetween(sample[at]) { at += 1 }
      if kind == .columns, at < sample.count { at += 1 }
      while kind == .words, at < sample.count, isBetween(sample[at]) { at += 1 }
      tokens.append(start..<at)
      start = at
    }
    return tokens
  }

  /// FNV-1a of a token.
  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  private static func key(_ tokens: ArraySlice<UInt64>) -> UInt64 {
    tokens.reduce(UInt64(tokens.count)) { key, token in
      let mixed = (key ^ token) &* 0x9E37_79B9_7F4A_7C15
      return mixed ^ (mixed >> 29)
    }
  }
}
