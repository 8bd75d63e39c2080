import Records
import Syntax

/// Ranks what a pronoun can refer to, by a linear model over features of the pair.
///
/// The weights in `Lexicons/pronoun-weights.tsv` are set by hand, and were chosen on the news and
/// interviews of GUM's training part.
struct PronounRanking {
  let reading: ReportReading
  let quotations: QuotationMap

  /// How many sentences back a pronoun may look.
  static let reach = 5

  /// The best entity before the pronoun that agrees with it; nil where none does.
  func antecedent(of index: Int, clusters: [Cluster], clusterOf: [Int?]) -> Int? {
    var best: (cluster: Int, score: Double)?
    for candidate in weighed(index, clusters: clusters, clusterOf: clusterOf) {
      let score = reading.knowledge.pronounWeights.score(candidate.features)
      if score > (best?.score ?? -.infinity) { best = (candidate.cluster, score) }
    }
    return best?.cluster
  }

  /// What a pronoun can refer to, the nearest first, with what speaks for and against it.
  func weighed(
    _ index: Int, clusters: [Cluster], clusterOf: [Int?]
  ) -> [(referent: Int, cluster: Int, features: PronounFeatures)] {
    let pronoun = reading.referents[index]
    let speaksItself = speaks(pronoun)
    var hasSpeaker = false
    /// Those named as subjects nearer than the candidate.
    var rivals: [Int] = []
    return candidates(of: index, clusters: clusters, clusterOf: clusterOf).compactMap { earlier in
      guard let cluster = clusterOf[earlier] else { return nil }
      let candidate = reading.referents[earlier]
      var features = features(index, earlier, clusters[cluster])
      if speaksItself, candidate.mention.sentence < pronoun.mention.sentence, speaks(candidate) {
        features[hasSpeaker ? .bothSpeak : .lastSpeaker] = 1
        hasSpeaker = true
      }
      if rivals.contains(where: { $0 != cluster }) { features[.rival] = 1 }
      if candidate.mention.kind == .name, features[.subject] == 1 { rivals.append(cluster) }
      return (earlier, cluster, features)
    }
  }

  /// The referents before a pronoun that agree with it, the nearest first.
  func candidates(of index: Int, clusters: [Cluster], clusterOf: [Int?]) -> [Int] {
    let pronoun = reading.referents[index]
    let spokenOf = clustersSpokenOf(by: index, clusterOf)
    var candidates: [Int] = []
    for earlier in (0..<index).reversed() {
      let candidate = reading.referents[earlier]
      if pronoun.mention.sentence - candidate.mention.sentence > Self.reach { break }
      guard let cluster = clusterOf[earlier], agrees(pronoun, candidate, clusters[cluster]),
        !isBarred(pronoun, candidate), !spokenOf.contains(cluster), !reading.isNobody(candidate)
      else { continue }
      candidates.append(earlier)
    }
    return candidates
  }

  /// Those whom the quotation before a speaking pronoun names: speakers don't call themselves "the prime
  /// minister".
  private func clustersSpokenOf(by index: Int, _ clusterOf: [Int?]) -> [Int] {
    let pronoun = reading.referents[index]
    let number = pronoun.mention.sentence
    let sentence = reading.parsed.sentences[number]
    let verb = sentence[pronoun.mention.head].head
    guard speaks(pronoun) else { return [] }
    return (0..<index).reversed().prefix { reading.referents[$0].mention.sentence == number }
      .filter { earlier in
        let referent = reading.referents[earlier]
        return referent.mention.kind != .pronoun && quotations.isQuoted(referent.address)
          && sentence.ancestors(of: referent.mention.head).contains(verb)
      }
      .compactMap { clusterOf[$0] }
  }

  private func agrees(_ pronoun: Referent, _ candidate: Referent, _ cluster: Cluster) -> Bool {
    guard pronoun.gender.agrees(with: cluster.gender),
      pronoun.gender.agrees(with: candidate.gender)
    else { return false }
    switch PronounClass(pronoun.name) {
    case .they:
      let isBody = [.organisation, .group, .government].contains(cluster.kind)
      let isAnyone =
        candidate.mention.kind == .nominal && cluster.kind == .person && cluster.gender == .unknown
      return candidate.number != .singular || isBody || isAnyone
    case .it: return cluster.kind != .person && candidate.number != .plural
    case .person:
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
    if sentence[own].relation == .nmodPoss, sentence[own].head == other { return true }
    if pronoun.name.hasSuffix("self") || pronoun.name.hasSuffix("selves") { return false }
    if sentence[own].relation == .nmodPoss || sentence[other].relation == .nmodPoss
      || sentence[own].relation == .conj
    {
      return false
    }
    return isSubject(other, ofVerbOver: counted(own, in: sentence), in: sentence)
      || sentence[own].head == sentence[other].head && sentence[own].head >= 0
  }

  /// The word that counts a pronoun's persons, else the pronoun: "at least a *dozen* of them".
  private func counted(_ own: Int, in sentence: Sentence) -> Int {
    let head = sentence[own].head
    guard sentence[own].relation == .nmod, sentence.preposition(of: own) == "of", head >= 0,
      sentence[head].upos != .verb
    else { return own }
    return head
  }

  /// Whether a word is the subject of the verb of which another is the object, also of one that shares its
  /// subject: "*they* fired and detained *them*".
  private func isSubject(_ word: Int, ofVerbOver object: Int, in sentence: Sentence) -> Bool {
    guard sentence[object].relation == .obj || sentence[object].relation == .iobj,
      sentence[word].relation.universal == .nsubj
    else { return false }
    var verb = sentence[object].head
    while verb >= 0 {
      if sentence[word].head == verb { return true }
      let hasSubject = sentence.children(of: verb).contains {
        sentence[$0].relation.universal == .nsubj
      }
      guard sentence[verb].relation == .conj, !hasSubject else { return false }
      verb = sentence[verb].head
    }
    return false
  }

  /// What speaks for and against a candidate by itself.
  private func features(_ index: Int, _ earlier: Int, _ cluster: Cluster) -> PronounFeatures {
    let pronoun = reading.referents[index]
    let candidate = reading.referents[earlier]
    let sentence = reading.parsed.sentences[candidate.mention.sentence]
    let own = reading.parsed.sentences[pronoun.mention.sentence][pronoun.mention.head].relation
    let relation = sentence[candidate.mention.head].relation
    let distance = pronoun.mention.sentence - candidate.mention.sentence
    let kind = PronounClass(pronoun.name)
    var features = PronounFeatures()
    features[.sentences] = Double(distance)
    features[.sameSentence] = distance == 0 ? 1 : 0
    features[.between] = Double(min(index - earlier, 40)) / 10
    switch relation.universal {
    case .nsubj: features[.subject] = 1
    case .obj, .iobj: features[.object] = 1
    case .compound, .amod: features[.modifier] = 1
    case .nmod where relation == .nmodPoss: features[.possessor] = 1
    case .nmod: features[.insidePhrase] = 1
    case .obl: features[.oblique] = 1
    case .conj: features[.conjunct] = 1
    default: break
    }
    if own.universal == relation.universal { features[.sameRelation] = 1 }
    let head = sentence[candidate.mention.head].head
    if head >= 0, sentence[head].relation == .root { features[.mainClause] = 1 }
    switch candidate.mention.kind {
    case .pronoun: features[.pronoun] = 1
    case .name: features[.name] = 1
    case .demonym: features[.demonym] = 1
    case .nominal: if candidate.isDefinite { features[.definite] = 1 }
    }
    if candidate.mention.kind == .pronoun, candidate.name == pronoun.name {
      features[.samePronoun] = 1
    }
    switch cluster.kind {
    case .thing: features[kind == .it ? .thingIt : .thingThey] = 1
    case .person: features[.person] = 1
    case .location: features[.location] = 1
    default: features[kind == .it ? .bodyIt : .bodyThey] = 1
    }
    if kind == .they { features[candidate.number == .plural ? .plural : .notPlural] = 1 }
    if pronoun.gender != .unknown, cluster.gender == pronoun.gender { features[.gender] = 1 }
    features[.mentions] = Double(min(cluster.referents.count, 10)) / 10
    if quotations.isQuoted(pronoun.address) != quotations.isQuoted(candidate.address) {
      features[.quotationEdge] = 1
    }
    if isSpeakerOfOwnQuotation(pronoun, candidate) { features[.ownSpeaker] = 1 }
    return features
  }

  /// Whether a referent is the subject of a clause that tells what somebody says or thinks: reports
  /// let one speaker go on over several sentences.
  private func speaks(_ referent: Referent) -> Bool {
    let sentence = reading.parsed.sentences[referent.mention.sentence]
    let token = sentence[referent.mention.head]
    guard token.relation == .nsubj, token.head >= 0,
      !quotations.isQuoted(referent.address)
    else { return false }
    let verb = sentence[token.head].plainLemma
    if FactualityLexicon.shared.signature(verb, frame: "that", word: .verb)?.asserted == .own {
      return true
    }
    return sentence.children(of: token.head).contains { child in
      sentence[child].relation == .ccomp
        || quotations.isQuoted(TokenAddress(referent.mention.sentence, child))
        || child > referent.mention.head && endsQuoted(child, referent.mention.sentence)
    }
  }

  /// Whether the phrase under a token ends in a quotation: "dismissed the threat as 'noise'".
  private func endsQuoted(_ token: Int, _ number: Int) -> Bool {
    let sentence = reading.parsed.sentences[number]
    return sentence.children(of: token).contains {
      $0 > token && quotations.isQuoted(TokenAddress(number, $0))
    }
  }

  /// Whether the candidate is the subject of the clause around the quotation in which the pronoun
  /// stands: speakers call themselves "I".
  private func isSpeakerOfOwnQuotation(_ pronoun: Referent, _ candidate: Referent) -> Bool {
    guard pronoun.mention.sentence == candidate.mention.sentence,
      quotations.isQuoted(pronoun.address), !quotations.isQuoted(candidate.address)
    else { return false }
    let sentence = reading.parsed.sentences[pronoun.mention.sentence]
    let head = candidate.mention.head
    return sentence[head].relation.universal == .nsubj
      && sentence.ancestors(of: pronoun.mention.head).contains(sentence[head].head)
  }
}

/// What a third-person pronoun can stand for.
enum PronounClass {
  case person, they, it

  init(_ word: String) {
    switch word {
    case "they", "them", "their", "theirs", "themselves", "'em": self = .they
    case "it", "its", "itself": self = .it
    default: self = .person
    }
  }
}
