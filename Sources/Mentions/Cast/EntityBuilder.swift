import Records
import Syntax
import Text

/// Turns clusters into the entities of a cast.
struct EntityBuilder {
  let reading: ReportReading
  let knowledge: Knowledge

  /// The entities in the order of first mention; things are none unless they speak ("the letter
  /// says"), and places only where they act.
  func entities(_ anaphora: Anaphora) -> [Entity] {
    let order = anaphora.clusters.indices.sorted {
      (anaphora.clusters[$0].referents.min() ?? 0) < (anaphora.clusters[$1].referents.min() ?? 0)
    }
    return order.compactMap { entity(anaphora.clusters[$0], anaphora.rule) }
  }

  private func entity(_ cluster: Cluster, _ rule: [String]) -> Entity? {
    guard !cluster.referents.isEmpty, isActor(cluster) else { return nil }
    let indices = cluster.referents.sorted()
    var mentions: [Mention] = []
    for index in indices {
      var mention = reading.referents[index].mention
      mention.by = rule[index]
      mentions.append(mention)
    }
    let name = name(of: cluster, indices)
    let state = cluster.country.flatMap { knowledge.state($0) }
    return Entity(
      name: name, aliases: aliases(of: indices, besides: name), kind: kind(of: cluster),
      isNamed: cluster.isNamed || cluster.kind == .state, isPlural: cluster.number == .plural,
      country: state?.code
        ?? cluster.country, sectors: sectors(of: cluster), roles: roles(of: cluster),
      mentions: mentions)
  }

  private func isActor(_ cluster: Cluster) -> Bool {
    switch cluster.kind {
    case .thing: cluster.referents.contains(where: speaks)
    case .person, .organisation, .state, .government, .group: true
    case .location, .unknown: cluster.isNamed && cluster.referents.contains(where: takesPart)
    }
  }

  /// Whether a mention is one of somebody who acts, owns or is acted upon.
  private func takesPart(_ index: Int) -> Bool {
    let mention = reading.referents[index].mention
    let sentence = reading.parsed.sentences[mention.sentence]
    switch sentence[mention.head].relation {
    case .nsubj, .nsubjPass, .nsubjOuter, .obj, .iobj, .oblAgent, .nmodPoss, .vocative: return true
    case .conj: return sentence.preposition(of: mention.head) == nil
    case .obl, .nmod:
      switch sentence.preposition(of: mention.head) {
      case "with", "by", "against", "between": return true
      default: return false
      }
    default: return false
    }
  }

  /// Whether a noun is the subject of a verb of speech, or what something is according to.
  private func speaks(_ index: Int) -> Bool {
    let mention = reading.referents[index].mention
    guard mention.kind == .nominal else { return false }
    let sentence = reading.parsed.sentences[mention.sentence]
    let token = sentence[mention.head]
    if sentence.preposition(of: mention.head) == "according" { return true }
    func isVoice(_ verb: Int) -> Bool {
      let lemma = sentence[verb].plainLemma
      return Self.speech.contains(lemma) || Self.voicing.contains(lemma)
    }
    // "A petition that describes her": the noun speaks in its own clause.
    if sentence.children(of: mention.head).contains(where: { clause in
      sentence[clause].relation == .aclRelcl && isVoice(clause)
        && sentence.children(of: clause).contains {
          sentence[$0].relation == .nsubj && ["WDT", "WP"].contains(sentence[$0].xpos)
        }
    }) {
      return true
    }
    return token.relation.universal == .nsubj && token.relation != .nsubjPass && token.head >= 0
      && isVoice(token.head)
  }

  private func kind(of cluster: Cluster) -> ActorKind {
    if let actor = cluster.actor { return knowledge.actors[actor].kind }
    switch cluster.kind {
    case .person:
      if cluster.isNamed { return .person }
      switch cluster.personClass {
      case .source: return .source
      default:
        if isSource(cluster) { return .source }
        return cluster.number == .plural ? .group : .person
      }
    case .state: return .state
    case .government, .organisation, .unknown: return .organisation
    case .thing: return .source
    case .group, .location: return .group
    }
  }

  /// Whether an unnamed person is one whom reports quote ("the official"), or is the subject of a
  /// verb of speech.
  private func isSource(_ cluster: Cluster) -> Bool {
    cluster.referents.contains { index in
      let referent = reading.referents[index]
      if knowledge.nouns.isQuotedUnnamed(referent.lemma) { return true }
      let sentence = reading.parsed.sentences[referent.mention.sentence]
      let token = sentence[referent.mention.head]
      return token.relation.universal == .nsubj && token.head >= 0
        && Self.speech.contains(sentence[token.head].plainLemma)
    }
  }

  private static let speech: Set<String> = [
    "say", "tell", "add", "claim", "note", "warn", "insist", "argue", "confirm", "deny", "explain",
    "report", "state", "suggest", "believe", "describe", "recall", "stress", "acknowledge",
    "estimate", "predict", "testify", "allege",
  ]

  /// Verbs by which a document, a study or a crowd without a name has a voice.
  private static let voicing: Set<String> = [
    "accuse", "advise", "announce", "ask", "blame", "call", "caution", "cite", "concede", "counter",
    "complain", "conclude", "condemn", "criticise",
    "criticize", "declare", "demand", "doubt", "expect", "fear", "find", "hope", "indicate",
    "forecast", "oppose", "praise", "project", "promise", "propose", "quote", "read", "recommend",
    "reject", "reply",
    "respond", "reveal", "rule", "speak",
    "show", "support", "think", "urge", "vow", "want", "welcome", "worry", "write",
  ]

  private func name(of cluster: Cluster, _ indices: [Int]) -> String {
    if let actor = cluster.actor { return knowledge.actors[actor].name }
    if cluster.kind == .state, let state = cluster.state { return knowledge.states[state].name }
    let names = indices.map { reading.referents[$0] }
    if let duty = cluster.duty, cluster.isNamed {
      if let state = cluster.country.flatMap({ knowledge.state($0) }) {
        if let body = knowledge.body(duty, in: state.code) { return knowledge.actors[body].name }
        return knowledge.institution(duty: duty)?.name(in: state)
          ?? "Ministry of \(duty) of \(state.nameWithArticle)"
      }
      if let first = names.first(where: { $0.mention.kind == .name }) { return surface(first) }
    }
    if cluster.isNamed {
      let forms = names.filter { $0.mention.kind == .name }.map(\.name)
      let fullest = forms.max { left, right in
        let (l, r) = (wordCount(left), wordCount(right))
        return l < r
      }
      return fullest ?? forms.first ?? ""
    }
    let nominal = names.first { $0.mention.kind == .nominal }
    return nominal?.name ?? names.first?.name ?? ""
  }

  private func wordCount(_ name: String) -> Int { name.utf8.count { $0 == UInt8(ascii: " ") } }

  /// The name as the text has it; for a body of a state, with the words that tell whose it is.
  private func surface(_ referent: Referent) -> String {
    guard referent.duty != nil, referent.actor == nil, referent.kind != .location else {
      return referent.name
    }
    let sentence = reading.parsed.sentences[referent.mention.sentence]
    var tokens = referent.mention.tokens
    while tokens.count > referent.core.count,
      sentence[tokens.lowerBound].upos == .det || sentence[tokens.lowerBound].upos == .adp
    {
      tokens = tokens.dropFirst()
    }
    return sentence.words(of: tokens)
  }

  private func aliases(of indices: [Int], besides name: String) -> [String] {
    var aliases: [String] = []
    for index in indices where reading.referents[index].mention.kind == .name {
      let form = surface(reading.referents[index])
      if form != name, !aliases.contains(form) { aliases.append(form) }
    }
    return aliases
  }

  private func sectors(of cluster: Cluster) -> [String] {
    if cluster.kind == .government { return ["GOV"] }
    return cluster.sectors
  }

  private func roles(of cluster: Cluster) -> [Role] {
    guard cluster.kind == .person || cluster.kind == .unknown else { return [] }
    var roles: [Role] = []
    for role in cluster.roles.sorted(by: { $0.span < $1.span }) where !roles.contains(role) {
      roles.append(role)
    }
    return roles
  }
}
