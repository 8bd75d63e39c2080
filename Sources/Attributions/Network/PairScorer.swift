import Syntax

/// Scores the parts of words beside a cue: a bilinear form of what the network says of both, with
/// terms for the way through the tree and the distance.
struct PairScorer: Sendable {
  private let units: Int
  /// [part][cue unit, then 1][word unit, then 1].
  private let bilinear: [Float]
  private let ways: [Float]
  private let distances: [Float]

  private static let roles = Role.allCases.count

  init(units: Int, _ network: SequenceNetwork) throws(SyntaxError) {
    self.units = units
    bilinear = try network.numbers("role.bilinear", shape: [Self.roles, units + 1, units + 1])
    ways = try network.numbers("role.way", shape: [PairPath.ways, Self.roles])
    distances = try network.numbers("role.distance", shape: [PairPath.distances, Self.roles])
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
    var forms = [Float](repeating: 0, count: Self.roles * side)
    for unit in 0..<side {
      let value = unit < units ? Self.leaky(cues[(first + cue) * units + unit]) : 1
      for role in 0..<Self.roles {
        let row = (role * side + unit) * side
        for other in 0..<side { forms[role * side + other] += value * bilinear[row + other] }
      }
    }
    var scores = [Float](repeating: 0, count: count * Self.roles)
    var word = [Float](repeating: 0, count: units)
    for place in 0..<count {
      for unit in 0..<units { word[unit] = Self.leaky(parts[(first + place) * units + unit]) }
      let way = Int(ways[place]) * Self.roles
      let distance = PairPath.distance(place - cue) * Self.roles
      for role in 0..<Self.roles {
        let form = role * side
        var sum = forms[form + units] + self.ways[way + role] + distances[distance + role]
        for unit in 0..<units { sum += forms[form + unit] * word[unit] }
        scores[place * Self.roles + role] = sum
      }
      let none = scores[place * Self.roles]
      for role in 0..<Self.roles { scores[place * Self.roles + role] -= none }
    }
    return scores
  }

  @inline(__always)
  private static func leaky(_ value: Float) -> Float { max(value, 0.1 * value) }
}
