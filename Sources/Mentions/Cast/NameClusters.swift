import Records
import Syntax

/// Joins the names of a report: what a table knows by its row, persons by full name and surname,
/// bodies by name, part of a name and acronym.
struct NameClusters {
  let knowledge: Knowledge
  private(set) var clusters: [Cluster] = []
  /// The cluster of each referent that has one.
  private(set) var clusterOf: [Int?]
  private var byKey: [String: Int] = [:]

  init(_ referents: [Referent], knowledge: Knowledge) {
    self.knowledge = knowledge
    clusterOf = [Int?](repeating: nil, count: referents.count)
    joinKnown(referents)
    joinNamed(referents)
    joinBodies(referents)
  }

  /// States, nationalities, seats and known organisations: one cluster a row.
  private mutating func joinKnown(_ referents: [Referent]) {
    for (index, referent) in referents.enumerated() {
      if let actor = referent.actor {
        join(referents, index, key: "actor/\(actor)")
      } else if referent.kind == .state, let state = referent.state {
        join(referents, index, key: "state/\(state)")
      } else if referent.kind == .government, let country = referent.country {
        join(referents, index, key: key(duty: "government", country: country))
      }
    }
  }

  /// The key of a body of a state: that of the known actor where the tables know it by name.
  private func key(duty: String, country: String) -> String {
    knowledge.body(duty, in: country).map { "actor/\($0)" } ?? "\(country)/\(duty)"
  }

  private mutating func join(_ referents: [Referent], _ index: Int, key: String) {
    if let cluster = byKey[key] {
      join(referents, index, to: cluster)
    } else {
      byKey[key] = open(referents, index)
    }
  }

  private mutating func join(_ referents: [Referent], _ index: Int, to cluster: Int) {
    clusters[cluster].join(referents[index], index: index)
    clusterOf[index] = cluster
  }

  private mutating func open(_ referents: [Referent], _ index: Int) -> Int {
    clusters.append(Cluster(referents[index], index: index))
    clusterOf[index] = clusters.count - 1
    return clusters.count - 1
  }

  /// Names that no table knows. Names of more words come first, so that a surname in the headline
  /// finds the full name of the first paragraph.
  private mutating func joinNamed(_ referents: [Referent]) {
    let open = referents.indices.filter {
      clusterOf[$0] == nil && referents[$0].mention.kind == .name && referents[$0].duty == nil
        || clusterOf[$0] == nil && referents[$0].kind == .location
    }
    let words = Dictionary(
      uniqueKeysWithValues: open.map { ($0, NameWords(referents[$0].name)) })
    let longestFirst = open.sorted {
      let (left, right) = (words[$0]?.count ?? 0, words[$1]?.count ?? 0)
      return left != right ? left > right : $0 < $1
    }
    var named: [(cluster: Int, words: NameWords)] = []
    for index in longestFirst {
      guard let own = words[index] else { continue }
      let candidates = named.filter {
        fits(referents[index], own, cluster: $0.cluster, $0.words)
      }.map(\.cluster)
      if let best = best(of: candidates, for: index, referents) {
        join(referents, index, to: best)
      } else {
        named.append((self.open(referents, index), own))
      }
    }
  }

  /// Whether a name can be a form of a cluster's fullest name.
  private func fits(
    _ referent: Referent, _ own: NameWords, cluster: Int, _ full: NameWords
  ) -> Bool {
    if own == full { return true }
    let entity = clusters[cluster]
    guard referent.gender.agrees(with: entity.gender) else { return false }
    let isPerson = entity.kind == .person
    if isPerson {
      // A single word that the tagger took for something else may still be a surname.
      guard referent.kind == .person || own.count == 1 && referent.kind != .government else {
        return false
      }
      return own.isPersonalForm(of: full)
    }
    if referent.kind == .person { return false }
    if entity.kind == .location || referent.kind == .location {
      return entity.kind == referent.kind && own.isPart(of: full) && own.count > 1
    }
    return own.isPart(of: full) || own.isAcronym(of: full)
  }

  /// Of several clusters that fit, the one named last before the referent; else the first named
  /// behind it.
  private func best(of candidates: [Int], for index: Int, _ referents: [Referent]) -> Int? {
    guard candidates.count > 1 else { return candidates.first }
    func distance(_ cluster: Int) -> Int {
      let before = clusters[cluster].referents.filter { $0 < index }.max()
      if let before { return index - before }
      return referents.count + (clusters[cluster].referents.min() ?? 0)
    }
    return candidates.min { distance($0) < distance($1) }
  }

  /// Bodies of a state: by duty and state, the state told by the leader where it must be.
  private mutating func joinBodies(_ referents: [Referent]) {
    var byToken: [TokenAddress: Int] = [:]
    for (index, referent) in referents.enumerated() where referent.mention.kind == .name {
      guard let cluster = clusterOf[index] else { continue }
      for token in referent.core {
        byToken[TokenAddress(referent.mention.sentence, token)] = cluster
      }
    }
    var stateless: [Int] = []
    for (index, referent) in referents.enumerated()
    where clusterOf[index] == nil && referent.mention.kind == .name {
      guard let duty = referent.duty else { continue }
      let leader = referent.leader.flatMap { byToken[$0] }
      if let country = referent.country ?? leader.flatMap({ clusters[$0].country }) {
        join(referents, index, key: key(duty: duty, country: country))
        if let cluster = clusterOf[index] { clusters[cluster].country = country }
      } else if let leader {
        join(referents, index, key: "\(duty) of cluster \(leader)")
      } else {
        stateless.append(index)
      }
    }
    for index in stateless {
      guard let duty = referents[index].duty else { continue }
      let same = clusters.indices.filter { clusters[$0].duty == duty }
      if let best = best(of: same, for: index, referents) {
        join(referents, index, to: best)
      } else {
        join(referents, index, key: duty)
      }
    }
  }
}
