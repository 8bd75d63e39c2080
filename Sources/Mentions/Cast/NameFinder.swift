import Records
import Syntax
import Text

/// Finds the names of a report and reads what their phrases tell: titles, country, kind.
struct NameFinder {
  let knowledge: Knowledge
  private let titles: TitleReader
  private let spans: NameSpans

  init(knowledge: Knowledge) {
    self.knowledge = knowledge
    titles = TitleReader(nouns: knowledge.nouns)
    spans = NameSpans(nouns: knowledge.nouns)
  }

  /// Adds a referent for every name that no institution covers.
  func find(in reading: inout ReportReading) {
    let surnames = surnames(of: reading.parsed)
    for (index, sentence) in reading.parsed.sentences.enumerated() {
      let names = spans.names(in: sentence, matches: reading.matches[index])
      for name in names where !reading.isCovered(index, name.tokens) {
        guard var referent = referent(name, index, in: reading, surnames: surnames) else {
          continue
        }
        referent.mention.span = sentence.span(of: referent.mention.tokens)
        reading.cover(index, referent.core)
        if let office = referent.office { reading.cover(index, office..<office + 1) }
        reading.referents.append(referent)
      }
    }
  }

  /// The last words of the persons' names of two or more words.
  private func surnames(of parsed: ParsedText) -> Set<String> {
    var surnames: Set<String> = []
    for sentence in parsed.sentences {
      for name in sentence.names where name.kind == .person && name.tokens.count > 1 {
        surnames.insert(sentence[name.tokens.upperBound - 1].form)
      }
    }
    return surnames
  }

  private func referent(
    _ name: NameSpans.NameSpan, _ index: Int, in reading: ReportReading, surnames: Set<String>
  ) -> Referent? {
    let sentence = reading.parsed.sentences[index]
    let senses = name.senses
    let isSurname =
      name.tokens.count == 1 && name.kind == .person
      && surnames.contains(sentence[name.tokens.lowerBound].form)
    if !senses.isEmpty, !isSurname {
      return known(name, senses, index, in: reading)
    }
    let title = titles.title(before: name.tokens.lowerBound, in: sentence)
    if let noun = Self.describingNoun(before: name.tokens, in: sentence, knowledge.nouns) {
      return body(name, index, described: noun, in: reading)
    }
    if name.kind == .location, holdsOffice(name.tokens, in: sentence) {
      return person(name, title, index, in: reading)
    }
    // A lone word behind a preposition of place is no person, nor are several behind "in", whatever
    // the tagger says.
    let isPlace =
      name.kind == .person && title == nil && !isSurname
      && (name.tokens.count == 1 && Self.isLocative(name.tokens.lowerBound, in: sentence)
        || isSomewhere(name.tokens, in: sentence)
          && !knowledge.nouns.isGivenName(sentence[name.tokens.lowerBound].form))
    if !isPlace, name.kind == .person || name.kind == nil && isPerson(name, title, sentence) {
      return person(name, title, index, in: reading)
    }
    var other = name
    if isPlace || name.kind == nil && isSomewhere(name.tokens, in: sentence) {
      other.kind = .location
    }
    return body(other, index, in: reading)
  }

  /// A proper noun that only the tree knows is a person's behind a title, or with a given name.
  private func isPerson(
    _ name: NameSpans.NameSpan, _ title: TitleReader.Title?, _ sentence: Sentence
  ) -> Bool {
    if title != nil { return true }
    let last = sentence[name.tokens.upperBound - 1].form.lowercased()
    return name.tokens.count > 1 && knowledge.nouns.group(last) == nil
      && knowledge.nouns.isGivenName(sentence[name.tokens.lowerBound].form)
  }

  /// The common noun for a body right before its name: "the newspaper Ekonomi".
  private static func describingNoun(
    before name: Range<Int>, in sentence: Sentence, _ nouns: NounLexicon
  ) -> Int? {
    let index = name.lowerBound - 1
    guard index >= 0, sentence[index].upos == .noun, !sentence[index].isCapitalised,
      !sentence[index].isPlural, nouns.group(sentence[index].plainLemma) != nil,
      name.contains(sentence[index].head) || name.contains(where: { sentence[$0].head == index })
    else { return nil }
    return index
  }

  /// A name that a table knows: a state, a nationality, a seat of power, an organisation.
  private func known(
    _ name: NameSpans.NameSpan, _ senses: [FormSense], _ index: Int, in reading: ReportReading
  ) -> Referent? {
    let sentence = reading.parsed.sentences[index]
    let head = sentence.head(of: name.tokens)
    var kind = MentionKind.name
    var referent = Referent(
      mention: reading.mention(.name, index, name.tokens, head: head), core: name.tokens,
      name: sentence.words(of: name.tokens), kind: .organisation)
    if senses.count > 1, case .nationality(let state) = senses[0] {
      // "Congolese", "Dominican": two states share the word.
      referent.state = state
    }
    switch senses[0] {
    case .state(let state):
      referent.kind = .state
      referent.state = state
      referent.country = knowledge.states[state].code
      if Self.modifies(head, in: sentence), sentence[head].relation != .nmodPoss { kind = .demonym }
    case .nationality(let state):
      // "The French", "Israelis": a people, which is a common noun's matter.
      let word = sentence[head].form
      let isPeople =
        sentence[head].isPlural || sentence.child(of: head, .det) != nil
        || word.hasSuffix("s") && !knowledge.senses(of: String(word.dropLast())).isEmpty
      guard Self.modifies(head, in: sentence) || !isPeople else { return nil }
      kind = .demonym
      referent.kind = .state
      if senses.count == 1 {
        referent.state = state
        referent.country = knowledge.states[state].code
      } else {
        referent.kind = .thing
      }
    case .seat(let state):
      let isCity = PlaceReader.isCity(referent.name, country: knowledge.states[state].code)
      let acts = isCity ? acts(head, in: sentence) : !Self.isLocative(head, in: sentence)
      referent.kind = acts ? .government : .location
      referent.state = state
      referent.country = knowledge.states[state].code
      referent.duty = "government"
      if acts && !isCity { referent.sectors = ["GOV"] }
    case .region(let region):
      referent.kind = .location
      referent.country = knowledge.regions[region].country
    case .actor(let actor):
      let row = knowledge.actors[actor]
      referent.kind = row.kind == .group ? .group : row.kind == .person ? .person : .organisation
      referent.actor = actor
      referent.country = row.country
      referent.sectors = row.sectors
      referent.duty = row.duty
      referent.number = .either
    }
    referent.mention.kind = kind
    if kind == .name, !Self.modifies(head, in: sentence) || sentence[head].relation == .nmodPoss {
      let phrase = sentence.premodified(head)
      if phrase.contains(name.tokens.lowerBound) {
        referent.mention.tokens =
          min(
            phrase.lowerBound, name.tokens.lowerBound)..<max(
            phrase.upperBound, name.tokens.upperBound)
      }
    }
    return referent
  }

  private func person(
    _ name: NameSpans.NameSpan, _ title: TitleReader.Title?, _ index: Int, in reading: ReportReading
  ) -> Referent {
    let sentence = reading.parsed.sentences[index]
    let core = name.tokens
    var tokens = (title?.start ?? core.lowerBound)..<core.upperBound
    var referent = Referent(
      mention: reading.mention(.name, index, tokens, head: sentence.head(of: core)), core: core,
      name: sentence.words(of: core), kind: .person)
    referent.gender = title?.gender ?? .unknown
    if core.count > 1, referent.gender == .unknown {
      referent.gender = knowledge.nouns.gender(ofGivenName: sentence[core.lowerBound].form)
    }
    if let title, let role = title.role, let head = title.head {
      referent.roles.append(Role(title: sentence.words(of: role), span: sentence.span(of: role)))
      referent.country = reading.country(of: head, in: tokens, sentence: index)
      referent.sectors = knowledge.nouns.person(sentence[head].plainLemma)?.sectors ?? []
      referent.roleLemmas.append(sentence[head].plainLemma)
      referent.office = head
    } else if let title, title.start < core.lowerBound,
      let office = Offices.office(ofAddress: sentence[core.lowerBound - 1].form)
    {
      referent.roleLemmas.append(office)
    } else if title == nil, core.lowerBound > 0 {
      // "the Israeli Benny Gantz", "young John Smith": modifiers without an office.
      let phrase = sentence.premodified(referent.mention.head)
      if phrase.lowerBound < core.lowerBound, phrase.contains(core.upperBound - 1) {
        tokens = phrase.lowerBound..<core.upperBound
        referent.country = reading.country(
          of: referent.mention.head, in: tokens, sentence: index)
      }
    }
    referent.mention.tokens = tokens
    referent.mention.head = sentence.head(of: tokens)
    if !core.contains(referent.mention.head), title?.head != referent.mention.head {
      referent.mention.head = sentence.head(of: core)
    }
    return referent
  }

  /// An organisation, a place or a name of unknown kind.
  private func body(
    _ name: NameSpans.NameSpan, _ index: Int, described: Int? = nil, in reading: ReportReading
  ) -> Referent {
    let sentence = reading.parsed.sentences[index]
    var core = name.tokens
    var head = sentence.head(of: core)
    let noun = knowledge.nouns.group(sentence[described ?? head].plainLemma)
    let isPlace = name.kind == .location && described == nil
    if !isPlace { core = widened(core, head: head, in: sentence, matches: reading.matches[index]) }
    head = sentence.head(of: core)
    let phrase = sentence.nounPhrase(head)
    var tokens = min(phrase.lowerBound, core.lowerBound)..<max(core.upperBound, head + 1)
    if let described {
      tokens = min(tokens.lowerBound, described)..<tokens.upperBound
      head = sentence.head(of: described..<core.upperBound)
    }
    var referent = Referent(
      mention: reading.mention(.name, index, tokens, head: head), core: core,
      name: sentence.words(of: core),
      kind: isPlace
        ? .location : name.kind == .organisation || noun != nil ? .organisation : .unknown
    )
    referent.number = .either
    referent.office = described
    referent.sectors = noun?.sectors ?? []
    if core.contains(where: { Self.isMission(sentence[$0].form) }) { referent.sectors = ["GOV"] }
    referent.country = country(ofBody: head, core: core, phrase: tokens, index, in: reading)
    return referent
  }

  /// The state of an organisation: an embassy's is its owner, and a name's own words come before
  /// the words around it.
  private func country(
    ofBody head: Int, core: Range<Int>, phrase: Range<Int>, _ index: Int, in reading: ReportReading
  ) -> String? {
    let sentence = reading.parsed.sentences[index]
    for token in core where Self.isMission(sentence[token].form) {
      let owner = reading.country(of: token, in: core.lowerBound..<token + 1, sentence: index)
      if let owner { return owner }
      // "of the U.S. Embassy": the words between the preposition and the embassy.
      var start = token
      while start > core.lowerBound, sentence[start - 1].upos != .adp { start -= 1 }
      let near = reading.country(of: token, in: start..<token + 1, sentence: index)
      if let near { return near }
    }
    return reading.country(of: head, in: core, sentence: index)
      ?? reading.country(of: head, in: phrase, sentence: index)
  }

  private static func isMission(_ word: String) -> Bool {
    word == "Embassy" || word == "Consulate" || word == "embassy" || word == "consulate"
      || word == "Mission"
  }

  /// An organisation's name with the capitalised modifiers before it and the "of …" behind it.
  private func widened(
    _ core: Range<Int>, head: Int, in sentence: Sentence, matches: [FormMatcher.Match]
  ) -> Range<Int> {
    var start = core.lowerBound
    while start > 0 {
      let token = sentence[start - 1]
      guard token.isCapitalised, token.upos == .propn || token.upos == .adj || token.upos == .noun,
        core.contains(token.head) || token.head == head,
        token.relation == .compound || token.relation == .amod || token.relation == .flat,
        !matches.contains(where: { $0.tokens.contains(start - 1) })
      else { break }
      start -= 1
    }
    // "Palestinian Affairs Unit": a nationality that says what the body is about.
    if start > 0, sentence[start].form == "Affairs", sentence[start - 1].isCapitalised {
      start -= 1
    }
    var end = core.upperBound
    for child in sentence.children(of: head) where child >= end && sentence[child].relation == .nmod
    {
      guard sentence[child].upos == .propn || sentence[child].isCapitalised,
        let preposition = sentence.child(of: child, .case), preposition == end,
        sentence[preposition].form == "of" || sentence[preposition].form == "for"
      else { continue }
      let phrase = sentence.nounPhrase(child)
      if phrase.upperBound > end { end = phrase.upperBound }
      break
    }
    return start..<end
  }
}
