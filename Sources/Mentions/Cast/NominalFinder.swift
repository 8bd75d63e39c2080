import Records
import Syntax
import Text

/// Finds common nouns that can act or speak: "one Israeli source", "former officials", "police".
struct NominalFinder {
  let knowledge: Knowledge

  /// Adds a referent for each noun phrase without a name; others are things, kept only as what a
  /// pronoun may refer to.
  func find(in reading: inout ReportReading) {
    for (index, sentence) in reading.parsed.sentences.enumerated() {
      for head in 0..<sentence.count where !reading.isCovered(index, head..<head + 1) {
        if let referent = referent(headedBy: head, index, in: reading) {
          reading.referents.append(referent)
        }
      }
    }
  }

  private func referent(headedBy head: Int, _ index: Int, in reading: ReportReading) -> Referent? {
    let sentence = reading.parsed.sentences[index]
    let token = sentence[head]
    guard isPhraseHead(head, in: sentence) else { return nil }
    var nationality: Int?
    if case .nationality(let state)? = knowledge.senses(of: token.form).first {
      nationality = state
    }
    let stands = isStandIn(head, in: sentence)
    guard
      token.upos.isNominal || nationality != nil || stands || isSubstantive(head, in: sentence)
    else { return nil }
    let lemma = nationality == nil ? token.plainLemma : token.form.lowercased()
    let tokens = sentence.nounPhrase(head)
    var referent = Referent(
      mention: reading.mention(.nominal, index, tokens, head: head), core: head..<head + 1,
      name: sentence.words(of: described(tokens, head: head, in: sentence)), kind: .thing)
    referent.lemma = lemma
    referent.number = token.isPlural ? .plural : .singular
    referent.country =
      reading.country(of: head, in: tokens, sentence: index)
      ?? countryOfOwner(of: head, index, in: reading)
    referent.isDefinite = isDefinite(head, in: sentence)
    referent.modifiers = modifiers(of: head, in: tokens, sentence)
    if let nationality {
      referent.country = knowledge.states[nationality].code
      referent.sectors = ["CVL"]
      let isOne = sentence.child(of: head, .det).map {
        ["a", "an", "one", "another"].contains(sentence[$0].form.lowercased())
      }
      referent.kind = isOne == true ? .person : .group
      referent.number = isOne == true ? .singular : .plural
      referent.personClass = isOne == true ? .person : nil
    } else if let noun = body(endingIn: head, in: sentence) {
      referent.kind = .group
      referent.sectors = noun.sectors
      referent.number = .either
    } else if let noun = knowledge.nouns.person(lemma) ?? (stands ? Self.anybody : nil) {
      referent.kind = .person
      referent.gender = noun.gender
      referent.personClass = noun.kind
      referent.sectors = sectors(of: noun, head: head, in: sentence)
      if stands, let kind = kindOfStandIn(head, in: sentence) { referent.lemma = kind }
      if stands { referent.number = isPluralStandIn(head, in: sentence) ? .plural : .singular }
      if lemma == "people" { referent.number = .plural }
    } else if let noun = knowledge.nouns.group(token.form.lowercased())
      ?? knowledge.nouns.group(lemma)
    {
      referent.kind = .group
      referent.sectors = noun.sectors
      if !token.isPlural { referent.number = noun.isPlural ? .plural : .either }
      referent.duty = knowledge.institution(lemma)?.duty
    }
    return referent
  }

  /// The state of whom a relative clause speaks: "Hungary, *whose* prime minister met him".
  private func countryOfOwner(
    of head: Int, _ index: Int, in reading: ReportReading
  ) -> String? {
    let sentence = reading.parsed.sentences[index]
    guard let owner = sentence.child(of: head, .nmodPoss), sentence[owner].xpos == "WP$",
      let antecedent = PronounFinder.relativeAntecedent(owner, in: sentence)
    else { return nil }
    return reading.matches[index].first { $0.tokens.contains(antecedent) }
      .flatMap(reading.country)
  }

  private static let anybody = NounLexicon.PersonNoun(kind: .source, gender: .unknown, sectors: [])

  /// Whether the token heads a noun phrase, not a modifier in one.
  private func isPhraseHead(_ head: Int, in sentence: Sentence) -> Bool {
    switch sentence[head].relation {
    case .compound, .amod, .flat, .fixed, .nmodDesc, .goeswith, .det, .nummod, .case, .advmod: false
    default: true
    }
  }

  /// "Those familiar with his background", "several of them", "two others": words that stand for
  /// persons where they are the subject of a verb and something modifies or counts them.
  private func isStandIn(_ head: Int, in sentence: Sentence) -> Bool {
    switch sentence[head].form.lowercased() {
    case "those", "others", "many", "some", "several", "few", "one", "another", "someone",
      "somebody", "everyone", "everybody", "nobody", "anyone", "both", "two", "three":
      break
    default: return false
    }
    let relation = sentence[head].relation.universal
    guard relation == .nsubj || relation == .conj || sentence[head].relation == .oblAgent
    else { return false }
    switch sentence[head].form.lowercased() {
    case "those":
      return sentence.children(of: head).contains {
        [.acl, .aclRelcl, .amod, .nmod].contains(sentence[$0].relation)
      }
    default: return sentence[sentence[head].head].upos.isVerbal
    }
  }

  /// "The official says": a noun for persons that is an adjective too and was taken for one.
  private func isSubstantive(_ head: Int, in sentence: Sentence) -> Bool {
    guard sentence[head].upos == .adj, knowledge.nouns.person(sentence[head].plainLemma) != nil,
      sentence.child(of: head, .det) != nil
    else { return false }
    switch sentence[head].relation.universal {
    case .nsubj, .obj, .iobj, .obl: return true
    default: return false
    }
  }

  /// A body whose name of two words ends in a noun for persons: "the coast guard".
  private func body(endingIn head: Int, in sentence: Sentence) -> NounLexicon.GroupNoun? {
    guard head > 0, sentence[head - 1].head == head else { return nil }
    return knowledge.nouns.group(
      sentence[head - 1].form.lowercased() + " " + sentence[head].plainLemma)
  }

  /// The noun that says what somebody is one of: "one of the defence officials" is an official.
  private func kindOfStandIn(_ head: Int, in sentence: Sentence) -> String? {
    guard let group = sentence.child(of: head, .nmod), sentence.preposition(of: group) == "of"
    else { return nil }
    let lemma = sentence[group].plainLemma
    return knowledge.nouns.person(lemma) == nil ? nil : lemma
  }

  private func isPluralStandIn(_ head: Int, in sentence: Sentence) -> Bool {
    switch sentence[head].form.lowercased() {
    case "one", "another", "someone", "somebody", "everyone", "everybody", "nobody", "anyone": false
    default: true
    }
  }

  private func isDefinite(_ head: Int, in sentence: Sentence) -> Bool {
    for child in sentence.children(of: head) {
      switch sentence[child].relation {
      case .det:
        return ["the", "this", "that", "these", "those"].contains(
          sentence[child].form.lowercased())
      case .nmodPoss: return true
      default: continue
      }
    }
    return false
  }

  /// The content words of a phrase besides its head, in small letters, sorted.
  private func modifiers(of head: Int, in tokens: Range<Int>, _ sentence: Sentence) -> [String] {
    tokens.filter {
      guard $0 != head else { return false }
      switch sentence[$0].upos {
      case .adj, .noun, .propn, .num, .verb: return true
      default: return false
      }
    }.map { sentence[$0].plainLemma }.sorted()
  }

  /// The phrase without article, up to the first comma or dash behind its head, or the first
  /// circumstance that a tree hung on it: "talks with the government *over* pay".
  private func described(
    _ tokens: Range<Int>, head: Int, in sentence: Sentence
  ) -> Range<Int> {
    var start = tokens.lowerBound
    while start < head,
      sentence[start].relation == .det || sentence[start].relation == .detPredet
        || sentence[start].xpos == "WP$"
        || sentence[start].relation == .case && !sentence.beginsQuantity(start)
        || sentence[start].form.lowercased() == "one"
    {
      start += 1
    }
    var end = head + 1
    while end < tokens.upperBound, end - start < 10,
      sentence[end].upos != .punct || sentence[end].form == "-",
      !Self.opensCircumstance(sentence[end])
    {
      end += 1
    }
    return start..<end
  }

  private static func opensCircumstance(_ token: Token) -> Bool {
    switch token.form {
    case "over", "about", "amid", "after", "before", "during", "despite", "following", "until",
      "since":
      token.upos == .adp || token.upos == .sconj || token.upos == .verb
    default: false
    }
  }

  /// A noun's sectors; a modifier such as "military" or "police" says more than "official".
  private func sectors(
    of noun: NounLexicon.PersonNoun, head: Int, in sentence: Sentence
  ) -> [String] {
    for child in sentence.children(of: head) where child < head {
      let word = sentence[child].plainLemma
      guard sentence[child].relation == .compound || sentence[child].relation == .amod else {
        continue
      }
      if let group = knowledge.nouns.group(word), !group.sectors.isEmpty { return group.sectors }
    }
    return noun.sectors
  }
}
