import Records
package import Syntax

/// Joins pronouns and common nouns to the entities before them, in text order.
///
/// The sieves run from sure to likely: what the tree says (apposition, copula, relative clause,
/// reflexive), then the role that an entity is known to have, then equal words, then, for
/// pronouns, the ranking of what agrees. Each link carries the name of its rule.
struct Anaphora {
  let reading: ReportReading
  private(set) var clusters: [Cluster]
  private(set) var clusterOf: [Int?]
  /// The rule that joined each referent.
  private(set) var rule: [String]
  private let byHead: [TokenAddress: Int]
  private let ranking: PronounRanking
  /// For training: what each pronoun had to choose from.
  private(set) var choices: [PronounChoice] = []
  private let traces: Bool
  private let nominals: NominalSieves

  init(
    _ reading: ReportReading, names: NameClusters, quotations: QuotationMap, traces: Bool = false
  ) {
    self.reading = reading
    self.traces = traces
    clusters = names.clusters
    clusterOf = names.clusterOf
    rule = names.clusterOf.map { $0 == nil ? "" : "name" }
    var byHead: [TokenAddress: Int] = [:]
    for (index, referent) in reading.referents.enumerated() where byHead[referent.address] == nil {
      byHead[referent.address] = index
    }
    self.byHead = byHead
    ranking = PronounRanking(reading: reading, quotations: quotations)
    nominals = NominalSieves(reading: reading)
    for index in reading.referents.indices where clusterOf[index] == nil { resolve(index) }
    for index in reading.referents.indices { lookAhead(from: index) }
  }

  /// Joins an office that stands before its holder is named, as headlines and leads have it
  /// ("Bishop urges mercy … Bishop Ante Rogoznica"), to the one person who is said to hold it.
  private mutating func lookAhead(from index: Int) {
    guard let own = clusterOf[index], clusters[own].referents.first == index,
      !clusters[own].isNamed, let holder = nominals.holder(of: index, clusters: clusters)
    else { return }
    for referent in clusters[own].referents {
      let name = referent == index ? "holder named later" : rule[referent]
      join(referent, holder, name)
    }
    clusters[own].referents = []
  }

  private mutating func resolve(_ index: Int) {
    let referent = reading.referents[index]
    switch referent.mention.kind {
    case .pronoun: resolvePronoun(index)
    case .nominal: resolveNominal(index)
    case .name, .demonym: open(index, "name")
    }
  }

  private mutating func join(_ index: Int, _ cluster: Int, _ name: String) {
    clusters[cluster].join(reading.referents[index], index: index)
    clusterOf[index] = cluster
    rule[index] = name
  }

  private mutating func open(_ index: Int, _ name: String) {
    clusters.append(Cluster(reading.referents[index], index: index))
    clusterOf[index] = clusters.count - 1
    rule[index] = name
  }

  private mutating func resolvePronoun(_ index: Int) {
    let referent = reading.referents[index]
    // "I", "we" and "you" are the speaker's and the hearer's: who they are, attributions tell.
    guard referent.person == .third else { return }
    let sentence = reading.parsed.sentences[referent.mention.sentence]
    if ["who", "whom", "whose", "which", "that"].contains(referent.name) {
      if let noun = PronounFinder.relativeAntecedent(referent.mention.head, in: sentence),
        let cluster = cluster(referent.mention.sentence, noun)
      {
        join(index, cluster, "relative clause")
      }
      return
    }
    if traces {
      let candidates = ranking.weighed(index, clusters: clusters, clusterOf: clusterOf)
      choices.append(
        PronounChoice(
          pronoun: referent.address,
          candidates: candidates.map {
            (reading.referents[$0.referent].address, $0.features)
          }))
    }
    if let best = ranking.antecedent(of: index, clusters: clusters, clusterOf: clusterOf) {
      join(index, best, "pronoun")
    }
  }

  private mutating func resolveNominal(_ index: Int) {
    let referent = reading.referents[index]
    if let found = equated(index) {
      join(index, found.cluster, found.rule)
      let isRole = referent.personClass == .office || referent.personClass == .person
      if isRole, referent.number == .singular, clusters[found.cluster].isNamed {
        let sentence = reading.parsed.sentences[referent.mention.sentence]
        if let role = Self.role(of: referent, in: sentence), referent.personClass == .office {
          clusters[found.cluster].roles.append(role)
        }
        clusters[found.cluster].roleLemmas.append(referent.lemma)
      }
      return
    }
    if let found = nominals.antecedent(of: index, clusters: clusters, clusterOf: clusterOf) {
      join(index, found.cluster, found.rule)
    } else {
      open(index, referent.kind == .thing ? "thing" : "first mention")
    }
  }

  private func cluster(_ sentence: Int, _ head: Int) -> Int? {
    byHead[TokenAddress(sentence, head)].flatMap { clusterOf[$0] }
  }

  /// The entity that the tree says this noun phrase is: by apposition, copula or "as".
  private func equated(_ index: Int) -> (cluster: Int, rule: String)? {
    let referent = reading.referents[index]
    guard referent.kind != .thing else { return nil }
    let number = referent.mention.sentence
    let sentence = reading.parsed.sentences[number]
    let head = referent.mention.head
    func fits(_ cluster: Int) -> Bool {
      let entity = clusters[cluster]
      guard referent.gender.agrees(with: entity.gender) else { return false }
      if referent.kind == .person { return entity.kind == .person || entity.kind == .unknown }
      return entity.kind != .person && entity.kind != .thing
    }
    if sentence[head].relation == .appos || Self.isParenthesis(head, in: sentence),
      let cluster = cluster(number, sentence[head].head), fits(cluster)
    {
      return (cluster, "apposition")
    }
    for child in sentence.children(of: head) where sentence[child].relation == .appos {
      if let cluster = cluster(number, child), clusters[cluster].isNamed, fits(cluster) {
        return (cluster, "apposition")
      }
    }
    // "The commissioner for trade, Ilmari Vesterlund": the name hangs on the wrong noun.
    if referent.kind == .person, referent.number == .singular,
      let name = nameBehind(head, number) ?? nameBehindComma(index), fits(name)
    {
      return (name, "apposition")
    }
    if sentence.child(of: head, .cop) != nil, sentence.child(of: head, .case) == nil,
      let subject = sentence.children(of: head).first(where: {
        sentence[$0].relation.universal == .nsubj
      }),
      let cluster = cluster(number, subject), fits(cluster), isAsserted(head, in: sentence)
    {
      return (cluster, "copula")
    }
    if let holder = Self.holder(ofRoleAs: head, in: sentence),
      let cluster = cluster(number, holder), fits(cluster)
    {
      return (cluster, "role with \"as\"")
    }
    return nil
  }

  /// The person named right behind a comma inside the phrase of `head`, in apposition to a noun
  /// that is none for a person.
  private func nameBehind(_ head: Int, _ number: Int) -> Int? {
    let sentence = reading.parsed.sentences[number]
    for token in sentence.subtree(of: head, where: { sentence[$0].relation != .aclRelcl })
    where token > head && sentence[token].relation == .appos && sentence[token].head != head {
      guard let index = byHead[TokenAddress(number, token)], let cluster = clusterOf[index],
        reading.referents[index].mention.kind == .name,
        reading.referents[index].mention.tokens.lowerBound > head,
        clusters[cluster].kind == .person
      else { continue }
      let holder = byHead[TokenAddress(number, sentence[token].head)]
      if holder.map({ reading.referents[$0].kind == .person }) != true { return cluster }
    }
    return nil
  }

  /// The person named between commas right behind the noun of an office, whatever the tree says.
  private func nameBehindComma(_ index: Int) -> Int? {
    let referent = reading.referents[index]
    let number = referent.mention.sentence
    let start = referent.mention.head + 2
    guard referent.personClass == .office, start < reading.parsed.sentences[number].count,
      reading.parsed.sentences[number][start - 1].form == ","
    else { return nil }
    let behind = reading.referents[index...].prefix { $0.mention.sentence == number }
    guard
      let name = behind.firstIndex(where: {
        $0.mention.kind == .name && $0.kind == .person && $0.core.lowerBound == start
      }), let cluster = clusterOf[name]
    else { return nil }
    let end = reading.referents[name].core.upperBound
    let sentence = reading.parsed.sentences[number]
    return end < sentence.count && sentence[end].form == "," ? cluster : nil
  }

  /// Whether a copular clause says plainly that it is so: not denied, asked or supposed.
  private func isAsserted(_ head: Int, in sentence: Sentence) -> Bool {
    !sentence.children(of: head).contains { child in
      let token = sentence[child]
      return token.plainLemma == "not" || token.form == "n't" || token.plainLemma == "never"
        || token.relation == .aux && token.xpos == "MD"
        || token.relation == .mark && ["if", "whether", "unless"].contains(token.plainLemma)
    }
  }

  /// A parenthesis that the parser attached loosely: "Jens Korr, spokesman for the ministry, said".
  private static func isParenthesis(_ head: Int, in sentence: Sentence) -> Bool {
    sentence[head].relation == .parataxis && sentence[head].head >= 0
      && sentence[sentence[head].head].upos.isNominal
  }

  /// The subject, or the object, that holds the role in "serves as envoy", "named as minister".
  private static func holder(ofRoleAs head: Int, in sentence: Sentence) -> Int? {
    guard sentence.preposition(of: head) == "as", sentence[head].head >= 0 else { return nil }
    let verb = sentence[head].head
    guard sentence[verb].upos == .verb else { return nil }
    switch sentence[verb].plainLemma {
    case "serve", "work", "act", "resign", "retire", "elect", "appoint", "name", "nominate",
      "confirm", "reappoint", "install", "know", "hire", "sack", "dismiss", "re-elect", "return":
      break
    default: return nil
    }
    return sentence.children(of: verb).first { sentence[$0].relation == .nsubjPass }
      ?? sentence.children(of: verb).first { sentence[$0].relation == .obj }
      ?? sentence.children(of: verb).first { sentence[$0].relation == .nsubj }
  }

  private static func role(of referent: Referent, in sentence: Sentence) -> Role? {
    var tokens = referent.mention.tokens
    while tokens.count > 1, tokens.lowerBound < referent.mention.head {
      let relation = sentence[tokens.lowerBound].relation
      guard relation == .det || relation == .case || sentence[tokens.lowerBound].xpos == "PRP$"
      else { break }
      tokens = tokens.lowerBound + 1..<tokens.upperBound
    }
    return Role(title: sentence.words(of: tokens), span: sentence.span(of: tokens))
  }
}

/// What a pronoun had to choose from: the material that its ranking is trained on.
package struct PronounChoice: Sendable {
  package let pronoun: TokenAddress
  /// The heads of the candidates, the nearest first, with what speaks for each.
  package let candidates: [(head: TokenAddress, features: PronounFeatures)]
}
