import Syntax

/// Scores the parts of words beside a cue: a bilinear form of what the network says of both, with
/// terms for the way through the tree and the distance.
struct PairScorer: Sendable {
  private let units: Int
  /// [cue unit, then 1][word unit, then 1], all parts together.
  private let bilinear: [SIMD4<Float>]
  private let ways: [SIMD4<Float>]
  private let distances: [SIMD4<Float>]

  private static let roles = Role.allCases.count

  init(units: Int, _ network: SequenceNetwork) throws(SyntaxError) {
    guard units % 2 == 0 else { throw .unusableModel("the units of pairs are odd in number") }
    self.units = units
    let side = units + 1
    let numbers = try network.numbers("role.bilinear", shape: [Self.roles, side, side])
    bilinear = (0..<side * side).map { place in
      SIMD4((0..<Self.roles).map { numbers[$0 * side * side + place] })
    }
    func table(_ name: String, _ rows: Int) throws(SyntaxError) -> [SIMD4<Float>] {
      let numbers = try network.numbers(name, shape: [rows, Self.roles])
      return (0..<rows).map { SIMD4(numbers[$0 * Self.roles..<($0 + 1) * Self.roles]) }
    }
    ways = try table("role.way", PairPath.ways)
    distances = try table("role.distance", PairPath.distances)
  }

  /// The scores of the parts, four a word: how much likelier each is than none, as log-odds.
  ///
  /// - Parameters:
  ///   - cue: the cue's place in its stretch.
  ///   - cues, parts: the outputs of the network for all words; `first` is the stretch's first.
  ///   - ways: the way from the cue to each word of the stretch.
  func scores(
    cue: Int, cues: [Float], parts: [Float], first: Int, count: Int, ways: [Int32]
  ) -> [Float] {
    let side = units + 1
    var forms = [SIMD4<Float>](repeating: .zero, count: side)
    for unit in 0..<side {
      let value = unit < units ? Self.leaky(cues[(first + cue) * units + unit]) : 1
      for other in 0..<side { forms[other] += value * bilinear[unit * side + other] }
    }
    var scores: [Float] = []
    scores.reserveCapacity(count * Self.roles)
    for place in 0..<count {
      let way = self.ways[Int(ways[place])]
      var sum = forms[units] + way + distances[PairPath.distance(place - cue)]
      var other = SIMD4<Float>.zero
      let base = (first + place) * units
      for unit in stride(from: 0, to: units, by: 2) {
        sum += Self.leaky(parts[base + unit]) * forms[unit]
        other += Self.leaky(parts[base + unit + 1]) * forms[unit + 1]
      }
      sum += other
      for role in 0..<Self.roles { scores.append(sum[role] - sum[0]) }
    }
    return scores
  }

  @inline(__always)
  private static func leaky(_ value: Float) -> Float { max(value, 0.1 * value) }
}
