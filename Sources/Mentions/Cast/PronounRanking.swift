import Records
import Syntax

/// Ranks what a pronoun can refer to.
struct PronounRanking {
  let reading: ReportReading
  let quotations: QuotationMap

  /// How many sentences back a pronoun may look.
  static let reach = 4

  /// The best entity before the pronoun that agrees with it, with the rule; nil where none does.
  func antecedent(
    of index: Int, clusters: [Cluster], clusterOf: [Int?]
  ) -> (cluster: Int, rule: String)? {
    let pronoun = reading.referents[index]
    var best: (cluster: Int, score: Double)?
    var seen: Set<Int> = []
    for earlier in (0..<index).reversed() {
      let candidate = reading.referents[earlier]
      if pronoun.mention.sentence - candidate.mention.sentence > Self.reach { break }
      guard let cluster = clusterOf[earlier],
        agrees(pronoun, candidate, clusters[cluster]),
        !isBarred(pronoun, candidate)
      else { continue }
      let isFirst = seen.insert(cluster).inserted
      let score = score(pronoun, candidate, clusters[cluster]) - (isFirst ? 0 : 0.1)
      if score > (best?.score ?? -.infinity) { best = (cluster, score) }
    }
    guard let best else { return nil }
    return (best.cluster, "pronoun")
  }

  private func agrees(_ pronoun: Referent, _ candidate: Referent, _ cluster: Cluster) -> Bool {
    guard pronoun.gender.agrees(with: cluster.gender),
      pronoun.gender.agrees(with: candidate.gender)
    else { return false }
    switch pronoun.name {
    case "they", "them", "their", "theirs", "themselves":
      return candidate.number != .singular || cluster.kind == .organisation
        || cluster.kind == .group
        || cluster.kind == .state || cluster.kind == .government
        || candidate.mention.kind == .nominal && cluster.kind == .person
          && cluster.gender == .unknown
    case "it", "its", "itself":
      return cluster.kind != .person && candidate.number != .plural
    default:
      return (cluster.kind == .person || cluster.kind == .unknown && cluster.isNamed)
        && candidate.number != .plural
    }
  }

  /// Whether the tree forbids that both are one: co-arguments of a verb, or one inside the other.
  private func isBarred(_ pronoun: Referent, _ candidate: Referent) -> Bool {
    guard pronoun.mention.sentence == candidate.mention.sentence else { return false }
    let sentence = reading.parsed.sentences[pronoun.mention.sentence]
    let (own, other) = (pronoun.mention.head, candidate.mention.head)
    if candidate.mention.tokens.contains(own), candidate.mention.kind != .pronoun { return true }
    if sentence.ancestors(of: own).contains(other), sentence[own].relation == .nmodPoss,
      sentence[own].head == other
    {
      return true
    }
    let isReflexive = pronoun.name.hasSuffix("self") || pronoun.name.hasSuffix("selves")
    let areArguments =
      sentence[own].head == sentence[other].head && sentence[own].head >= 0
      && sentence[own].relation != .nmodPoss && sentence[other].relation != .nmodPoss
      && sentence[own].relation != .conj
    return isReflexive ? false : areArguments
  }

  private func score(_ pronoun: Referent, _ candidate: Referent, _ cluster: Cluster) -> Double {
    let distance = Double(pronoun.mention.sentence - candidate.mention.sentence)
    let sentence = reading.parsed.sentences[candidate.mention.sentence]
    let own = reading.parsed.sentences[pronoun.mention.sentence][pronoun.mention.head].relation
    let relation = sentence[candidate.mention.head].relation
    var score = -0.9 * distance
    switch relation.universal {
    case .nsubj: score += 1
    case .obj, .iobj: score += 0.3
    case .nmod where relation == .nmodPoss: score += 0.1
    case .compound, .amod: score -= 1
    default: score -= 0.1
    }
    if own.universal == relation.universal { score += 0.3 }
    if candidate.mention.kind == .pronoun { score += 0.5 }
    if candidate.mention.kind == .name { score += 0.2 }
    if candidate.mention.kind == .demonym { score -= 1.5 }
    if cluster.kind == .thing, pronoun.name != "it", pronoun.name != "its" { score -= 0.7 }
    if pronoun.gender != .unknown, cluster.gender == pronoun.gender { score += 1 }
    score += 0.15 * Double(min(cluster.referents.count, 6))
    if quotations.isQuoted(pronoun.address) != quotations.isQuoted(candidate.address) {
      score -= 0.8
    }
    if distance == 0 {
      score -= 0.02 * Double(pronoun.mention.head - candidate.mention.head)
    }
    return score
  }
}
