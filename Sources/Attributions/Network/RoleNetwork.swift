import AttributionModel
package import Syntax

/// A small network over the words of a paragraph that says of every word how likely it heads a cue,
/// and, for a given cue, how likely every other word is its source, a word of it, or its content.
///
/// Fixed word vectors and hashed knowledge of the words (`WordBuckets`) go through a bidirectional
/// LSTM; pairs are scored by a bilinear form, the way through the tree and the distance
/// (`PairPath`), as in Cai, He, Li and Zhao 2018. `Training/attributions` learns it.
package struct RoleNetwork: Sendable {
  private let network: SequenceNetwork
  private let vectors: FixedVectors
  private let embeddings: [Float]
  private let pairs: PairScorer
  private let lexicon: CueLexicon

  /// The outputs of the network, in this order.
  private static let outputs = ["word", "cue", "part"]

  /// The network of a model file.
  ///
  /// - Throws: `SyntaxError.unusableModel` where the bytes are no such model.
  package init(
    _ bytes: [UInt8], vectors: FixedVectors? = nil, lexicon: CueLexicon = .standard
  ) throws(SyntaxError) {
    let vectors = if let vectors { vectors } else { try FixedVectors.shared() }
    network = try SequenceNetwork(ModelBytes(copying: bytes), outputs: Self.outputs)
    guard network.inputs == 2 * vectors.width else {
      throw .unusableModel("the network of attributions was learned on other word vectors")
    }
    guard network.width(ofOutput: 0) == WordScores.count,
      network.width(ofOutput: 1) == network.width(ofOutput: 2)
    else { throw .unusableModel("the network of attributions has other outputs") }
    embeddings = try network.numbers("embedding", shape: [WordBuckets.rows, network.width])
    pairs = try PairScorer(units: network.width(ofOutput: 1), network)
    self.vectors = vectors
    self.lexicon = lexicon
  }

  /// The numbers of the words of a report, and which rows of embeddings they have.
  package func inputs(
    of report: Report, _ stretches: [Stretch]
  ) -> (vectors: [Float], rows: [Int32]) {
    let width = vectors.width
    let count = stretches.reduce(0) { $0 + $1.count }
    var numbers = [Float](repeating: 0, count: count * 2 * width)
    var rows: [Int32] = []
    rows.reserveCapacity(count * WordBuckets.sizes.count)
    var first = 0
    for stretch in stretches {
      for (place, index) in stretch.passages.enumerated() {
        let passage = report.passages[index]
        let sentence = passage.sentence
        for (token, word) in sentence.tokens.enumerated() {
          _ = vectors.copy(word.form, to: &numbers, at: (first + token) * 2 * width)
        }
        for (token, word) in sentence.tokens.enumerated() where word.head >= 0 {
          let source = (first + word.head) * 2 * width
          let target = (first + token) * 2 * width + width
          for unit in 0..<width { numbers[target + unit] = numbers[source + unit] }
        }
        WordBuckets.append(passage, place: place, of: report, lexicon: lexicon, to: &rows)
        first += sentence.count
      }
    }
    return (numbers, rows)
  }

  /// Reads a report.
  package func read(_ report: Report) -> RoleReading {
    let stretches = Stretch.all(in: report.passages)
    let (numbers, rows) = inputs(of: report, stretches)
    let kinds = WordBuckets.sizes.count
    let terms = sums(of: rows, count: rows.count / kinds)
    let outputs = network.read(lengths: stretches.map(\.count), numbers: numbers, terms: terms)
    return RoleReading(
      stretches: stretches, passages: report.passages.count, words: outputs[0],
      cues: outputs[1], parts: outputs[2], scorer: pairs)
  }
}

extension RoleNetwork {
  /// The sum of each word's rows of embeddings, sixteen numbers at a time.
  private func sums(of rows: [Int32], count: Int) -> [Float] {
    let width = network.width
    let kinds = WordBuckets.sizes.count
    precondition(rows.count == count * kinds && width % 16 == 0, "whole words, whole vectors")
    return unsafe [Float](unsafeUninitializedCapacity: count * width) { sums, filled in
      unsafe embeddings.withUnsafeBytes { table in
        for word in 0..<count {
          for part in stride(from: 0, to: width, by: 16) {
            var sum = SIMD16<Float>.zero
            for kind in 0..<kinds {
              let place = Int(rows[word * kinds + kind]) * width + part
              unsafe sum += table.loadUnaligned(fromByteOffset: place * 4, as: SIMD16<Float>.self)
            }
            for unit in 0..<16 { unsafe sums[word * width + part + unit] = sum[unit] }
          }
        }
      }
      filled = count * width
    }
  }

  /// The network that is built in; nil in a build without its file.
  package static let shipped: RoleNetwork? = {
    guard let start = unsafe attribution_network_bytes() else { return nil }
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: attribution_network_size())
    return try? RoleNetwork(unsafe [UInt8](bytes))
  }()
}
