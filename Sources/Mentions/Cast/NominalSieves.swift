import Records
import Syntax

/// Finds whom a common noun phrase refers to: "the official", "the prime minister", "the group".
struct NominalSieves {
  let reading: ReportReading

  private typealias Found = (cluster: Int, rule: String)

  /// The entity before the phrase that it refers to, with the rule; nil where it is a new one.
  func antecedent(
    of index: Int, clusters: [Cluster], clusterOf: [Int?]
  ) -> (cluster: Int, rule: String)? {
    let referent = reading.referents[index]
    guard referent.isDefinite || isCollective(referent), !reading.isNobody(referent) else {
      return nil
    }
    let recent = recentClusters(before: index, clusterOf)
    if referent.isDefinite {
      // "A former official … the official": nearer than any named official.
      if let found = byWords(index, recent, clusters, reach: 8, onlyUnnamed: true) { return found }
      if let found = byRole(referent, recent, clusters) { return found }
      if let found = byKindOfBody(referent, recent, clusters) { return found }
    }
    if let found = byWords(index, recent, clusters, reach: .max, onlyUnnamed: false) {
      return found
    }
    return referent.isDefinite ? byGeneralNoun(index, recent, clusters) : nil
  }

  /// Forces, police and peoples: a second mention in the same words is the same group.
  private func isCollective(_ referent: Referent) -> Bool {
    referent.kind == .group && referent.number != .singular
      && (referent.number == .plural || referent.country != nil || referent.modifiers.isEmpty)
  }

  /// The clusters named before the referent, the last first.
  private func recentClusters(before index: Int, _ clusterOf: [Int?]) -> [Int] {
    var isSeen: [Bool] = []
    var recent: [Int] = []
    let sentence = reading.referents[index].mention.sentence
    let tokens = reading.referents[index].mention.tokens
    for earlier in (0..<index).reversed() {
      guard let cluster = clusterOf[earlier] else { continue }
      if isSeen.count <= cluster {
        isSeen += [Bool](repeating: false, count: cluster + 1 - isSeen.count)
      }
      if isSeen[cluster] { continue }
      // A phrase doesn't refer to what stands inside it, or around it.
      if reading.referents[earlier].mention.sentence == sentence,
        reading.referents[earlier].mention.tokens.overlaps(tokens)
      {
        continue
      }
      isSeen[cluster] = true
      recent.append(cluster)
    }
    return recent
  }

  private func agree(_ referent: Referent, _ cluster: Cluster) -> Bool {
    guard referent.gender.agrees(with: cluster.gender) else { return false }
    if let own = referent.country, let other = cluster.country, own != other { return false }
    return referent.number.agrees(with: cluster.number)
  }

  /// "The president": the last entity whose title or apposition said so.
  private func byRole(_ referent: Referent, _ recent: [Int], _ clusters: [Cluster]) -> Found? {
    guard referent.kind == .person, referent.number == .singular else { return nil }
    return recent.first { holds(clusters[$0], theRoleOf: referent) }.map { ($0, "role") }
  }

  /// The one person named after an office without a name who is said to hold it; nil where several
  /// are or nobody is. "A mayor" is nobody in particular.
  func holder(of index: Int, clusters: [Cluster]) -> Int? {
    let referent = reading.referents[index]
    guard referent.mention.kind == .nominal, referent.kind == .person,
      referent.number == .singular, referent.personClass == .office
    else { return nil }
    let sentence = reading.parsed.sentences[referent.mention.sentence]
    let determiner = sentence.child(of: referent.mention.head, .det)
    let holders = clusters.indices.filter {
      holds(clusters[$0], theRoleOf: referent) || isTitled(clusters[$0], by: referent)
    }
    guard holders.count == 1, let first = clusters[holders[0]].referents.min(), first > index
    else { return nil }
    let distance = reading.referents[first].mention.sentence - referent.mention.sentence
    if referent.isDefinite || determiner == nil, holds(clusters[holders[0]], theRoleOf: referent) {
      return holders[0]
    }
    return distance <= Self.soon && isTitled(clusters[holders[0]], by: referent)
      ? holders[0] : nil
  }

  /// Whoever is named so many sentences behind an office with nothing but that office as title is
  /// its holder: "a coastguard lieutenant … Lieutenant Ana Buh".
  private static let soon = 3

  /// Whether a person is first named behind a bare title that is a referent's noun.
  private func isTitled(_ entity: Cluster, by referent: Referent) -> Bool {
    guard entity.isNamed, entity.kind == .person, agree(referent, entity),
      let first = entity.referents.min(), let role = reading.referents[first].roles.first
    else { return false }
    let words = role.title.split(separator: " ")
    return words.count == 1
      && reading.referents[first].roleLemmas.contains { Offices.areSame($0, referent.lemma) }
  }

  /// Whether a named person is told to be what a noun says, with every word that modifies it: "the
  /// prime minister", "the U.S. envoy".
  private func holds(_ entity: Cluster, theRoleOf referent: Referent) -> Bool {
    guard entity.isNamed, entity.kind == .person, agree(referent, entity),
      !isAnothers(referent) || entity.country == referent.country
    else { return false }
    let words = entity.roles.map { $0.title.lowercased() }.joined(separator: " ")
    guard
      entity.roleLemmas.contains(where: { Offices.areSame($0, referent.lemma) })
        || Offices.otherNames(of: referent.lemma).contains(where: words.contains)
    else { return false }
    return referent.modifiers.allSatisfy { modifier in
      words.contains(modifier)
        || entity.country != nil && entity.country == referent.country && isNationality(modifier)
    }
  }

  /// Whether a phrase says whose by a relative pronoun: "Hungary, *whose* prime minister met him".
  private func isAnothers(_ referent: Referent) -> Bool {
    let sentence = reading.parsed.sentences[referent.mention.sentence]
    return sentence.child(of: referent.mention.head, .nmodPoss).map {
      sentence[$0].xpos == "WP$"
    } ?? false
  }

  private func isNationality(_ word: String) -> Bool {
    !reading.knowledge.senses(of: word).isEmpty
      || !reading.knowledge.senses(of: word.prefix(1).uppercased() + word.dropFirst()).isEmpty
  }

  /// "The government", "the ministry", "the group", "the company": the last body of that kind.
  private func byKindOfBody(
    _ referent: Referent, _ recent: [Int], _ clusters: [Cluster]
  ) -> Found? {
    guard referent.kind == .group, referent.number != .plural else { return nil }
    for cluster in recent {
      let entity = clusters[cluster]
      guard entity.isNamed, agree(referent, entity), entity.kind != .person else { continue }
      if let duty = referent.duty {
        if entity.duty == duty { return (cluster, "duty") }
        continue
      }
      let names = entity.names.joined(separator: " ").lowercased()
      guard referent.modifiers.isEmpty || referent.country != nil else { continue }
      switch referent.lemma {
      case "country", "state", "nation", "kingdom", "republic":
        if entity.kind == .state, referent.modifiers.isEmpty { return (cluster, "kind of body") }
      case "city", "town", "village", "province", "district", "region", "territory":
        if entity.kind == .location { return (cluster, "kind of body") }
      case "group", "organisation", "organization", "movement", "militia", "faction", "network":
        if entity.kind == .organisation || entity.kind == .group,
          entity.sectors.isEmpty || entity.sectors.contains("REB") || names.contains(referent.lemma)
            || entity.sectors.contains("NGO")
        {
          return (cluster, "kind of body")
        }
      default:
        if entity.kind == .organisation || entity.kind == .unknown,
          names.contains(referent.lemma)
            || !referent.sectors.isEmpty && entity.sectors == referent.sectors
        {
          return (cluster, "kind of body")
        }
      }
    }
    return nil
  }

  /// Equal head, and no modifier that the earlier phrase doesn't have: "the official" after "a
  /// former U.S. official". The last such phrase is meant.
  private func byWords(
    _ index: Int, _ recent: [Int], _ clusters: [Cluster], reach: Int, onlyUnnamed: Bool
  ) -> Found? {
    let referent = reading.referents[index]
    let lemma = Self.withoutGender(referent.lemma)
    for cluster in recent {
      let entity = clusters[cluster]
      guard agree(referent, entity), !onlyUnnamed || !entity.isNamed else { continue }
      for earlier in entity.referents.reversed() where earlier < index {
        // Fields one by one: to copy a referent takes longer than to look at it.
        let sentence = reading.referents[earlier].mention.sentence
        if referent.mention.sentence - sentence > reach { break }
        guard reading.referents[earlier].mention.kind == .nominal,
          (reading.referents[earlier].number == .plural) == (referent.number == .plural),
          !reading.isNobody(reading.referents[earlier]),
          Self.withoutGender(reading.referents[earlier].lemma) == lemma
        else { continue }
        let modifiers = reading.referents[earlier].modifiers
        let matches =
          referent.isDefinite
          ? referent.modifiers.allSatisfy(modifiers.contains) : referent.modifiers == modifiers
        if matches { return (cluster, "same words") }
      }
    }
    return nil
  }

  /// "The woman", "the leader", "the diplomat" with nothing more: the last person of whom it can
  /// be said, up to three sentences back.
  private func byGeneralNoun(_ index: Int, _ recent: [Int], _ clusters: [Cluster]) -> Found? {
    let referent = reading.referents[index]
    guard referent.kind == .person, referent.number == .singular, referent.modifiers.isEmpty
    else { return nil }
    for cluster in recent where clusters[cluster].kind == .person && clusters[cluster].isNamed {
      let entity = clusters[cluster]
      guard agree(referent, entity),
        let last = entity.referents.last(where: { $0 < index }),
        referent.mention.sentence - reading.referents[last].mention.sentence <= 3
      else { continue }
      let general = ["man", "woman", "leader", "politician", "official", "diplomat"]
      guard general.contains(referent.lemma) else { continue }
      if referent.gender != .unknown || !entity.sectors.isEmpty { return (cluster, "general noun") }
    }
    return nil
  }

  /// "Spokesman", "spokeswoman" and "spokesperson" are one role.
  static func withoutGender(_ lemma: String) -> String {
    guard lemma.utf8.last == UInt8(ascii: "n") else { return lemma }
    for ending in ["woman", "person", "man"] where lemma.hasSuffix(ending) && lemma != ending {
      if lemma.utf8.count > ending.utf8.count { return String(lemma.dropLast(ending.count)) }
    }
    return lemma
  }
}
