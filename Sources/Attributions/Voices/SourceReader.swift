import Mentions
import Records
import Syntax
import Text

/// Tells who a source is: which entity of the cast, and whether it is named, an institution or
/// anonymous.
struct SourceReader {
  let report: Report
  let cast: Cast

  func settle(_ drafts: inout [Draft]) {
    for index in drafts.indices where drafts[index].anchor == nil {
      guard let head = drafts[index].sourceHead else { continue }
      drafts[index].entity =
        named(in: drafts[index].source, beside: head) ?? entity(at: head)
      drafts[index].sourceKind = kind(at: head, entity: drafts[index].entity)
    }
    settleLabels(&drafts)
    settleAnswers(&drafts)
    for index in drafts.indices {
      guard let anchor = drafts[index].anchor else { continue }
      drafts[index].entity = drafts[anchor].entity
      drafts[index].sourceKind = drafts[anchor].sourceKind
      drafts[index].channel = drafts[anchor].channel
    }
  }

  /// Knows a speaker of a transcript again by a part of the label that named them: "Commissioner"
  /// after "Commissioner Ahluwalia".
  private func settleLabels(_ drafts: inout [Draft]) {
    let turns = drafts.indices.filter { drafts[$0].by == Transcript.rule }
    let labels = turns.map { index in
      drafts[index].source.first.map { Set(report.text[$0].split(separator: " ")) } ?? []
    }
    func isNamed(_ index: Int) -> Bool {
      drafts[index].entity.map { cast.entities[$0].isNamed } == true
    }
    for (place, index) in turns.enumerated() where !isNamed(index) {
      let fuller = turns.indices.filter { other in
        isNamed(turns[other]) && labels[other].isSuperset(of: labels[place])
      }
      guard let first = fuller.first,
        fuller.allSatisfy({ drafts[turns[$0]].entity == drafts[turns[first]].entity })
      else { continue }
      drafts[index].entity = drafts[turns[first]].entity
      drafts[index].sourceKind = drafts[turns[first]].sourceKind
    }
  }

  /// Gives the answers of an interview that is printed with "Q" and "A" to the person whom the
  /// report names most.
  private func settleAnswers(_ drafts: inout [Draft]) {
    let answers = drafts.indices.filter {
      drafts[$0].by == Transcript.rule
        && drafts[$0].source.first.map { ["A", "Answer"].contains(report.text[$0]) } == true
    }
    let persons = cast.entities.indices.filter {
      cast.entities[$0].isNamed && cast.entities[$0].kind == .person
    }
    guard !answers.isEmpty,
      let most = persons.max(by: {
        (cast.entities[$0].mentions.count, $1) < (cast.entities[$1].mentions.count, $0)
      })
    else { return }
    for index in answers {
      drafts[index].entity = most
      drafts[index].sourceKind = .named
    }
  }

  /// Gives an "I" inside somebody's direct words to that speaker.
  func settleFirstPersons(_ drafts: inout [Draft]) {
    for index in drafts.indices where drafts[index].entity == nil {
      guard let head = drafts[index].sourceHead, isFirstPerson(head),
        report.passages[head.sentence].quotation[head.token] >= 0
      else { continue }
      var outer = drafts[index].within
      var steps = 0
      while let around = outer, steps < drafts.count {
        steps += 1
        if drafts[around].form != .indirect, let entity = drafts[around].entity {
          drafts[index].entity = entity
          drafts[index].sourceKind = drafts[around].sourceKind
          break
        }
        outer = drafts[around].within
      }
    }
  }

  private func isFirstPerson(_ head: TokenAddress) -> Bool {
    let word = report.passages[head.sentence].sentence[head.token]
    return word.upos == .pron && ["i", "me", "my", "mine"].contains(word.form.lowercased())
  }

  /// The entity of a source: the one its head mentions, or for "who" the one of the noun that the
  /// relative clause modifies.
  private func entity(at head: TokenAddress) -> Int? {
    cast.entity(at: head) ?? antecedent(of: head).flatMap { cast.entity(at: $0) }
  }

  /// Who is named within a source whose head names nobody: in apposition ("its maker, Sahel
  /// Biologics"; "one of them, taxi driver Epigmenio Luna"), or with a title that trees take for
  /// the head ("Attorney-General Litiana Waqa").
  private func named(in source: [Span], beside head: TokenAddress) -> Int? {
    guard let span = source.first, source.count == 1 else { return nil }
    if let own = cast.entity(at: head), cast.entities[own].isNamed { return nil }
    let sentence = report.passages[head.sentence].sentence
    for child in sentence.children(of: head.token) where sentence[child].relation == .appos {
      for token in sentence.subtree(of: child, where: { sentence[$0].relation != .aclRelcl }) {
        if let entity = cast.entity(at: TokenAddress(head.sentence, token)),
          cast.entities[entity].isNamed, cast.entities[entity].kind != .state,
          sentence[token].relation != .nmod, sentence[token].relation != .nmodPoss
        {
          return entity
        }
      }
    }
    for token in sentence.tokens.indices where span.contains(sentence[token].span) {
      if let (entity, mention) = cast.mention(at: TokenAddress(head.sentence, token)),
        mention.span == span, cast.entities[entity].isNamed
      {
        return entity
      }
    }
    return nil
  }

  private func antecedent(of head: TokenAddress) -> TokenAddress? {
    let sentence = report.passages[head.sentence].sentence
    guard ["WP", "WDT"].contains(sentence[head.token].xpos),
      let clause = sentence.ancestors(of: head.token).first(where: {
        sentence[$0].relation == .aclRelcl && sentence[$0].head >= 0
      })
    else { return nil }
    return TokenAddress(head.sentence, sentence[clause].head)
  }

  /// Whether an unnamed entity is first mentioned by a noun for a body or a document.
  private func isBody(_ entity: Entity) -> Bool {
    guard let mention = entity.mentions.first(where: { $0.kind == .nominal }) else { return false }
    let word = report.passages[mention.sentence].sentence[mention.head]
    return Self.isBody(word)
  }

  private func kind(at head: TokenAddress, entity: Int?) -> Attribution.SourceKind {
    if let entity {
      let who = cast.entities[entity]
      if who.isNamed { return who.kind == .person ? .named : .institution }
      if isBody(who) { return .institution }
      return who.kind == .organisation || who.kind == .state ? .institution : .anonymous
    }
    if let antecedent = antecedent(of: head) { return kind(at: antecedent, entity: nil) }
    let passage = report.passages[head.sentence]
    if let name = passage.name[head.token] { return name == .person ? .named : .institution }
    let word = passage.sentence[head.token]
    let lemma = word.lemma.lowercased()
    switch word.upos {
    case .pron:
      if ["he", "she", "i"].contains(lemma) { return .named }
      return ["it", "that", "which", "this"].contains(lemma) ? .institution : .anonymous
    case .propn: return .institution
    default: return Self.isBody(word) ? .institution : .anonymous
    }
  }

  /// Whether a noun is one for a body or for a document that speaks.
  private static func isBody(_ word: Token) -> Bool {
    InstitutionNouns.standard.contains(word.lemma.lowercased())
      || ChannelLexicon.standard.voice(word) != nil
  }
}
