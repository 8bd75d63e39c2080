import Syntax

/// Mends the edges of what the phrases gave, word by word: the likeliest sequence of parts by what
/// the network says of each word and what part its phrase plays, where every change of part has its
/// price, so that source, cue and content stay in few pieces (Viterbi 1967).
package struct RoleSequence: Sendable {
  /// What the part of its phrase counts for a word, as log-odds.
  static let agreement: Float = 1
  /// The number of parts.
  private static let count = 4
  /// What a change of part costs.
  static let change: Float = 1

  /// The part of every word of a sentence.
  ///
  /// - Parameters:
  ///   - roles: the parts by phrases.
  ///   - cue: the word that heads the cue.
  package static func mended(
    _ roles: [Role], cue: Int, _ parts: PartScores, in passage: Passage
  ) -> [Role] {
    let none = Role.none.rawValue
    var best = SIMD4<Float>.zero
    var origins: [SIMD4<UInt8>] = []
    origins.reserveCapacity(roles.count)
    for token in roles.indices {
      var surest = none
      for role in 1..<Self.count where best[role] > best[surest] { surest = role }
      let changes = best[surest] - change
      let isWord = passage.sentence[token].upos != .punct
      var sums = SIMD4<Float>.zero
      var origin = SIMD4<UInt8>.zero
      for role in 0..<Self.count {
        let stays = best[role]
        origin[role] = UInt8(token == 0 || stays >= changes ? role : surest)
        var sum = token == 0 ? 0 : max(stays, changes)
        if token == cue {
          if role != Role.cue.rawValue { sum -= 1000 }
        } else if isWord {
          sum += Role(rawValue: role).flatMap { parts.score($0, token, in: passage.index) } ?? 0
          if roles[token].rawValue == role { sum += agreement }
        }
        sums[role] = sum
      }
      best = sums
      origins.append(origin)
    }
    var role = none
    for other in 1..<Self.count where best[other] > best[role] { role = other }
    var result = roles
    for token in roles.indices.reversed() {
      result[token] = Role(rawValue: role) ?? .none
      role = Int(origins[token][role])
    }
    return result
  }
}
