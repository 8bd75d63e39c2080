import Mentions
import Syntax

/// The parties of nouns, and those whom a noun's or verb's infinitive is for.
extension ClauseArguments {
  /// The owner of a noun: "Israel's decision", "the decision by Israel".
  func owners(of noun: Int) -> [Int] {
    let owners = sentence.children(of: noun) { $0 == .nmodPoss }.map { resolved($0) }
    return owners.isEmpty ? prepositional("by", of: noun) : owners
  }

  /// "time for *Sweden* to leave", "waiting for *Sweden* to leave", "pressure on *Sweden* to
  /// leave": whose turn it is, between a word and its infinitive.
  func beneficiaries(of governor: Int, before verb: Int) -> [Int] {
    let isNoun = sentence[governor].upos.isNominal
    let found = sentence.children(of: governor).filter { child in
      guard child > governor, child < verb,
        sentence[child].relation == .nmod || sentence[child].relation == .obl
      else { return false }
      let first = sentence.subtree(of: child)[0]
      let word = sentence[first].upos == .adp ? first : first - 1
      guard word > governor else { return false }
      switch sentence[word].lemma {
      case "for": return isNoun || !Self.isDeparture(sentence[governor].lemma)
      case "on", "upon": return isNoun
      case "to": return isNoun && sentence[governor].lemma != "visit"
      default: return false
      }
    }
    return found.filter { isNoun || isSomebody($0) }
  }

  /// Verbs behind whose "for" stands where one goes.
  private static func isDeparture(_ lemma: String) -> Bool {
    switch lemma {
    case "leave", "depart", "head", "set", "fly", "sail", "travel", "go", "make", "vote": true
    default: false
    }
  }

  /// Who does what a noun tells as the object of a light verb: "they held talks".
  func lightSubjects(of noun: Int, depth: Int = 0) -> [Int] {
    let owners = owners(of: noun)
    if !owners.isEmpty { return owners }
    let token = sentence[noun]
    if depth < 12, token.relation == .conj, token.head >= 0, sentence[token.head].upos.isNominal {
      return lightSubjects(of: token.head, depth: depth + 1)
    }
    // "is the largest donor".
    if isClause(noun),
      let subject = sentence.children(of: noun).first(where: {
        sentence[$0].relation == .nsubj && !isPleonastic($0)
      })
    {
      return [resolved(subject)]
    }
    guard token.head >= 0,
      token.relation == .obj || token.relation == .xcomp || token.relation == .obl,
      sentence[token.head].upos.isVerbal
    else { return [] }
    return surfaceSubjects(of: token.head, depth: depth + 1)
  }

  /// Nationalities and names before a noun: "Israeli strikes", "Hamas rockets".
  func modifiers(of noun: Int) -> [Int] {
    sentence.children(of: noun).filter {
      let token = sentence[$0]
      switch token.relation {
      case .compound, .amod, .nmod, .nmodUnmarked, .nmodDesc:
        guard $0 < noun, !hasAnyCase($0) else { return false }
        if cast.entity(at: TokenAddress(index, $0)) != nil { return true }
        if token.upos == .propn { return !isTime($0) }
        return token.upos == .adj && $0 > 0 && token.form.utf8.first.map { $0 < 0x5B } == true
      default: return false
      }
    }
  }

  /// The nouns behind a preposition that hang on a word; for a noun also those that a parser may
  /// have hung on its verb.
  func prepositional(_ word: String, of predicate: Int) -> [Int] {
    var found = sentence.children(of: predicate).filter {
      switch sentence[$0].relation {
      case .obl, .nmod, .oblAgent, .advcl: return hasCase(word, $0)
      default: return false
      }
    }
    let token = sentence[predicate]
    if found.isEmpty, token.upos.isNominal, token.head >= 0, word != "of", word != "by" {
      switch token.relation {
      case .obj, .nsubj, .nsubjPass:
        found = sentence.children(of: token.head).filter {
          $0 > predicate && sentence[$0].relation == .obl && hasCase(word, $0)
        }
      default: break
      }
    }
    return found.filter { !isTime($0) }.map { resolved($0) }
  }
}
