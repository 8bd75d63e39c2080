import Syntax

/// Mends the edges of what the phrases gave, word by word: the likeliest sequence of parts by what
/// the network says of each word and what part its phrase plays, where every change of part has its
/// price, so that source, cue and content stay in few pieces (Viterbi 1967).
package struct RoleSequence: Sendable {
  /// What the part of its phrase counts for a word, as log-odds.
  static let agreement: Float = 1
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
    let count = Role.allCases.count
    var best = [Float](repeating: 0, count: count)
    var origins: [[Int]] = []
    for token in roles.indices {
      var sums = [Float](repeating: 0, count: count)
      var origin = [Int](repeating: 0, count: count)
      let surest = best.indices.max { best[$0] < best[$1] } ?? 0
      for role in Role.allCases {
        let stays = best[role.rawValue]
        let changes = best[surest] - change
        origin[role.rawValue] = token == 0 || stays >= changes ? role.rawValue : surest
        var sum = token == 0 ? 0 : max(stays, changes)
        if token == cue {
          if role != .cue { sum -= 1000 }
        } else if passage.sentence[token].upos != .punct {
          sum += parts.score(role, token, in: passage.index) ?? 0
          if roles[token] == role { sum += agreement }
        }
        sums[role.rawValue] = sum
      }
      best = sums
      origins.append(origin)
    }
    var role = best.indices.max { best[$0] < best[$1] } ?? 0
    var result = roles
    for token in roles.indices.reversed() {
      result[token] = Role(rawValue: role) ?? .none
      role = origins[token][role]
    }
    return result
  }
}
